package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
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
  private final boolean ignoreNegative;
  private final boolean ignoreNull;

  Differences(int column, int timeColumn, DataType type, int option) {
    this.column = column;
    this.timeColumn = timeColumn;
    this.type = type;
    this.ignoreNegative = (option & IGNORE_NEGATIVE) != 0;
    this.ignoreNull = (option & IGNORE_NULL) != 0;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) throws TaosException {
    Vector values = rows.column(column);
    VectorBuilder result = new VectorBuilder(type, to - from);
    int[] origins = new int[to - from];
    int count = 0;
    int previous = -1;
    for (int row = from; row < to; row++) {
      boolean isNull = values.isNull(row);
      if (row > from) {
        requireLater(rows, row);
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

  private void requireLater(Batch rows, int row) throws TaosException {
    Vector times = rows.column(timeColumn);
    if (times.longAt(row) == times.longAt(row - 1)) {
      throw ErrorCode.DUPLICATE_TIMESTAMPS.with();
    }
  }

  private void append(VectorBuilder result, Vector values, int previous, int row) {
    boolean floating = type.isFloating();
    boolean known = previous >= 0;
    double difference = known && floating ? values.doubleAt(row) - values.doubleAt(previous) : 0;
    long whole = known && !floating ? values.longAt(row) - values.longAt(previous) : 0;
    if (!known || (ignoreNegative && (difference < 0 || whole < 0))) {
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
