package dev.tck.embedded.query;

import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.TaosType;

/** Computes values between two others. */
final class Interpolation {
  private Interpolation() {}

  /** Appends the value at a time on the line between two rows, NULL where there is no line. */
  static void appendBetween(
      Vector values,
      int before,
      long timeBefore,
      int after,
      long timeAfter,
      long time,
      VectorBuilder out) {
    boolean number =
        values.type().type().isInteger()
            || values.type().isFloating()
            || values.type().type() == TaosType.BOOL;
    if (!number || values.isNull(before) || values.isNull(after)) {
      out.appendNull();
      return;
    }
    double from = values.doubleAt(before);
    double to = values.doubleAt(after);
    double value = from + (to - from) * (time - timeBefore) / (timeAfter - timeBefore);
    if (values.type().isFloating()) {
      out.appendDouble(value);
    } else {
      out.appendLong((long) value);
    }
  }
}
