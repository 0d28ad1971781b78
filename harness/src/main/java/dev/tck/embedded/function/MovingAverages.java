package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;

/** MAVG: the average of each value and so many before it; NULL makes no row. */
final class MovingAverages implements RowFunction {
  private final int column;
  private final int timeColumn;
  private final int count;

  MovingAverages(int column, int timeColumn, int count) {
    this.column = column;
    this.timeColumn = timeColumn;
    this.count = count;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) throws TaosException {
    TimeOrder.requireDistinct(rows, timeColumn, from, to);
    Vector values = rows.column(column);
    VectorBuilder result = new VectorBuilder(DataType.DOUBLE, to - from);
    int[] origins = new int[to - from];
    double[] window = new double[count];
    int seen = 0;
    double sum = 0;
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        continue;
      }
      double value = values.doubleAt(row);
      sum += value - window[seen % count];
      window[seen % count] = value;
      seen++;
      if (seen >= count) {
        origins[result.rows()] = row;
        Summing.appendFinite(result, sum / count);
      }
    }
    return new MadeRows(origins, result.build());
  }
}
