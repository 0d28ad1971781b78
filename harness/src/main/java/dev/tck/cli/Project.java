package dev.tck.cli;

import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.MatrixLoader;
import dev.tck.matrix.yaml.DataFileException;
import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.ConnectorDefinitions;
import dev.tck.provision.DefinitionException;
import dev.tck.scenarios.run.Confirmations;
import dev.tck.scenarios.suite.Suite;
import dev.tck.scenarios.suite.SuiteException;
import dev.tck.scenarios.suite.SuiteLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The data that the harness works on, read when it is asked for; mistakes in it end the command.
 */
final class Project {
  private final Path home;

  Project(Path home) {
    this.home = home;
  }

  Path home() {
    return home;
  }

  Path confirmedFile() {
    return home.resolve("matrix").resolve("confirmed.yaml");
  }

  Path connectorsFolder() {
    return home.resolve("connectors-under-test");
  }

  Matrix matrix() {
    try {
      return new MatrixLoader().load(home.resolve("matrix"));
    } catch (DataFileException e) {
      throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw unreadable("matrix", e);
    }
  }

  Suite suite() {
    try {
      return new SuiteLoader().load(home.resolve("features"));
    } catch (SuiteException e) {
      throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw unreadable("features", e);
    }
  }

  Confirmations confirmations() {
    try {
      return Confirmations.load(confirmedFile());
    } catch (IOException e) {
      throw unreadable("matrix/confirmed.yaml", e);
    }
  }

  /** Returns the connectors of the project and those in further folders that the user names. */
  List<ConnectorDefinition> connectors(List<Path> further) {
    try {
      List<ConnectorDefinition> definitions =
          new ArrayList<>(ConnectorDefinitions.loadAll(connectorsFolder()));
      for (Path folder : further) {
        definitions.add(ConnectorDefinitions.load(folder));
      }
      return definitions;
    } catch (DefinitionException e) {
      throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns the commit of the project, with {@code -dirty} if files differ; empty outside of git.
   */
  String commit() {
    if (!Files.exists(home.resolve(".git"))) {
      return "";
    }
    String commit = git("rev-parse", "--short=12", "HEAD");
    return commit.isEmpty() || git("status", "--porcelain").isEmpty() ? commit : commit + "-dirty";
  }

  /** Returns whether the commit has a tag. */
  boolean isTagged() {
    return !git("tag", "--points-at", "HEAD").isEmpty();
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? output.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private CommandException unreadable(String what, IOException cause) {
    return new CommandException(
        ExitCode.HARNESS_FAILED, what + " of " + home + " cannot be read: " + cause.getMessage());
  }
}
