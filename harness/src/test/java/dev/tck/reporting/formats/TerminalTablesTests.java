package dev.tck.reporting.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Blame;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTablesTests {
  private final Matrix matrix = TestMatrix.load();

  TerminalTablesTests() throws IOException {}

  @Test
  void showsConnectorsFailuresWhatDidNotRunAndTheVerdict() {
    assertThat(new TerminalTables(100, false).render(report(SampleResults.embeddedRun())))
        .isEqualTo(
            """
            embedded server: never counts as a result on TDengine

            Connector        Version  Interface  Connection Management  Execute SQL  Passed
            taos-jdbcdriver  3.7.9    rest       ◌                      ◌            30/30
            taos-jdbcdriver  3.7.9    websocket  ◌                      ◌            30/30
            taos-jdbcdriver  3.5.3    rest       ◌                      ◌ 19/20      29/30
            taos-jdbcdriver  3.5.3    websocket  ◌                      ◌ 19/20      29/30
            taos-ws-py       0.7.0    websocket  ◌                      ◌            30/30
            taospy           2.8.10   rest       ◌                      ◌ 18/20      28/30
            reference        0.1.0    rest       ◌                      ◌            30/30
            reference        0.1.0    websocket  ◌                      ◌            30/30

            taos-jdbcdriver 3.5.3 rest
              SQL-008 fail: check value: expected 8.6, found 8.600000381469727

            taos-jdbcdriver 3.5.3 websocket
              SQL-008 fail: check value: expected 8.6, found 8.600000381469727

            taospy 2.8.10 rest
              SQL-019[ms] unsupported: nanoseconds: timestamps become datetimes of microseconds
              SQL-019[ns] unsupported: nanoseconds: timestamps become datetimes of microseconds

            Not measured
              driver-go 3.7.8 websocket: the registry does not serve driver-go
              taos-jdbcdriver 3.7.9 native, taospy 2.8.10 native: libtaos.so was found neither by --native-lib
                  nor in TAOS_HOME nor in /usr/lib
              tdengine-websocket 3.5.0 websocket: there is no adapter for Node.js yet

            2 of 240 scenarios fail; first SQL-008 in taos-jdbcdriver 3.5.3 rest: check value: expected 8.6,
              found 8.600000381469727.
            """);
  }

  @Test
  void namesContradictionsOfThePage() {
    assertThat(new TerminalTables(100, false).render(report(SampleResults.realRun(false))))
        .contains(
            "The page is wrong here\n"
                + "  Versions, 3.3.0.0 and above, Python: says \"taospy 2.7.15+, taos-ws-py 0.3.2+\" (line"
                + " 39)\n")
        .contains("Execute SQL, Python: says \"Supported\" (line 76)\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 200})
  void staysInsideOfTheTerminal(int width) {
    for (List<Event> events :
        List.of(
            SampleResults.embeddedRun(), SampleResults.realRun(true), SampleResults.hostileRun())) {
      String text = new TerminalTables(width, false).render(report(events));
      assertThat(text.lines().map(DisplayWidth::of)).allMatch(columns -> columns <= width);
    }
  }

  @Test
  void coloursOnlyWhenAsked() {
    Report report = report(SampleResults.realRun(false));
    String plain = new TerminalTables(100, false).render(report);
    String coloured = new TerminalTables(100, true).render(report);
    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[31m✗\u001b[0m", "\u001b[32m○\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
  }

  @Test
  void textsOfResultsDoNotSteerTheTerminal() {
    String text = new TerminalTables(100, false).render(report(SampleResults.hostileRun()));
    assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
    assertThat(text).doesNotContain("\u202E").contains("有中文");
  }

  @Test
  void showsTheTargetIfThereAreSeveral() {
    List<Event> both = new ArrayList<>(SampleResults.embeddedRun());
    both.addAll(SampleResults.realRun(false));
    assertThat(new TerminalTables(120, false).connectors(report(both)))
        .contains("remote 3.3.6.6", "embedded 3.3.6.0");
  }

  @Test
  void rendersATableOfThePage() {
    Report report = report(SampleResults.realRun(false));
    assertThat(new TerminalTables(80, false).table(report.table("rest").orElseThrow()))
        .isEqualTo(
            """
            Feature                Java  Python  Go  Node.js  C#   Rust  C/C++
            Connection Management  ○     ◐       --  n/a      n/a  n/a   n/a
            Execute SQL            ◐     ◐       --  n/a      n/a  n/a   n/a
            """);
  }

  @Test
  void longReasonOfAFailureIsCutAfterTwoLines() {
    Event.Outcome outcome =
        SampleResults.outcome(
            SampleResults.cells(SampleResults.REAL).get(0),
            "SQL-001",
            "execute-sql",
            Status.FAIL,
            Blame.CONNECTOR,
            "row ".repeat(60),
            List.of());
    List<Event> events = List.of(SampleResults.run(SampleResults.STARTED, false), outcome);
    String text = new TerminalTables(60, false).render(report(events));
    assertThat(text)
        .contains(
            "taos-jdbcdriver 3.7.9 rest\n"
                + "  SQL-001 fail: "
                + "row ".repeat(10)
                + "row\n"
                + "      "
                + "row ".repeat(13)
                + "…\n");
  }

  @Test
  void listsTheFirstFailuresOfMany() {
    assertThat(new TerminalTables(100, false).render(report(SampleResults.bigRun(100))))
        .contains("  and 10 more, see the report\n");
  }

  private Report report(List<Event> events) {
    return Report.of(events, matrix, SampleResults.scenarios());
  }
}
