package dev.tck.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Runs the command in this process and keeps what it prints. */
final class CapturedTck {
  private final Path home;
  private final Path directory;

  /** What a command did. */
  record Done(int exit, String out, String err) {}

  CapturedTck(Path home, Path directory) {
    this.home = home;
    this.directory = directory;
  }

  /** Runs a command as a user would, without a terminal. */
  Done run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            home,
            directory,
            Map.of("TCK_CACHE", directory.resolve("cache").toString()),
            new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false),
            Clock.systemUTC());
    int exit = Main.run(environment, arguments);
    return new Done(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
