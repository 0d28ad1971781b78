package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;

/** DERIVATIVE: the change of a value in a unit of time. */
final class Derivatives implements RowFunction {
  private final int column;
  private final int timeColumn;
  private final long unit;
  private final boolean ignoreNegative;

  Derivatives(int column, int timeColumn, long unit, boolean ignoreNegative) {
    this.column = column;
    this.timeColumn = timeColumn;
    this.unit = unit;
    this.ignoreNegative = ignoreNegative;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) throws TaosException {
    Vector values = rows.column(column);
    Vector times = rows.column(timeColumn);
    VectorBuilder result = new VectorBuilder(DataType.DOUBLE, to - from);
    int[] origins = new int[to - from];
    int previous = -1;
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        continue;
      }
      if (previous >= 0) {
        long duration = times.longAt(row) - times.longAt(previous);
        if (duration == 0) {
          throw ErrorCode.DUPLICATE_TIMESTAMPS.with();
        }
        double change = values.doubleAt(row) - values.doubleAt(previous);
        double derivative = change * unit / duration;
        if (!(ignoreNegative && derivative < 0)) {
          origins[result.rows()] = row;
          Summing.appendFinite(result, derivative);
        }
      }
      previous = row;
    }
    return new MadeRows(origins, result.build());
  }
}
