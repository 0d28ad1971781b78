package dev.tck.targets.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the image's root folder. */
final class RootFolder {
  static final String JAVA = "/opt/tck/java";
  static final String CLASSES = "/opt/tck/lib";

  private RootFolder() {}

  static void write(Path root, List<Path> classPath) throws ImageException, IOException {
    Path java = inside(root, JAVA);
    Files.createDirectories(Objects.requireNonNull(java.getParent()));
    JavaRuntime.write(java);
    for (Path library : new SharedLibraries("ldd").neededBy(binaries(java))) {
      copy(library, inside(root, library.toString()));
    }
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        copyTree(entry, inside(root, CLASSES));
      } else {
        copy(entry, inside(root, CLASSES).resolve(entry.getFileName()));
      }
    }
  }

  private static Path inside(Path root, String absolute) {
    return root.resolve(absolute.substring(1));
  }

  private static List<Path> binaries(Path java) throws IOException {
    try (Stream<Path> files = Files.walk(java)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file ->
                  file.toString().endsWith(".so")
                      || Objects.requireNonNull(file.getParent()).endsWith("bin"))
          .toList();
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  // Follows links, so that the name the loader looks for is a file of its own.
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
