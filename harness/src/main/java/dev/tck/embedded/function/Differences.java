package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Ordering;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;

/** DIFF: how much each value is more than the one before. */
final class Differences implements RowFunction {
  private static final int IGNORE_NEGATIVE = 1;
  private static final int IGNORE_NULL = 2;

  private final int column;
  private final int timeColumn;
  private final DataType type;
  private final boolean compositeKey;
  private final boolean ignoreNegative;
  private final boolean ignoreNull;

  Differences(RowCall call, int column, int timeColumn) {
    this.column = column;
    this.timeColumn = timeColumn;
    this.type = call.type();
    this.compositeKey = call.compositeKey();
    int option = (int) call.parameters().get(0).value().longAt(0);
    this.ignoreNegative = (option & IGNORE_NEGATIVE) != 0;
    this.ignoreNull = (option & IGNORE_NULL) != 0;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) throws TaosException {
    Vector values = rows.column(column);
    Vector times = rows.column(timeColumn);
    VectorBuilder result = new VectorBuilder(type, to - from);
    int[] origins = new int[to - from];
    int count = 0;
    int previous = -1;
    for (int row = from; row < to; row++) {
      if (compositeKey && TimeOrder.isRepeated(times, from, row)) {
        continue;
      }
      boolean isNull = values.isNull(row);
      if (row > from) {
        if (!isNull && previous >= 0) {
          TimeOrder.requireLater(times, previous, row);
        }
        int before = result.rows();
        append(result, values, isNull ? -1 : previous, row);
        if (result.rows() > before) {
          origins[count++] = row;
        }
      }
      previous = isNull ? previous : row;
    }
    return new MadeRows(origins, result.build());
  }

  private void append(VectorBuilder result, Vector values, int previous, int row) {
    boolean floating = type.isFloating();
    boolean known = previous >= 0;
    double difference = known && floating ? values.doubleAt(row) - values.doubleAt(previous) : 0;
    long whole = known && !floating ? values.longAt(row) - values.longAt(previous) : 0;
    boolean negative =
        known && (floating ? difference < 0 : Ordering.compare(values, row, values, previous) < 0);
    if (!known || (ignoreNegative && negative)) {
      if (!ignoreNull) {
        result.appendNull();
      }
    } else if (floating) {
      result.appendDouble(difference);
    } else {
      result.appendLong(whole);
    }
  }
}
