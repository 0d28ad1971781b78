package dev.tck.provision;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and copies the files that a path stands for; its last part may have a star. */
final class FilePattern {

  private FilePattern() {}

  /** Returns the files and folders, sorted; relative paths start at the given folder. */
  static List<Path> find(Path base, String pattern) throws IOException {
    String path = pattern.replace('\\', '/');
    int slash = path.lastIndexOf('/');
    Path folder = slash < 0 ? base : base.resolve(path.substring(0, slash + 1));
    String last = path.substring(slash + 1);
    if (!last.contains("*")) {
      Path file = base.resolve(path);
      return Files.exists(file) ? List.of(file) : List.of();
    }
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, last)) {
        files.forEach(found::add);
      }
    }
    found.sort(null);
    return found;
  }

  /** Copies a file to a file, or a folder with everything in it to a folder. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          createParent(target);
          Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Deletes a folder with everything in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  static void createParent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }
}
