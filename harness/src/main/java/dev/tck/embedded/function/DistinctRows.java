package dev.tck.embedded.function;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.HashSet;
import java.util.Set;

/** UNIQUE: the first row of each value. */
final class DistinctRows implements RowFunction {
  private final int column;

  DistinctRows(int column) {
    this.column = column;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) {
    Vector values = rows.column(column);
    Set<ValueKey> seen = new HashSet<>();
    int[] origins = new int[to - from];
    int count = 0;
    for (int row = from; row < to; row++) {
      if (seen.add(ValueKey.of(values, row))) {
        origins[count++] = row;
      }
    }
    return new MadeRows(origins, values.gather(origins, count));
  }
}
