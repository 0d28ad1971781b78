package dev.tck.embedded.function;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;

/** Counts rows, or the values of a column that are not NULL. */
final class Counting implements Accumulator {
  private final int column;
  private long count;

  /** Creates a counter of a column's values; a negative column counts rows. */
  Counting(int column) {
    this.column = column;
  }

  @Override
  public void add(Batch rows, int from, int to) {
    if (column < 0 || !rows.column(column).mayHaveNulls()) {
      count += to - from;
      return;
    }
    Vector values = rows.column(column);
    for (int row = from; row < to; row++) {
      count += values.isNull(row) ? 0 : 1;
    }
  }

  @Override
  public void appendResult(VectorBuilder out) {
    out.appendLong(count);
  }
}
