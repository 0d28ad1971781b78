package dev.tck.embedded.function;

import dev.tck.embedded.expression.Ordering;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Chooses one row: MIN, MAX, FIRST, LAST and LAST_ROW. */
final class Choosing implements Accumulator, RowChoice {
  private final String function;
  private final boolean compositeKey;
  private final int column;
  private final int timeColumn;
  private @Nullable Batch batch;
  private int chosen;

  Choosing(AggregateCall call, int column, int timeColumn) {
    this.function = call.function();
    this.compositeKey = call.compositeKey();
    this.column = column;
    this.timeColumn = timeColumn;
  }

  @Override
  public void add(Batch rows, int from, int to) {
    Vector values = rows.column(column);
    boolean nulls = function.equals("last_row");
    for (int row = from; row < to; row++) {
      if ((nulls || !values.isNull(row)) && isBetter(rows, row)) {
        batch = rows;
        chosen = row;
      }
    }
  }

  private boolean isBetter(Batch rows, int row) {
    Batch best = batch;
    if (best == null) {
      return true;
    }
    return switch (function) {
      case "min" -> compareValues(rows, row, best) < 0;
      case "max" -> compareValues(rows, row, best) > 0;
      case "first" -> compareTimes(rows, row, best) < 0;
      default -> compareTimes(rows, row, best) >= (compositeKey ? 0 : 1);
    };
  }

  private int compareValues(Batch rows, int row, Batch best) {
    return Ordering.compare(rows.column(column), row, best.column(column), chosen);
  }

  private int compareTimes(Batch rows, int row, Batch best) {
    return Long.compare(
        rows.column(timeColumn).longAt(row), best.column(timeColumn).longAt(chosen));
  }

  @Override
  public void appendResult(VectorBuilder out) {
    Batch best = batch;
    if (best == null) {
      out.appendNull();
    } else {
      out.append(best.column(column), chosen);
    }
  }

  @Override
  public @Nullable Batch chosenBatch() {
    return batch;
  }

  @Override
  public int chosenRow() {
    return chosen;
  }
}
