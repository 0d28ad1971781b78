package dev.tck.scenarios.run;

import dev.tck.results.CellKey;
import dev.tck.results.CheckResult;
import dev.tck.results.RepeatCommand;
import dev.tck.results.Status;
import dev.tck.scenarios.suite.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps what helps to understand a scenario that did not pass: one text a scenario, and the wire
 * capture beside it.
 */
final class Evidence {
  private final Path out;

  /** Creates the keeper; files go below {@code out/evidence}. */
  Evidence(Path out) {
    this.out = out;
  }

  /** Writes the evidence and returns its path below the report's folder, with slashes. */
  String keep(
      CellKey cell,
      String runtime,
      Scenario scenario,
      Verdict verdict,
      String transcript,
      String capture) {
    String folder =
        "evidence/" + fileName(cell.connector() + "-" + cell.version() + "-" + cell.interfaceId());
    String name = folder + "/" + fileName(scenario.id());
    try {
      Files.createDirectories(out.resolve(folder));
      Files.writeString(
          out.resolve(name + ".txt"),
          text(
              cell,
              runtime,
              scenario,
              verdict,
              transcript,
              capture.isEmpty() ? "" : fileName(scenario.id()) + ".wire.ndjson"),
          StandardCharsets.UTF_8);
      if (!capture.isEmpty()) {
        Files.writeString(out.resolve(name + ".wire.ndjson"), capture, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("evidence cannot be written below " + out, e);
    }
    return name + ".txt";
  }

  private static String fileName(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]+", "_");
  }

  private static String text(
      CellKey cell,
      String runtime,
      Scenario scenario,
      Verdict verdict,
      String transcript,
      String captureFile) {
    StringBuilder text = new StringBuilder();
    line(text, "Scenario", scenario.id() + "  " + scenario.title());
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
    line(text, "Repeat", RepeatCommand.of(cell, scenario.id()));
    text.append("\nSteps\n");
    scenario
        .text()
        .forEach(step -> text.append("  ").append(step.replace("\n", "\n      ")).append('\n'));
    text.append("\nChecks\n");
    verdict.checks().forEach(check -> check(text, check));
    section(text, "What the adapter's supervision found", verdict.evidence());
    section(text, "Adapter protocol (> request, < reply; passwords removed)", transcript);
    if (!captureFile.isEmpty()) {
      section(text, "Wire capture", "see " + captureFile + " in the same folder");
    }
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
