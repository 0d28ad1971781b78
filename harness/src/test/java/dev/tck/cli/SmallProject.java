package dev.tck.cli;

import dev.tck.scenarios.run.Confirmations;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.SuiteLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A project with this repository's matrix, three confirmed scenarios and no connector but ours. */
final class SmallProject {
  static final String FEATURE =
      """
      Feature: Small

        @SQL-001 @core
        Scenario: an answer
          Given a connection
          When querying
            \"\"\"
            select 1
            \"\"\"
          Then the result has 1 row

        @SQL-002
        Scenario Outline: the number <number>
          Given a connection
          When querying
            \"\"\"
            select <number>
            \"\"\"
          Then the result has 1 row

          Examples:
            | number |
            | 2      |
            | 3      |
      """;

  private SmallProject() {}

  static Path in(Path folder) throws IOException {
    copy(Path.of("..", "matrix"), folder.resolve("matrix"));
    Files.deleteIfExists(folder.resolve("matrix").resolve("confirmed.yaml"));
    Files.createDirectories(folder.resolve("connectors-under-test"));
    Files.createDirectories(folder.resolve("features").resolve("execute-sql"));
    Files.writeString(folder.resolve("features/execute-sql/small.feature"), FEATURE);
    Path confirmed = folder.resolve("matrix").resolve("confirmed.yaml");
    Confirmations confirmations = Confirmations.load(confirmed);
    for (Scenario scenario : new SuiteLoader().load(folder.resolve("features")).scenarios()) {
      confirmations = confirmations.with(scenario, "3.3.6.6");
    }
    Files.writeString(confirmed, confirmations.toYaml());
    return folder;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
