package dev.tck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Clears what an older run left, so that it is not taken for parts of the new report. */
final class ReportFolder {
  private static final List<String> OURS =
      List.of(
          "results.jsonl",
          "index.html",
          "tables.md",
          "support.json",
          "junit.xml",
          "evidence",
          "allure-results");

  private ReportFolder() {}

  static void prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : OURS) {
      Path path = folder.resolve(name);
      if (Files.exists(path)) {
        delete(path);
      }
    }
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
