package dev.tck.cli;

import dev.tck.results.Platform;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command knows of the world.
 *
 * @param home is the project's folder, where features, matrix and connectors lie
 * @param directory is where the user is
 * @param variables are the environment variables
 */
record Environment(
    Path home, Path directory, Map<String, String> variables, Console console, Clock clock) {
  Environment {
    variables = Map.copyOf(variables);
  }

  /** Returns the platform of this machine. */
  Platform platform() {
    return Platform.of(System.getProperty("os.arch"), System.getProperty("os.name"));
  }

  /** Returns a path as the user wrote it, from where the user is. */
  Path resolve(Path path) {
    return directory.resolve(path).normalize();
  }
}
