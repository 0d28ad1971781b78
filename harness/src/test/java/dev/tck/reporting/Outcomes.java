package dev.tck.reporting;

import dev.tck.matrix.Version;
import dev.tck.matrix.VersionRange;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.merge.Merged;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds small sets of outcomes, one by one. */
public final class Outcomes {
  public static final String FEATURE = "execute-sql";

  private final CellKey cell;
  private final List<Event> events = new ArrayList<>();

  /** Begins outcomes of a cell in a run. */
  public Outcomes(CellKey cell, boolean official) {
    this.cell = cell;
    events.add(SampleResults.run(SampleResults.STARTED, official));
  }

  /** Begins outcomes of the official Java connector over REST. */
  public static Outcomes of(dev.tck.results.TargetId target) {
    return new Outcomes(
        SampleResults.cell("taos-jdbcdriver", "3.7.9", "java", "rest", target), false);
  }

  public Outcomes pass(String scenario) {
    return add(scenario, Status.PASS, null, false);
  }

  public Outcomes add(String scenario, Status status, @Nullable Blame blame) {
    return add(scenario, status, blame, false);
  }

  public Outcomes add(String scenario, Status status, @Nullable Blame blame, boolean provisional) {
    Event.Outcome outcome =
        SampleResults.outcome(
            cell,
            scenario,
            FEATURE,
            status,
            blame,
            status == Status.PASS ? "" : "reason of " + scenario,
            List.of());
    events.add(
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
            outcome.reason(),
            provisional,
            outcome.checks(),
            outcome.durationMicros(),
            outcome.evidence()));
    return this;
  }

  /** Ends the run and returns its events. */
  public List<Event> events() {
    List<Event> all = new ArrayList<>(events);
    all.add(new Event.End(0, "", false, Map.of()));
    return all;
  }

  /** Returns the run's only cell. */
  public MeasuredCell cell() {
    return Merged.of(events()).cells().get(0);
  }

  /** Creates an index of scenarios of one feature; those with a star are core. */
  public static ScenarioIndex index(String... scenarios) {
    List<ScenarioIndex.Entry> entries = new ArrayList<>();
    for (String scenario : scenarios) {
      entries.add(
          new ScenarioIndex.Entry(
              scenario.replace("*", ""),
              "",
              FEATURE,
              scenario.endsWith("*"),
              Set.of(),
              VersionRange.from(Version.LOWEST),
              Set.of()));
    }
    return ScenarioIndex.of(entries);
  }
}
