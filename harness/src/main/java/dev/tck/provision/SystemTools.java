package dev.tck.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tools of this machine. */
public final class SystemTools implements Tools {
  private static final int RECORDED = 1 << 20;

  private final Map<String, String> environment;
  private final boolean windows;

  /** Creates the tools with the environment in which commands are looked for. */
  public SystemTools(Map<String, String> environment, Host host) {
    this.environment = Map.copyOf(environment);
    this.windows = host.isWindows();
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  @Override
  public Optional<Path> find(String command) {
    List<String> endings = windows ? List.of(".exe", ".cmd", ".bat", "") : List.of("");
    String path = environment("PATH").or(() -> environment("Path")).orElse("");
    for (String folder : path.split(Pattern.quote(java.io.File.pathSeparator))) {
      for (String ending : endings) {
        Optional<Path> file = executable(folder, command + ending);
        if (file.isPresent()) {
          return file;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> executable(String folder, String name) {
    try {
      Path file = Path.of(folder.isEmpty() ? "." : folder, name);
      return Files.isRegularFile(file) && Files.isExecutable(file)
          ? Optional.of(file.toAbsolutePath())
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Output run(List<String> command, Map<String, String> environment, Path directory, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      byte[] text = copy(process.getInputStream(), log);
      return new Output(process.waitFor(), new String(text, StandardCharsets.UTF_8));
    } finally {
      // An interrupt (Ctrl-C) must not leave a build behind.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static byte[] copy(InputStream in, Path log) throws IOException {
    java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
    try (OutputStream out =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] chunk = new byte[8192];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        out.write(chunk, 0, read);
        kept.write(chunk, 0, Math.min(read, RECORDED - Math.min(RECORDED, kept.size())));
      }
    }
    return kept.toByteArray();
  }
}
