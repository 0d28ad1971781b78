package dev.tck.reporting.merge;

import static dev.tck.reporting.SampleResults.REAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tck.reporting.SampleResults;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.ResultsFormatException;
import dev.tck.results.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedTests {
  private static final CellKey CELL = SampleResults.cells(REAL).get(0);
  private static final Instant EARLY = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-02T00:00:00Z");

  @Test
  void newestOutcomeOfAScenarioWinsWhateverTheOrderOfTheFiles() {
    List<Event> old = run(EARLY, outcome("A", Status.FAIL), outcome("B", Status.PASS));
    List<Event> young = run(LATE, outcome("A", Status.PASS));
    for (List<Event> events : List.of(concat(old, young), concat(young, old))) {
      MeasuredCell cell = Merged.of(events).cells().get(0);
      assertThat(cell.outcomes())
          .extracting(each -> each.scenario() + " " + each.outcome().status().text())
          .containsExactly("A pass", "B pass");
      assertThat(cell.outcomes().get(0).run().started()).isEqualTo(LATE);
      assertThat(cell.outcomes().get(1).run().started()).isEqualTo(EARLY);
      assertThat(cell.run().started()).isEqualTo(LATE);
    }
  }

  @Test
  void measuredCellStaysMeasuredWhenAnotherRunCouldNot() {
    List<Event> measured = run(EARLY, outcome("A", Status.PASS));
    List<Event> notRun = run(LATE, Event.Cell.notRun(CELL, "there is no toolchain"));
    MeasuredCell cell = Merged.of(concat(measured, notRun)).cells().get(0);
    assertThat(cell.isMeasured()).isTrue();
    assertThat(cell.notRun()).isEmpty();
    assertThat(cell.run().started()).isEqualTo(EARLY);
  }

  @Test
  void cellWithoutOutcomesHasAReason() {
    MeasuredCell announced =
        Merged.of(run(EARLY, Event.Cell.measured(CELL, "OpenJDK", List.of()))).cells().get(0);
    assertThat(announced.notRun()).isEqualTo("no scenario of it was executed");
    MeasuredCell refused =
        Merged.of(run(EARLY, Event.Cell.notRun(CELL, "there is no toolchain"))).cells().get(0);
    assertThat(refused.notRun()).isEqualTo("there is no toolchain");
  }

  @Test
  void controlsBelongToTheOutcomesOfTheirRun() {
    Event.Control control =
        new Event.Control("A", CELL.interfaceId(), REAL, Status.FAIL, true, "", List.of());
    List<Event> events =
        concat(
            run(EARLY, outcome("B", Status.FAIL)), run(LATE, outcome("A", Status.FAIL), control));
    List<Measured> outcomes = Merged.of(events).cells().get(0).outcomes();
    assertThat(outcomes.get(0).control()).contains(control);
    assertThat(outcomes.get(1).control()).isEmpty();
  }

  @Test
  void runWithoutAnEndIsPartial() {
    List<Event> killed = List.of(SampleResults.run(EARLY, false), outcome("A", Status.PASS));
    assertThat(Merged.of(killed).isPartial()).isTrue();
    assertThat(Merged.of(run(EARLY, outcome("A", Status.PASS))).isPartial()).isFalse();
    List<Event> interrupted = new ArrayList<>(killed);
    interrupted.add(new Event.End(3, "interrupted", true, Map.of()));
    assertThat(Merged.of(interrupted).isPartial()).isTrue();
  }

  @Test
  void cellsAreSortedByConnectorThenNewestVersionThenInterfaceAndOursIsLast() {
    assertThat(Merged.of(SampleResults.realRun(false)).cells())
        .extracting(cell -> cell.key().display())
        .containsExactly(
            "driver-go 3.7.8 websocket",
            "taos-jdbcdriver 3.7.9 native",
            "taos-jdbcdriver 3.7.9 rest",
            "taos-jdbcdriver 3.7.9 websocket",
            "taos-jdbcdriver 3.5.3 rest",
            "taos-jdbcdriver 3.5.3 websocket",
            "taos-ws-py 0.7.0 websocket",
            "taospy 2.8.10 native",
            "taospy 2.8.10 rest",
            "tdengine-websocket 3.5.0 websocket",
            "reference 0.1.0 rest",
            "reference 0.1.0 websocket");
  }

  @Test
  void refusesResultsWithoutARun() {
    assertThatThrownBy(() -> Merged.of(List.of(outcome("A", Status.PASS))))
        .isInstanceOf(ResultsFormatException.class)
        .hasMessage(
            "the results begin with a line that is no run; the first line of results.jsonl must"
                + " have \"type\":\"run\"");
  }

  @Test
  void refusesANewerFormat() {
    Event.Run run = SampleResults.run(EARLY, false);
    Event.Run newer = new Event.Run(2, "0.9.0", "", run.started(), run.platform(), false, "");
    assertThatThrownBy(() -> Merged.of(List.of(newer)))
        .hasMessage(
            "results of format 2 from harness 0.9.0; this harness reads formats up to 1, use a"
                + " newer one");
  }

  @Test
  void nothingMergesToNothing() {
    assertThat(Merged.of(List.of()).cells()).isEmpty();
  }

  private static List<Event> run(Instant started, Event... events) {
    List<Event> all = new ArrayList<>(List.of(SampleResults.run(started, false)));
    all.addAll(List.of(events));
    all.add(new Event.End(0, "", false, Map.of()));
    return all;
  }

  private static List<Event> concat(List<Event> first, List<Event> second) {
    List<Event> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static Event.Outcome outcome(String scenario, Status status) {
    return SampleResults.outcome(
        CELL,
        scenario,
        "execute-sql",
        status,
        status == Status.PASS ? null : Blame.CONNECTOR,
        "",
        List.of());
  }
}
