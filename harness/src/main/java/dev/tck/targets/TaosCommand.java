package dev.tck.targets;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command {@code taos} of a client's installation, which the page verifies an installation by.
 *
 * @param file is the program
 * @param library is the libtaos that came with it, empty for the system's
 */
public record TaosCommand(Path file, Optional<Path> library) {
  private static final long PATIENCE_SECONDS = 30;

  /** Looks in the folders of the PATH. */
  static Optional<TaosCommand> onPath() {
    String path = System.getenv("PATH");
    String name = System.getProperty("os.name").startsWith("Windows") ? "taos.exe" : "taos";
    return path == null
        ? Optional.empty()
        : Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry, name))
            .filter(Files::isExecutable)
            .findFirst()
            .map(file -> new TaosCommand(file, Optional.empty()));
  }

  /**
   * Executes a statement and returns what the command prints, errors too.
   *
   * @param endpoint is where taosd listens; the command takes the password as an argument only
   * @throws TargetException if it does not start or does not end
   */
  public String execute(Endpoint endpoint, String sql) throws TargetException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    file.toString(),
                    "-h",
                    endpoint.host(),
                    "-P",
                    Integer.toString(endpoint.port()),
                    "-u",
                    endpoint.user(),
                    "-p" + endpoint.password(),
                    "-s",
                    sql + ";"))
            .redirectErrorStream(true);
    library.map(LibraryPath::of).ifPresent(builder.environment()::putAll);
    try {
      Path output = Files.createTempFile("tck-taos", ".txt");
      try {
        await(builder.redirectOutput(output.toFile()).start());
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new TargetException(file + " cannot be started: " + e.getMessage());
    }
  }

  private void await(Process process) throws IOException, TargetException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TargetException(file + " did not end within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted while " + file + " ran");
    } finally {
      process.destroyForcibly();
    }
  }
}
