package dev.tck.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of TDengine lies in a folder: installed, unpacked or freshly built.
 *
 * @param taosd is the server
 * @param taosadapter is empty for versions that speak HTTP themselves
 * @param library is libtaos, empty if it is not there
 * @param version is what {@code taosd -V} says
 */
record LocalInstallation(
    Path taosd, Optional<Path> taosadapter, Optional<Path> library, String version) {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(\\.\\d+)?");
  private static final long PATIENCE_SECONDS = 20;
  private static final List<String> PROGRAMS = List.of("bin", "build/bin", "");
  private static final List<String> LIBRARIES =
      List.of("lib", "driver", "build/lib", "../lib", "../driver", "");

  /**
   * Looks for a server.
   *
   * @param folder is where to look; empty for the folders of the PATH
   * @throws TargetException if there is none, with the places that were searched
   */
  static LocalInstallation find(Optional<Path> folder) throws TargetException {
    List<Path> places =
        folder.isPresent()
            ? PROGRAMS.stream().map(folder.get().toAbsolutePath()::resolve).toList()
            : pathFolders();
    for (Path place : places) {
      Path taosd = place.resolve(program("taosd"));
      if (isProgram(taosd)) {
        return in(folder.map(Path::toAbsolutePath).orElse(place), real(taosd));
      }
    }
    throw new TargetException(
        "no "
            + program("taosd")
            + " in "
            + String.join(", ", places.stream().map(Path::toString).toList())
            + "; name the folder of a TDengine: local:DIR, where DIR/bin/taosd is the server");
  }

  private static List<Path> pathFolders() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(Pattern.quote(java.io.File.pathSeparator), -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static LocalInstallation in(Path folder, Path taosd) throws TargetException {
    Path programs = Objects.requireNonNull(taosd.getParent());
    Path adapter = programs.resolve(program("taosadapter"));
    List<Path> libraries = new ArrayList<>();
    for (String place : LIBRARIES) {
      libraries.add(folder.resolve(place));
      libraries.add(programs.resolve(place));
    }
    Optional<Path> library =
        libraries.stream()
            .map(place -> place.resolve(System.mapLibraryName("taos")).normalize())
            .filter(Files::isRegularFile)
            .findFirst();
    return new LocalInstallation(
        taosd,
        isProgram(adapter) ? Optional.of(adapter) : Optional.empty(),
        library,
        version(taosd, library));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  // A folder may be called taosd too, as in TDengine's sources.
  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static String program(String name) {
    return isWindows() ? name + ".exe" : name;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private static String version(Path taosd, Optional<Path> library) throws TargetException {
    try {
      Path output = Files.createTempFile("tck-taosd", ".txt");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(taosd.toString(), "-V")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        library.map(LibraryPath::of).ifPresent(builder.environment()::putAll);
        await(taosd, builder.start());
        return version(taosd, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new TargetException(taosd + " cannot be started: " + e.getMessage());
    }
  }

  private static void await(Path taosd, Process process) throws IOException, TargetException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TargetException(
            taosd + " -V did not end within " + PATIENCE_SECONDS + " s; is it TDengine's server?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted while asking " + taosd + " for its version");
    } finally {
      process.destroyForcibly();
    }
  }

  private static String version(Path taosd, String output) throws TargetException {
    Matcher version = VERSION.matcher(output);
    if (version.find()) {
      return version.group();
    }
    throw new TargetException(
        taosd + " -V tells no version, but: " + output.lines().findFirst().orElse("nothing"));
  }

  /** Returns the command-line client beside the server. */
  Optional<TaosCommand> taos() {
    Path file = taosd.resolveSibling(program("taos"));
    return isProgram(file) ? Optional.of(new TaosCommand(file, library)) : Optional.empty();
  }

  /** Returns the environment variable by which programs find the library. */
  Map<String, String> libraryPath() {
    return library.map(LibraryPath::of).orElse(Map.of());
  }

  /** Returns whether it is a 2.x, which knows other settings. */
  boolean isTwo() {
    return version.startsWith("2.");
  }
}
