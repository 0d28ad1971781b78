package dev.tck.provision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and runs the programs that provisioning needs. */
public interface Tools {

  /** Returns the value of an environment variable. */
  Optional<String> environment(String name);

  /** Returns the program that a command name stands for on this machine. */
  Optional<Path> find(String command);

  /**
   * Runs a program to its end.
   *
   * @param environment is added to the harness's own
   * @param log gets everything that it writes, appended
   * @return what it wrote to standard output, and its exit code
   * @throws IOException if it cannot be started
   */
  Output run(List<String> command, Map<String, String> environment, Path directory, Path log)
      throws IOException, InterruptedException;

  /** Holds what a program wrote to standard output, and its exit code. */
  record Output(int exitCode, String text) {}
}
