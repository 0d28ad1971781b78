package dev.tck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tck.results.CellKey;
import dev.tck.results.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a table of JMH's results: rows or round trips a second, and the ratio to the reference
 * connector.
 */
final class BenchTable {

  private BenchTable() {}

  private record Score(double value, double error) {}

  static String of(Path json, String targetKind, String tdengine, Platform platform)
      throws IOException {
    JsonNode results = JsonMapper.builder().build().readTree(json.toFile());
    Map<String, Map<String, Score>> byBenchmark = new LinkedHashMap<>();
    int forks = 0;
    int iterations = 0;
    for (JsonNode result : results) {
      String connector = result.path("params").path("connector").asText();
      String name =
          result.path("benchmark").asText().replaceAll(".*[.]", "")
              + " | "
              + result.path("params").path("interfaceId").asText();
      JsonNode metric = result.path("primaryMetric");
      forks = result.path("forks").asInt();
      iterations = result.path("measurementIterations").asInt();
      byBenchmark
          .computeIfAbsent(name, key -> new LinkedHashMap<>())
          .put(
              connector.replaceAll("=.*", ""),
              new Score(metric.path("score").asDouble(), metric.path("scoreError").asDouble()));
    }
    StringBuilder table = new StringBuilder();
    table.append("# Throughput\n\n");
    table
        .append("Target: ")
        .append(
            targetKind.equals("embedded")
                ? "the embedded server (says nothing of TDengine)"
                : "TDengine " + tdengine)
        .append(". Platform: ")
        .append(platform.os())
        .append(' ')
        .append(platform.cpu())
        .append(". JMH, ")
        .append(forks)
        .append(" forks of ")
        .append(iterations)
        .append(" iterations; only ratios within this table mean anything.\n\n");
    table.append("| benchmark | interface | connector | per second | ± | ratio to reference |\n");
    table.append("|---|---|---|---:|---:|---:|\n");
    byBenchmark.forEach((name, scores) -> rows(table, name, scores));
    table.append("\nAn operation is a row for insert and fetch, a query for roundTrip.\n");
    return table.toString();
  }

  private static void rows(StringBuilder table, String name, Map<String, Score> scores) {
    Score reference = scores.get(CellKey.REFERENCE);
    scores.forEach(
        (connector, score) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %s | %s |%n",
                    name,
                    connector,
                    score.value(),
                    Double.isNaN(score.error())
                        ? "-"
                        : String.format(Locale.ROOT, "%,.0f", score.error()),
                    ratio(score, reference))));
  }

  private static String ratio(Score score, @org.jspecify.annotations.Nullable Score reference) {
    return reference == null
        ? "-"
        : String.format(
            Locale.ROOT, "%.2f", score.value() / Objects.requireNonNull(reference).value());
  }
}
