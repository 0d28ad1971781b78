package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;

/** Minds rows of the same time, which functions on a sequence of rows do not bear. */
final class TimeOrder {
  private TimeOrder() {}

  /** Refuses rows in the order of time of which two have the same time (10245). */
  static void requireDistinct(Batch rows, int timeColumn, int from, int to) throws TaosException {
    Vector times = rows.column(timeColumn);
    for (int row = from + 1; row < to; row++) {
      requireLater(times, row - 1, row);
    }
  }

  /** Refuses a row that has the same time as another one (10245). */
  static void requireLater(Vector times, int earlier, int row) throws TaosException {
    if (times.longAt(row) == times.longAt(earlier)) {
      throw ErrorCode.DUPLICATE_TIMESTAMPS.with();
    }
  }

  /** Returns whether a row follows another one of the same time. */
  static boolean isRepeated(Vector times, int from, int row) {
    return row > from && times.longAt(row) == times.longAt(row - 1);
  }
}
