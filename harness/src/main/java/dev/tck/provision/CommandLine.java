package dev.tck.provision;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Says how to start an adapter.
 *
 * @param command is the program and its arguments
 * @param environment is added to the harness's own
 * @param directory is the working directory
 */
public record CommandLine(List<String> command, Map<String, String> environment, Path directory) {
  public CommandLine {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
