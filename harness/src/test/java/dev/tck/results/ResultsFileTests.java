package dev.tck.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTests {
  private static final Platform LINUX = new Platform("x64", "linux");
  private static final CellKey CELL =
      new CellKey(
          "taospy", "2.8.10", "python", "rest", new TargetId("embedded", "3.3.6.6"), "3.3", LINUX);
  private static final List<Event> EVENTS =
      List.of(
          new Event.Run(
              Event.SCHEMA,
              "0.1.0",
              "abc",
              Instant.parse("2026-11-23T05:00:00Z"),
              new Event.Machine("x64", "linux", "6.1", false),
              false,
              "p1"),
          Event.Cell.measured(CELL, "CPython 3.11.7", List.of("probe")),
          new Event.Outcome(
              "SQL-001",
              "Stores a row",
              "execute-sql",
              "taospy",
              "2.8.10",
              "python",
              "rest",
              CELL.target(),
              "3.3",
              LINUX,
              Status.FAIL,
              Blame.CONNECTOR,
              "rows differ",
              false,
              List.of(
                  CheckResult.fail("rows", Level.MUST, "1", "2"),
                  CheckResult.pass("columns", Level.MUST)),
              1234,
              "evidence/x.txt"),
          new Event.Control("SQL-001", "rest", CELL.target(), Status.PASS, false, "", List.of()),
          new Event.Note(Instant.parse("2026-11-23T05:00:01Z"), "restarted"),
          Event.Cell.notRun(CELL, "no python"),
          new Event.End(1, "1 failure", false, Map.of("fail", 1)));

  @TempDir Path folder;

  private Path written() throws IOException {
    Path file = folder.resolve("results.jsonl");
    try (ResultsWriter writer = new ResultsWriter(file)) {
      EVENTS.forEach(writer);
    }
    return file;
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    assertThat(new ResultsReader().read(written())).isEqualTo(EVENTS);
  }

  @Test
  void spellsFieldsAsTheContractDoes() throws IOException {
    String outcome = Files.readAllLines(written()).get(2);
    assertThat(outcome)
        .startsWith(
            "{\"type\":\"outcome\",\"scenario\":\"SQL-001\",\"title\":\"Stores a row\",\"feature\":\"execute-sql\"")
        .contains(
            "\"interface\":\"rest\"", "\"target\":{\"kind\":\"embedded\",\"tdengine\":\"3.3.6.6\"}")
        .contains(
            "\"status\":\"fail\",\"blame\":\"connector\"",
            "\"provisional\":false",
            "\"durationMicros\":1234")
        .contains(
            "{\"id\":\"rows\",\"level\":\"MUST\",\"status\":\"fail\",\"expected\":\"1\",\"actual\":\"2\"}");
  }

  @Test
  void dropsALastLineThatWasCutOff() throws IOException {
    Path file = written();
    Files.writeString(file, "{\"type\":\"note\",\"at\":\"2026-11", StandardOpenOption.APPEND);
    assertThat(new ResultsReader().read(file)).isEqualTo(EVENTS);
  }

  @Test
  void namesTheLineThatIsNoEvent() throws IOException {
    Path file = written();
    List<String> lines = Files.readAllLines(file);
    lines.set(2, "{\"type\":\"surprise\"}");
    Files.write(file, lines);
    assertThatThrownBy(() -> new ResultsReader().read(file))
        .isInstanceOf(ResultsFormatException.class)
        .hasMessageContaining("results.jsonl:3: no event");
  }

  @Test
  void ignoresFieldsOfNewerHarnesses() throws IOException {
    Path file = folder.resolve("newer.jsonl");
    Files.writeString(
        file,
        "{\"type\":\"note\",\"at\":\"2026-11-23T05:00:01Z\",\"text\":\"hi\",\"mood\":\"fine\"}\n");
    assertThat(new ResultsReader().read(file))
        .containsExactly(new Event.Note(Instant.parse("2026-11-23T05:00:01Z"), "hi"));
  }
}
