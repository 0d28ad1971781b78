package dev.tck.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tck.fidelity.Area;
import dev.tck.fidelity.Difference;
import dev.tck.fidelity.Endpoint;
import dev.tck.fidelity.Fidelity;
import dev.tck.fidelity.FidelityReport;
import dev.tck.fidelity.Progress;
import dev.tck.fidelity.Reason;
import dev.tck.fidelity.Recording;
import dev.tck.fidelity.RecordingFile;
import dev.tck.fidelity.RecordingFormatException;
import dev.tck.targets.Target;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "fidelity", description = "Hold a target against recorded answers of real servers.")
final class FidelityCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PREFIX = "tck_fidelity";
  private static final int LISTED = 40;

  private final Environment environment;

  @Parameters(paramLabel = "TARGET", description = "As in tck run --target.")
  private String target = "embedded";

  @Option(
      names = "--recording",
      paramLabel = "FILE",
      description = "The recording. Default: ours of the target's version, or of the newest one.")
  private Optional<Path> recording = Optional.empty();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Make a new recording of the target with the statements of the recording.")
  private Optional<Path> record = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(names = "--all", description = "List every difference, not the first " + LISTED + ".")
  private boolean all;

  FidelityCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    try (Target server = TargetOptions.open(target)) {
      Path file = recording.map(environment::resolve).orElseGet(() -> ours(server.tdengine()));
      Recording recorded = read(file);
      Endpoint endpoint =
          new Endpoint(
              server.endpoint().host(),
              server.endpoint().port(),
              server.endpoint().user(),
              server.endpoint().password());
      return record.isPresent()
          ? record(recorded, endpoint, environment.resolve(record.get()))
          : replay(recorded, endpoint, file, server);
    }
  }

  private Path ours(String version) {
    Path folder =
        environment.home().resolve(Path.of("harness", "src", "test", "resources", "recordings"));
    Path exact = folder.resolve("rest-" + version + ".ndjson");
    return Files.exists(exact) ? exact : folder.resolve("rest-3.3.6.6.ndjson");
  }

  private static Recording read(Path file) throws IOException {
    try {
      return new RecordingFile().read(file);
    } catch (RecordingFormatException e) {
      throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    } catch (java.nio.file.NoSuchFileException e) {
      throw new CommandException(ExitCode.WRONG_USE, "there is no recording " + file);
    }
  }

  private Progress progress() {
    return (caseName, done, total) ->
        environment.console().progress("  " + done + " of " + total + " exchanges: " + caseName);
  }

  private int record(Recording script, Endpoint endpoint, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      new Fidelity(PATIENCE).record(script, endpoint, PREFIX, writer, progress());
    }
    environment.console().print("Recorded " + script.size() + " exchanges in " + file);
    return ExitCode.HOLDS;
  }

  private int replay(Recording recorded, Endpoint endpoint, Path file, Target server)
      throws IOException {
    FidelityReport report = new Fidelity(PATIENCE).replay(recorded, endpoint, PREFIX, progress());
    if (json) {
      ObjectMapper mapper = JsonMapper.builder().build();
      environment
          .console()
          .print(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      print(report, file, server);
    }
    return report.reproduced() == report.exchanges() ? ExitCode.HOLDS : ExitCode.FAILURE;
  }

  private void print(FidelityReport report, Path file, Target server) {
    Console console = environment.console();
    report
        .areas()
        .forEach(
            (name, area) ->
                console.print(
                    String.format(
                        "  %-22s %4d of %4d%s",
                        name, area.reproduced(), area.total(), blocks(area))));
    Map<Reason, Long> reasons =
        report.differences().stream()
            .collect(Collectors.groupingBy(Difference::reason, Collectors.counting()));
    console.print("");
    reasons.entrySet().stream()
        .sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder()))
        .forEach(
            entry ->
                console.print(
                    String.format(
                        "  %-18s %4d differences", entry.getKey().text(), entry.getValue())));
    console.print("");
    List<Difference> shown =
        all ? report.differences() : report.differences().stream().limit(LISTED).toList();
    shown.forEach(difference -> print(difference, console));
    if (shown.size() < report.differences().size()) {
      console.print(
          "  and " + (report.differences().size() - shown.size()) + " more: --all lists them");
    }
    report.leftBehind().forEach(name -> console.say("left behind: " + name));
    console.print(
        String.format(
            "TDengine %s (%s) reproduces %d of %d exchanges (%.1f %%) and %d of %d result blocks of %s; %d differences are free and left out.",
            server.tdengine(),
            server.kind(),
            report.reproduced(),
            report.exchanges(),
            100 * report.share(),
            report.blocksReproduced(),
            report.blocks(),
            file.getFileName(),
            report.leftOut().size()));
  }

  private static String blocks(Area area) {
    return area.blocks() == 0
        ? ""
        : String.format(", %4d of %4d blocks", area.blocksReproduced(), area.blocks());
  }

  private static void print(Difference difference, Console console) {
    console.print(
        "  "
            + difference.caseName()
            + " "
            + difference.step()
            + " "
            + difference.reason().text()
            + ": "
            + shortened(difference.sql()));
    console.print("      recorded " + shortened(difference.expected()));
    console.print("      found    " + shortened(difference.actual()));
  }

  private static String shortened(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= 160 ? line : line.substring(0, 160) + "…";
  }
}
