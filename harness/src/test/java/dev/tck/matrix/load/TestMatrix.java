package dev.tck.matrix.load;

import dev.tck.matrix.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The matrix of this repository, for tests. */
public final class TestMatrix {
  /** The folder, seen from the module's. */
  public static final Path FOLDER = Path.of("..", "matrix");

  private TestMatrix() {}

  /** Loads it. */
  public static Matrix load() throws IOException {
    return new MatrixLoader().load(FOLDER);
  }

  /** Copies it, so that a test can break the copy. */
  static void copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(FOLDER.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
