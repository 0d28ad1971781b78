package dev.tck.doubles;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the command {@code tck} of this build in a process of its own. */
public final class TckProcess {
  private static final long PATIENCE_MINUTES = 3;

  /** How the command ended. */
  public record Ended(int code, String output, String errors) {}

  private TckProcess() {}

  /** Runs the command to its end. */
  public static Ended run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.tck.cli.Main"));
    words.addAll(List.of(arguments));
    File output = folder.resolve("output.txt").toFile();
    File errors = folder.resolve("errors.txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(output)
            .redirectError(errors);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("tck " + List.of(arguments) + " does not end");
      }
      return new Ended(process.exitValue(), read(output), read(errors));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }
}
