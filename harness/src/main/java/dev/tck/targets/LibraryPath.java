package dev.tck.targets;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Makes programs find libtaos and what it loads itself. */
public final class LibraryPath {

  private LibraryPath() {}

  /** Returns the environment variable that names the folder of this library first. */
  public static Map<String, String> of(Path library) {
    String folder = String.valueOf(library.toAbsolutePath().getParent());
    String os = System.getProperty("os.name");
    String name =
        os.startsWith("Windows")
            ? "PATH"
            : os.startsWith("Mac") ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
    String rest = Objects.requireNonNullElse(System.getenv(name), "");
    return Map.of(name, rest.isEmpty() ? folder : folder + File.pathSeparator + rest);
  }
}
