package dev.tck.reporting.merge;

import dev.tck.results.CellKey;
import dev.tck.results.Event;
import java.util.List;
import java.util.Optional;

/**
 * Holds the results of one run or of many as one.
 *
 * @param runs are the runs, the oldest first
 * @param cells are the cells, each once, in the order of {@link CellOrder}
 */
public record Merged(List<RunSummary> runs, List<MeasuredCell> cells) {
  public Merged {
    runs = List.copyOf(runs);
    cells = List.copyOf(cells);
  }

  /**
   * Merges events.
   *
   * @param events are those of one file of results or of many, one after another; each file begins
   *     with its run
   * @throws dev.tck.results.ResultsFormatException if a run has a format that is newer than ours
   */
  public static Merged of(List<Event> events) {
    return new Merger().merge(events);
  }

  /** Returns the cells that have outcomes. */
  public List<MeasuredCell> measured() {
    return cells.stream().filter(MeasuredCell::isMeasured).toList();
  }

  /** Returns the cells that were not measured. */
  public List<MeasuredCell> notRun() {
    return cells.stream().filter(cell -> !cell.isMeasured()).toList();
  }

  /** Finds a cell. */
  public Optional<MeasuredCell> find(CellKey key) {
    return cells.stream().filter(cell -> cell.key().equals(key)).findFirst();
  }

  /** Returns whether a run ended before it was done. */
  public boolean isPartial() {
    return runs.stream().anyMatch(RunSummary::isPartial);
  }
}
