package dev.tck.adapter.process;

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
public record AdapterCommand(
    List<String> command, Map<String, String> environment, Path directory) {
  public AdapterCommand {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("an adapter's command needs at least a program");
    }
  }

  /** Returns the builder of the process, with pipes for all three streams. */
  public ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  /** Returns the command as a message shows it. */
  @Override
  public String toString() {
    return String.join(" ", command);
  }
}
