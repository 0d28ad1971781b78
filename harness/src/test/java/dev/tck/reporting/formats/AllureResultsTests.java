package dev.tck.reporting.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTests {
  private final Matrix matrix = TestMatrix.load();

  @TempDir Path out;

  AllureResultsTests() throws IOException {}

  @Test
  void everyOutcomeIsAResult() throws IOException {
    Map<String, Long> statuses =
        write(SampleResults.realRun(false)).stream()
            .collect(
                Collectors.groupingBy(
                    node -> node.path("status").asText(), TreeMap::new, Collectors.counting()));
    assertThat(statuses).isEqualTo(Map.of("passed", 234L, "failed", 4L, "skipped", 2L));
  }

  @Test
  void resultHasItsLabelsParametersStepsAndReason() throws IOException {
    JsonNode result =
        find(write(SampleResults.realRun(false)), "taos-jdbcdriver 3.5.3 rest: SQL-008");
    assertThat(result.path("name").asText()).isEqualTo("SQL-008 Scenario SQL-008");
    assertThat(result.path("stage").asText()).isEqualTo("finished");
    assertThat(pairs(result.path("labels")))
        .containsEntry("feature", "execute-sql")
        .containsEntry("suite", "taos-jdbcdriver 3.5.3")
        .containsEntry("subSuite", "rest")
        .containsEntry("parentSuite", "TDengine 3.3.6.6 (remote)")
        .containsEntry("tag", "confirmed");
    assertThat(pairs(result.path("parameters")))
        .containsEntry("version", "3.5.3")
        .containsEntry("interface", "rest");
    assertThat(result.path("statusDetails").path("message").asText())
        .isEqualTo("fail: check value: expected 8.6, found 8.600000381469727");
    assertThat(result.path("steps").findValuesAsText("name"))
        .containsExactly("MUST columns", "MUST value", "SHOULD native-type");
    assertThat(result.path("steps").get(1).path("statusDetails").path("expected").asText())
        .isEqualTo("{\"f32\":\"8.6\"}");
    assertThat(result.path("start").asLong())
        .isEqualTo(SampleResults.STARTED.plusSeconds(3600).toEpochMilli());
    assertThat(result.path("stop").asLong() - result.path("start").asLong()).isEqualTo(12);
  }

  @Test
  void nextRunKnowsItsHistoryAndIsAnotherResult() throws IOException {
    JsonNode first = find(write(SampleResults.realRun(false)), "taospy 2.8.10 rest: CM-007");
    List<Event> later = new ArrayList<>(SampleResults.realRun(false));
    later.set(0, SampleResults.run(SampleResults.STARTED.plusSeconds(99_999), false));
    JsonNode second = find(write(later), "taospy 2.8.10 rest: CM-007");
    assertThat(second.path("historyId")).isEqualTo(first.path("historyId"));
    assertThat(second.path("testCaseId")).isEqualTo(first.path("testCaseId"));
    assertThat(second.path("uuid")).isNotEqualTo(first.path("uuid"));
  }

  @Test
  void historiesOfCellsAndScenariosAreApart() throws IOException {
    List<JsonNode> results = write(SampleResults.realRun(false));
    assertThat(results.stream().map(node -> node.path("historyId").asText()).distinct())
        .hasSize(240);
    assertThat(results.stream().map(node -> node.path("testCaseId").asText()).distinct())
        .hasSize(30);
  }

  @Test
  void evidenceIsAttached() throws IOException {
    Path evidence = Files.createDirectories(out.resolve("evidence/taos-jdbcdriver/SQL-008"));
    Files.writeString(evidence.resolve("transcript.jsonl"), "{\"seq\":1}\n");
    Files.write(evidence.resolve("capture.bin"), new byte[] {1, 2, 3});
    JsonNode result =
        find(write(SampleResults.realRun(false)), "taos-jdbcdriver 3.5.3 rest: SQL-008");
    JsonNode attachments = result.path("attachments");
    assertThat(attachments.findValuesAsText("name"))
        .containsExactly("capture.bin", "transcript.jsonl");
    assertThat(attachments.findValuesAsText("type"))
        .containsExactly("application/octet-stream", "text/plain");
    Path copy =
        out.resolve(AllureResults.FOLDER).resolve(attachments.get(1).path("source").asText());
    assertThat(copy).hasContent("{\"seq\":1}\n");
  }

  @Test
  void filesBesideTheEvidenceBelongToIt() throws IOException {
    Path folder = Files.createDirectories(out.resolve("evidence/taospy"));
    for (String name : List.of("A.txt", "A.wire.ndjson", "AB.txt", "B.txt")) {
      Files.writeString(folder.resolve(name), name);
    }
    Event.Outcome outcome =
        SampleResults.pass(
            SampleResults.cells(SampleResults.REAL).get(0),
            SampleResults.scenarios().find("SQL-001").orElseThrow());
    Evidence evidence = new Evidence(out);
    assertThat(evidence.files(withEvidence(outcome, "evidence/taospy/A.txt")))
        .extracting(evidence::link)
        .containsExactly("evidence/taospy/A.txt", "evidence/taospy/A.wire.ndjson");
    assertThat(evidence.files(withEvidence(outcome, "evidence/taospy/C.txt"))).isEmpty();
  }

  @Test
  void secondReportReplacesTheFirstAndNothingElse() throws IOException {
    write(SampleResults.realRun(false));
    Path own =
        Files.writeString(
            out.resolve(AllureResults.FOLDER).resolve("environment.properties"), "a=b");
    assertThat(write(SampleResults.hostileRun())).hasSize(SampleResults.HOSTILE.size());
    assertThat(own).exists();
  }

  @Test
  void evidenceOutsideOfTheFolderIsNotTouched() throws IOException {
    Path report = Files.createDirectories(out.resolve("report"));
    Files.writeString(out.resolve("secret.txt"), "secret");
    Event.Outcome honest =
        SampleResults.outcome(
            SampleResults.cells(SampleResults.REAL).get(0),
            "A",
            "execute-sql",
            dev.tck.results.Status.FAIL,
            null,
            "",
            List.of());
    for (String path :
        List.of("../secret.txt", out.resolve("secret.txt").toString(), ".", "\u0000")) {
      Event.Outcome outcome = withEvidence(honest, path);
      assertThat(new Evidence(report).files(outcome)).isEmpty();
    }
  }

  private static Event.Outcome withEvidence(Event.Outcome outcome, String evidence) {
    return new Event.Outcome(
        outcome.scenario(),
        outcome.title(),
        outcome.feature(),
        outcome.connector(),
        outcome.version(),
        outcome.language(),
        outcome.interfaceId(),
        outcome.target(),
        outcome.row(),
        outcome.platform(),
        outcome.status(),
        outcome.blame(),
        outcome.reason(),
        outcome.provisional(),
        outcome.checks(),
        outcome.durationMicros(),
        evidence);
  }

  private List<JsonNode> write(List<Event> events) throws IOException {
    new AllureResults().write(Report.of(events, matrix, SampleResults.scenarios()), out);
    List<JsonNode> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(out.resolve(AllureResults.FOLDER))) {
      for (Path file :
          files.filter(path -> path.toString().endsWith("-result.json")).sorted().toList()) {
        results.add(new ObjectMapper().readTree(file.toFile()));
      }
    }
    return results;
  }

  private static JsonNode find(List<JsonNode> results, String fullName) {
    return results.stream()
        .filter(node -> node.path("fullName").asText().equals(fullName))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> pairs(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .collect(
            Collectors.toMap(
                node -> node.path("name").asText(), node -> node.path("value").asText()));
  }
}
