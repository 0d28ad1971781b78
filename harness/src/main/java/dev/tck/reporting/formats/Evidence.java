package dev.tck.reporting.formats;

import dev.tck.results.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the evidence of outcomes in a report's folder, and nothing outside of it. */
public final class Evidence {
  private final Path out;

  /** Creates the evidence of a report's folder. */
  public Evidence(Path out) {
    this.out = out.toAbsolutePath().normalize();
  }

  /**
   * Returns the files kept of an outcome, by name: those of a folder, or the file itself with those
   * beside it that differ in what follows the name, such as {@code SQL-001.txt} and {@code
   * SQL-001.wire.ndjson}.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<Path> files(Event.Outcome outcome) throws IOException {
    if (outcome.evidence().isEmpty()) {
      return List.of();
    }
    Path place = place(outcome.evidence());
    if (Files.isDirectory(place)) {
      return list(place, "");
    }
    Path folder = place.getParent();
    if (folder == null || !Files.isRegularFile(place)) {
      return List.of();
    }
    String name = String.valueOf(place.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 1 ? List.of(place) : list(folder, name.substring(0, dot + 1));
  }

  private static List<Path> list(Path folder, String prefix) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(entry -> String.valueOf(entry.getFileName()).startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  /** Returns a file as a link from the report's folder: with slashes, on every system. */
  public String link(Path file) {
    return out.relativize(file).toString().replace('\\', '/');
  }

  private Path place(String evidence) {
    try {
      Path place = out.resolve(evidence).normalize();
      return place.startsWith(out) && !place.equals(out) ? place : out.resolve("evidence-outside");
    } catch (InvalidPathException e) {
      return out.resolve("evidence-outside");
    }
  }
}
