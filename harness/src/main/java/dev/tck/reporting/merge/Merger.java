package dev.tck.reporting.merge;

import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.ResultsFormatException;
import dev.tck.results.TargetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Merges runs: of a scenario in a cell the newest outcome wins, and a cell that some run measured
 * is measured, whatever another run could not do.
 */
final class Merger {
  private final List<RunSummary> runs = new ArrayList<>();
  private final Map<CellKey, CellBuilder> cells = new TreeMap<>(new CellOrder());

  Merged merge(List<Event> events) {
    List<List<Event>> files = split(events);
    files.sort(Comparator.comparing(file -> run(file).started()));
    files.forEach(this::add);
    return new Merged(runs, cells.values().stream().map(CellBuilder::build).toList());
  }

  private static List<List<Event>> split(List<Event> events) {
    List<List<Event>> files = new ArrayList<>();
    for (Event event : events) {
      if (files.isEmpty() || event instanceof Event.Run) {
        files.add(new ArrayList<>());
      }
      files.get(files.size() - 1).add(event);
    }
    return files;
  }

  private static Event.Run run(List<Event> file) {
    if (!(file.get(0) instanceof Event.Run run)) {
      throw new ResultsFormatException(
          "the results begin with a line that is no run; the first line of results.jsonl must have"
              + " \"type\":\"run\"");
    }
    if (run.schema() > Event.SCHEMA) {
      throw new ResultsFormatException(
          "results of format "
              + run.schema()
              + " from harness "
              + run.harness()
              + "; this harness reads formats up to "
              + Event.SCHEMA
              + ", use a newer one");
    }
    return run;
  }

  private void add(List<Event> file) {
    Event.Run run = run(file);
    List<Event.Note> notes = new ArrayList<>();
    Event.End end = null;
    Map<ControlKey, Event.Control> controls = controls(file);
    for (Event event : file) {
      if (event instanceof Event.Cell cell) {
        cell(cell.key()).announce(cell, run);
      } else if (event instanceof Event.Outcome outcome) {
        cell(outcome.key()).add(outcome, run, controls.get(ControlKey.of(outcome)));
      } else if (event instanceof Event.Note note) {
        notes.add(note);
      } else if (event instanceof Event.End last) {
        end = last;
      }
    }
    runs.add(new RunSummary(run, end, notes));
  }

  private static Map<ControlKey, Event.Control> controls(List<Event> file) {
    Map<ControlKey, Event.Control> controls = new HashMap<>();
    for (Event event : file) {
      if (event instanceof Event.Control control) {
        controls.put(ControlKey.of(control), control);
      }
    }
    return controls;
  }

  private CellBuilder cell(CellKey key) {
    return cells.computeIfAbsent(key, CellBuilder::new);
  }

  /** Says which outcomes a control belongs to. */
  private record ControlKey(String scenario, String interfaceId, TargetId target) {
    private static ControlKey of(Event.Outcome outcome) {
      return new ControlKey(outcome.scenario(), outcome.interfaceId(), outcome.target());
    }

    private static ControlKey of(Event.Control control) {
      return new ControlKey(control.scenario(), control.interfaceId(), control.target());
    }
  }

  /** Gathers a cell, the oldest run first. */
  private static final class CellBuilder {
    private final CellKey key;
    private final Map<String, Measured> outcomes = new TreeMap<>();
    private String runtime = "";
    private List<String> capabilities = List.of();
    private String notRun = "";
    private Event.Run run =
        new Event.Run(
            Event.SCHEMA,
            "",
            "",
            Instant.EPOCH,
            new Event.Machine("unknown", "unknown", "", false),
            false,
            "");

    private CellBuilder(CellKey key) {
      this.key = key;
    }

    private void announce(Event.Cell cell, Event.Run newRun) {
      if (cell.status() == null) {
        runtime = cell.runtime();
        capabilities = cell.capabilities();
        run = newRun;
      } else {
        notRun = cell.reason();
        run = outcomes.isEmpty() ? newRun : run;
      }
    }

    private void add(Event.Outcome outcome, Event.Run newRun, Event.@Nullable Control control) {
      outcomes.put(outcome.scenario(), new Measured(outcome, newRun, control));
      run = newRun;
    }

    private MeasuredCell build() {
      String reason = notRun.isEmpty() ? "no scenario of it was executed" : notRun;
      return new MeasuredCell(
          key,
          runtime,
          capabilities,
          outcomes.isEmpty() ? reason : "",
          run,
          new ArrayList<>(outcomes.values()));
    }
  }
}
