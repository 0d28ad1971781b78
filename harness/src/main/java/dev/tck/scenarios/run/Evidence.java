package dev.tck.scenarios.run;

import dev.tck.results.CellKey;
import dev.tck.results.CheckResult;
import dev.tck.results.RepeatCommand;
import dev.tck.results.Status;
import dev.tck.scenarios.suite.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what helps to understand a scenario that did not pass: one text a scenario, and the wire
 * capture beside it.
 */
final class Evidence {
  private final Path out;
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  /**
   * What the evidence is about: a scenario, or the attempt to connect before all scenarios.
   *
   * @param id is the scenario's
   * @param steps are empty where there is no scenario to repeat
   */
  record Subject(String id, String title, String feature, List<String> steps) {
    static Subject of(Scenario scenario) {
      return new Subject(scenario.id(), scenario.title(), scenario.feature(), scenario.text());
    }
  }

  /** Creates the keeper; files go below {@code out/evidence}. */
  Evidence(Path out) {
    this.out = out;
  }

  /**
   * Writes the evidence and returns its path below the report's folder, with slashes.
   *
   * @throws IOException if it cannot be written
   */
  String keep(
      CellKey cell,
      String runtime,
      Subject subject,
      Verdict verdict,
      String transcript,
      String capture)
      throws IOException {
    String folder =
        "evidence/" + fileName(cell.connector() + "-" + cell.version() + "-" + cell.interfaceId());
    String name = folder + "/" + untaken(folder, fileName(subject.id()));
    Files.createDirectories(out.resolve(folder));
    String captureFile = capture.isEmpty() ? "" : name + ".wire.ndjson";
    write(
        name + ".txt",
        text(cell, runtime, subject, verdict, transcript, captureFile.replaceFirst(".*/", "")));
    if (!captureFile.isEmpty()) {
      write(captureFile, capture);
    }
    return name + ".txt";
  }

  // Axis values differ in letters that no file system takes, or in case, which some do not tell.
  private String untaken(String folder, String name) {
    String free = name;
    for (int number = 2; !taken.add((folder + "/" + free).toLowerCase(Locale.ROOT)); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  // Connectors return half surrogate pairs, which a strict encoder refuses.
  private void write(String name, String text) throws IOException {
    Files.write(out.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String fileName(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]+", "_");
  }

  private static String text(
      CellKey cell,
      String runtime,
      Subject subject,
      Verdict verdict,
      String transcript,
      String captureFile) {
    StringBuilder text = new StringBuilder();
    line(text, "Scenario", subject.id() + "  " + subject.title());
    line(text, "Connector", cell.connector() + " " + cell.version() + " (as loaded), " + runtime);
    line(text, "Interface", cell.interfaceId());
    line(text, "Target", cell.target().kind() + ", TDengine " + cell.target().tdengine());
    line(text, "Platform", cell.platform().os() + " " + cell.platform().cpu());
    line(
        text,
        "Status",
        verdict.status().text()
            + (verdict.blame() == null ? "" : ", blame: " + verdict.blame().text()));
    line(text, "Reason", verdict.reason());
    line(text, "Repeat", RepeatCommand.of(cell, subject.steps().isEmpty() ? "" : subject.id()));
    section(text, "Steps", steps(subject));
    text.append("\nChecks\n");
    verdict.checks().forEach(check -> check(text, check));
    section(text, "What the adapter's supervision found", verdict.evidence());
    section(text, "Adapter protocol (> request, < reply; passwords removed)", transcript);
    if (!captureFile.isEmpty()) {
      section(text, "Wire capture", "see " + captureFile + " in the same folder");
    }
    return text.toString();
  }

  private static String steps(Subject subject) {
    StringBuilder text = new StringBuilder();
    subject
        .steps()
        .forEach(step -> text.append("  ").append(step.replace("\n", "\n      ")).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("%-10s %s%n", name, value));
  }

  private static void check(StringBuilder text, CheckResult check) {
    boolean passed = check.status() == Status.PASS;
    text.append("  ")
        .append(passed ? "ok    " : "FAIL  ")
        .append(check.id())
        .append(" (")
        .append(check.level().text())
        .append(")\n");
    if (!passed) {
      text.append("        expected ").append(check.expected()).append('\n');
      text.append("        found    ").append(check.actual()).append('\n');
    }
  }

  private static void section(StringBuilder text, String title, String content) {
    if (!content.isBlank()) {
      text.append('\n').append(title).append('\n').append(content.stripTrailing()).append('\n');
    }
  }
}
