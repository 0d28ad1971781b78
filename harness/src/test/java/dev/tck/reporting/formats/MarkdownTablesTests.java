package dev.tck.reporting.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.tables.Report;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTablesTests {
  private final Matrix matrix = TestMatrix.load();

  MarkdownTablesTests() throws IOException {}

  @Test
  void sameResultsGiveTheSameBytesAtAnotherTimeOnAnotherMachine() {
    List<Event> first = SampleResults.realRun(false);
    assertThat(render(elsewhere(first))).isEqualTo(render(first));
  }

  @Test
  void threeShardsMergedGiveTheSameBytesAsOneRun() {
    List<Event> whole = SampleResults.realRun(false);
    List<Event> merged = new ArrayList<>();
    for (int shard = 2; shard >= 0; shard--) {
      merged.addAll(shard(whole, shard));
    }
    assertThat(render(merged)).isEqualTo(render(whole));
  }

  @Test
  void orderOfEventsDoesNotMatter() {
    List<Event> events = new ArrayList<>(SampleResults.realRun(false));
    Collections.reverse(events.subList(1, events.size() - 1));
    assertThat(render(events)).isEqualTo(render(SampleResults.realRun(false)));
  }

  @Test
  void holdsNoDurationPathHostOrLocalTime() {
    String text = render(SampleResults.realRun(false));
    assertThat(text)
        .doesNotContain("127.0.0.1", "/usr/lib", "10 s", "0.3 s", "evidence/", "sha256", "amd64")
        .doesNotContain("12345", "2026-11-23T04");
    assertThat(text.replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z", ""))
        .doesNotContainPattern("\\d{2}:\\d{2}:\\d{2}");
  }

  @Test
  void cellHasTheMarkAndTheClaim() {
    assertThat(render(SampleResults.realRun(false)))
        .contains("| Execute SQL | ◐ (Supported) | ✗ (Supported) | -- (Supported) |")
        .contains(
            "| X86 64bit macOS | -- (●) | -- (●) | -- (●) | n/a (○) | -- (○) | -- (●) | -- (●) |")
        .contains(
            "| taos-ws-py | 0.7.0 | websocket | TDengine 3.3.6.6 (remote) | x64 linux | ○ | ✗ |");
  }

  @Test
  void failuresNameTheirChecks() {
    assertThat(render(SampleResults.realRun(false)))
        .contains(
            "- SQL-008 Scenario SQL-008: fail, blame: connector, checks: value, native-type\n")
        .contains("- SQL-019\\[ns\\] Scenario SQL-019\\[ns\\]: unsupported, blame: connector\n");
  }

  @Test
  void embeddedServerIsNamedAtTheTop() {
    assertThat(render(SampleResults.embeddedRun()).lines().skip(2).findFirst().orElseThrow())
        .startsWith("> Measured on the embedded server only.");
    assertThat(render(SampleResults.realRun(false))).doesNotContain("embedded server only. It");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a|b! a\\|b",
        "`x` *y* _z_! \\`x\\` \\*y\\* \\_z\\_",
        "[a](javascript:b)! \\[a\\](javascript:b)",
        "<script>& x! \\<script\\>&amp; x",
        "# no heading! \\# no heading"
      })
  void noTextIsTakenForMarkup(String raw, String escaped) {
    assertThat(Markdown.escape(raw)).isEqualTo(escaped);
  }

  @Test
  void everyTextStaysInItsLine() {
    assertThat(Markdown.escape("one\n\ttwo\r\n three\u0000\u202E")).isEqualTo("one two three");
    String table =
        render(SampleResults.hostileRun())
            .lines()
            .dropWhile(line -> !line.startsWith("| Connector"))
            .takeWhile(line -> line.startsWith("|"))
            .reduce("", (all, line) -> all + line + "\n");
    assertThat(table.lines()).hasSize(2 + SampleResults.HOSTILE.size());
    assertThat(
            table
                .lines()
                .map(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count()))
        .containsOnly(8L);
  }

  private String render(List<Event> events) {
    return new MarkdownTables().render(Report.of(events, matrix, SampleResults.scenarios()));
  }

  /** Moves a run to another machine and another day. */
  private static List<Event> elsewhere(List<Event> events) {
    List<Event> moved = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.Run run) {
        moved.add(
            new Event.Run(
                run.schema(),
                run.harness(),
                run.commit(),
                run.started().plus(Duration.ofDays(3)),
                new Event.Machine("x64", "linux", "5.15.0-1-generic", true),
                run.official(),
                "sha256:other"));
      } else if (event instanceof Event.Outcome outcome) {
        moved.add(
            new Event.Outcome(
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
                outcome.reason().replace("41873", "50001").replace("0.3 s", "2.71 s"),
                outcome.provisional(),
                outcome.checks(),
                outcome.durationMicros() * 7,
                outcome.evidence() + "-2"));
      } else {
        moved.add(event);
      }
    }
    return moved;
  }

  /** Returns every third cell of a run as a run of its own, at a time of its own. */
  private static List<Event> shard(List<Event> whole, int shard) {
    List<CellKey> cells =
        whole.stream()
            .filter(Event.Cell.class::isInstance)
            .map(event -> ((Event.Cell) event).key())
            .toList();
    List<Event> events = new ArrayList<>();
    for (Event event : whole) {
      if (event instanceof Event.Run run) {
        events.add(SampleResults.run(run.started().plusSeconds(100L * shard), false));
      } else if (event instanceof Event.Cell cell) {
        addIf(events, cells.indexOf(cell.key()) % 3 == shard, event);
      } else if (event instanceof Event.Outcome outcome) {
        addIf(events, cells.indexOf(outcome.key()) % 3 == shard, event);
      } else {
        events.add(event);
      }
    }
    return events;
  }

  private static void addIf(List<Event> events, boolean condition, Event event) {
    if (condition) {
      events.add(event);
    }
  }
}
