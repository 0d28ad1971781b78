package dev.tck.provision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes one short text out of everything that a cache entry depends on. */
final class CacheKey {
  private static final int LENGTH = 16;
  // What builds and tools leave in source folders is no source.
  private static final Set<String> LEFT_OUT =
      Set.of(".git", "target", "build", "dist", "node_modules", "__pycache__", ".venv", ".idea");

  private final MessageDigest digest = sha256();

  /** Adds a text under a name. */
  CacheKey add(String name, String text) {
    digest.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds a file, or all files of a folder with their names. */
  CacheKey add(String name, Path path) throws IOException {
    add(name, Files.isDirectory(path) ? "folder" : "file");
    for (Path file : files(path)) {
      add("file", path.relativize(file).toString().replace('\\', '/'));
      add("content", checksum(file));
    }
    return this;
  }

  /** Returns the key. */
  String text() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }

  /** Returns the key of several keys, whatever their order. */
  static String of(Collection<String> keys) {
    CacheKey key = new CacheKey();
    keys.stream().sorted().distinct().forEach(each -> key.add("key", each));
    return key.text();
  }

  /** Returns a file's SHA-256 in hexadecimal digits. */
  static String checksum(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path path) throws IOException {
    try (Stream<Path> paths = Files.walk(path)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(file -> counts(path, file))
          .sorted()
          .toList();
    }
  }

  private static boolean counts(Path root, Path file) {
    for (Path part : root.relativize(file)) {
      if (LEFT_OUT.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
