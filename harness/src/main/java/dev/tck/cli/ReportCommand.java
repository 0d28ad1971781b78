package dev.tck.cli;

import dev.tck.reporting.ReportWriter;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Event;
import dev.tck.results.ResultsFormatException;
import dev.tck.results.ResultsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = "Merge the results of many runs and machines into one report folder.")
final class ReportCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "results.jsonl files, or folders that are searched for them.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes. Default: reports/out in the project.")
  private Path out;

  ReportCommand(Environment environment) {
    this.environment = environment;
    this.out = environment.home().resolve("reports").resolve("out");
  }

  @Override
  public Integer call() throws IOException {
    Project project = new Project(environment.home());
    List<Event> events = new ArrayList<>();
    for (Path file : files(environment, inputs)) {
      events.addAll(read(file));
    }
    Path folder = environment.resolve(out);
    Report report =
        new ReportWriter().write(events, project.matrix(), Reports.index(project.suite()), folder);
    Reports.print(report, environment.console());
    environment.console().print("Report: " + folder.resolve("index.html"));
    environment.console().print(report.verdict().reason());
    return ExitCode.HOLDS;
  }

  /** Reads a results file; mistakes in it end the command. */
  static List<Event> read(Path file) throws IOException {
    try {
      return new ResultsReader().read(file);
    } catch (ResultsFormatException e) {
      throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    }
  }

  /** Returns the results files among files and folders, in the order of their names. */
  static List<Path> files(Environment environment, List<Path> inputs) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      Path path = environment.resolve(input);
      if (Files.isDirectory(path)) {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(path)) {
          found =
              walk.filter(file -> file.getFileName().toString().equals("results.jsonl"))
                  .sorted()
                  .toList();
        }
        if (found.isEmpty()) {
          throw new CommandException(ExitCode.WRONG_USE, "no results.jsonl below " + input);
        }
        files.addAll(found);
      } else if (Files.isRegularFile(path)) {
        files.add(path);
      } else {
        throw new CommandException(ExitCode.WRONG_USE, "there is no file or folder " + input);
      }
    }
    return files;
  }
}
