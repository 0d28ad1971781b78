package dev.tck.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a local server.
 *
 * <p>They live in sessions of their own where the machine can, so that Ctrl-C reaches the harness
 * alone, which then stops them in order. Where there is a shell, a guard holds the other end of a
 * pipe: if the harness is killed, the pipe breaks, and the guard stops them and removes their
 * folder.
 */
final class ServerProcesses implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;
  private static final int LAST_LINES = 20;
  private static final String GUARD =
      """
      trap '' INT TERM HUP
      cat >/dev/null 2>&1
      folder=$1
      shift
      for pid in "$@"; do kill -TERM "$pid" 2>/dev/null; done
      for pid in "$@"; do
        tries=0
        while kill -0 "$pid" 2>/dev/null && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
        kill -KILL "$pid" 2>/dev/null
      done
      rm -rf "$folder"
      """;

  private final LocalInstallation installation;
  private final LocalConfiguration configuration;
  private final Map<String, Process> running = new LinkedHashMap<>();
  private @Nullable Process guard;

  ServerProcesses(LocalInstallation installation, LocalConfiguration configuration) {
    this.installation = installation;
    this.configuration = configuration;
  }

  /** Starts taosd. */
  void startServer() throws IOException {
    start("taosd", installation.taosd().toString(), "-c", configuration.settings().toString());
  }

  /** Starts taosAdapter, if this version has one. */
  void startAdapter() throws IOException {
    if (installation.taosadapter().isPresent()) {
      start(
          "taosadapter",
          installation.taosadapter().get().toString(),
          "-c",
          configuration.adapterSettings().toString());
    }
  }

  private void start(String name, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(words));
    if (onPath("setsid")) {
      command.add(0, "setsid");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(configuration.folder().toFile())
            // taosd repeats its log there.
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(output(name).toFile());
    builder.environment().putAll(installation.libraryPath());
    builder.environment().put("TZ", "UTC");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    running.put(name, process);
    replaceGuard();
  }

  private void replaceGuard() throws IOException {
    if (!onPath("sh")) {
      return;
    }
    Process previous = guard;
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", GUARD, "guard", configuration.folder().toString()));
    running.values().forEach(process -> command.add(Long.toString(process.pid())));
    guard =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (previous != null) {
      previous.destroyForcibly();
    }
  }

  private static boolean onPath(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Stream.of(path.split(java.util.regex.Pattern.quote(java.io.File.pathSeparator), -1))
            .filter(entry -> !entry.isEmpty())
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }

  private Path output(String name) {
    return configuration.logs().resolve(name + ".err");
  }

  /** Returns the name of a program that has ended; empty while all run. */
  Optional<String> dead() {
    return running.entrySet().stream()
        .filter(entry -> !entry.getValue().isAlive())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Returns the end of what the programs wrote. */
  String lastWords() {
    StringBuilder text = new StringBuilder();
    try {
      for (Path file : outputs()) {
        if (Files.exists(file) && Files.size(file) > 0) {
          List<String> lines =
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
          text.append(file.getFileName()).append(":\n");
          lines
              .subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
              .forEach(line -> text.append("  ").append(line).append('\n'));
        }
      }
    } catch (IOException e) {
      text.append("their logs cannot be read: ").append(e.getMessage()).append('\n');
    }
    return text.toString();
  }

  // taosadapter names its log after its instance and the day, and says there why it ends.
  private List<Path> outputs() throws IOException {
    List<Path> outputs = new ArrayList<>(List.of(configuration.logs().resolve("taosdlog.0")));
    try (DirectoryStream<Path> logs =
        Files.newDirectoryStream(configuration.logs(), "taosadapter*.log")) {
      logs.forEach(outputs::add);
    }
    outputs.add(output("taosd"));
    outputs.add(output("taosadapter"));
    return outputs;
  }

  /** Stops all, the last started first, and the guard. */
  @Override
  public void close() {
    List<Process> reversed = new ArrayList<>(running.values());
    java.util.Collections.reverse(reversed);
    for (Process process : reversed) {
      List<ProcessHandle> descendants = process.descendants().toList();
      process.destroy();
      if (!ended(process)) {
        process.destroyForcibly();
        ended(process);
      }
      descendants.forEach(ProcessHandle::destroyForcibly);
    }
    running.clear();
    if (guard != null) {
      guard.destroyForcibly();
      ended(guard);
      guard = null;
    }
  }

  // Even of an interrupted thread: a folder cannot be removed while a server writes to it.
  private static boolean ended(Process process) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
