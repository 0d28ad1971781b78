package dev.tck.reporting.tables;

import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.merge.MeasuredCell;
import java.util.List;
import java.util.Optional;

/**
 * Holds a measured cell with the marks of its feature rows.
 *
 * @param cell is the cell
 * @param official says whether the connector is one of the vendor's
 * @param judgements are the marks of its feature rows, in the order of the matrix
 */
public record CellSummary(MeasuredCell cell, boolean official, List<Judgement> judgements) {
  public CellSummary {
    judgements = List.copyOf(judgements);
  }

  /** Finds the mark of a feature row. */
  public Optional<Judgement> judgement(String feature) {
    return judgements.stream().filter(each -> each.feature().equals(feature)).findFirst();
  }

  /** Returns the mark of the whole cell. */
  public Mark mark() {
    return judgements.isEmpty()
        ? new Mark.Untested(cell.notRun())
        : Mark.worst(judgements.stream().map(Judgement::mark).toList());
  }
}
