package dev.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.results.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTableTests {
  @TempDir private Path folder;

  private static String result(String benchmark, String connector, String score, String error) {
    return """
        {"benchmark":"dev.tck.benchmarks.%s","forks":2,"measurementIterations":5,
         "params":{"connector":"%s","interfaceId":"rest"},
         "primaryMetric":{"score":%s,"scoreError":%s}}
        """
        .formatted(benchmark, connector, score, error);
  }

  private String table(String kind, String... results) throws IOException {
    Path json =
        Files.writeString(folder.resolve("jmh.json"), "[" + String.join(",", results) + "]");
    return BenchTable.of(json, kind, "3.3.6.6", new Platform("x64", "linux"));
  }

  @Test
  void comparesWithTheReferenceConnector() throws IOException {
    assertThat(
            table(
                "remote",
                result("InsertBenchmark.insert", "reference", "200000.4", "1500.2"),
                result("InsertBenchmark.insert", "jdbc=3.7.9", "50000", "\"NaN\""),
                result("FetchBenchmark.fetch", "jdbc=3.7.9", "7", "0")))
        .contains("Target: TDengine 3.3.6.6. Platform: linux x64. JMH, 2 forks of 5 iterations;")
        .contains("| insert | rest | reference | 200,000 | 1,500 | 1.00 |")
        .contains("| insert | rest | jdbc | 50,000 | - | 0.25 |")
        .contains("| fetch | rest | jdbc | 7 | 0 | - |");
  }

  @Test
  void saysThatTheEmbeddedServerIsNoMeasure() throws IOException {
    assertThat(table("embedded", result("A.a", "reference", "1", "0")))
        .contains("Target: the embedded server (says nothing of TDengine).");
  }
}
