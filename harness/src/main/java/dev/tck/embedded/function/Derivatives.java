package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;

/** DERIVATIVE: the change of a value in a unit of time. */
final class Derivatives implements RowFunction {
  private final int column;
  private final int timeColumn;
  private final boolean compositeKey;
  private final long unit;
  private final boolean ignoreNegative;

  Derivatives(RowCall call, int column, int timeColumn) {
    this.column = column;
    this.timeColumn = timeColumn;
    this.compositeKey = call.compositeKey();
    this.unit = call.parameters().get(0).value().longAt(0);
    this.ignoreNegative = call.parameters().get(1).value().longAt(0) != 0;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) throws TaosException {
    Vector values = rows.column(column);
    Vector times = rows.column(timeColumn);
    VectorBuilder result = new VectorBuilder(DataType.DOUBLE, to - from);
    int[] origins = new int[to - from];
    int previous = -1;
    for (int row = from; row < to; row++) {
      boolean repeated = compositeKey && TimeOrder.isRepeated(times, from, row);
      if (repeated || values.isNull(row)) {
        continue;
      }
      if (previous >= 0) {
        TimeOrder.requireLater(times, previous, row);
        long duration = times.longAt(row) - times.longAt(previous);
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
