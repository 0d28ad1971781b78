package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;

/** CSUM: the sum of all values up to each row; NULL makes no row. */
final class RunningSums implements RowFunction {
  private final int column;
  private final int timeColumn;
  private final DataType type;

  RunningSums(int column, int timeColumn, DataType type) {
    this.column = column;
    this.timeColumn = timeColumn;
    this.type = type;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) throws TaosException {
    TimeOrder.requireDistinct(rows, timeColumn, from, to);
    Vector values = rows.column(column);
    VectorBuilder result = new VectorBuilder(type, to - from);
    int[] origins = new int[to - from];
    long whole = 0;
    double sum = 0;
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        continue;
      }
      origins[result.rows()] = row;
      if (type.isFloating()) {
        sum += values.doubleAt(row);
        Summing.appendFinite(result, sum);
      } else {
        whole += values.longAt(row);
        result.appendLong(whole);
      }
    }
    return new MadeRows(origins, result.build());
  }
}
