package dev.tck.embedded.function;

import dev.tck.embedded.type.TimeText;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;

/**
 * Reads times as TIMEDIFF does: a number's digits tell its unit, narrow integers count as zero, and
 * a timestamp before September 2001 counts whole seconds only.
 */
final class Nanoseconds {
  private static final long FIRST_SECOND_OF_TEN_DIGITS = 1_000_000_000;
  private static final int DIGITS_OF_SECONDS = 10;
  private static final int DIGITS_OF_MILLISECONDS = 13;
  private static final int DIGITS_OF_MICROSECONDS = 16;
  private static final int DIGITS_OF_NANOSECONDS = 19;

  private Nanoseconds() {}

  /** Returns the nanoseconds since the epoch, or {@link TimeText#INVALID}. */
  static long at(Vector values, int row, FunctionContext context) {
    if (values.type().isString()) {
      return TimeText.parse(values.textAt(row), Precision.NANOSECONDS, context.zone());
    }
    boolean wide =
        values.type().type() == TaosType.TIMESTAMP
            || values.type().type() == TaosType.BIGINT
            || values.type().type() == TaosType.BIGINT_UNSIGNED;
    long value = wide ? values.longAt(row) : 0;
    if (values.type().type() == TaosType.TIMESTAMP) {
      long seconds = value / context.precision().unitsPerSecond();
      value = seconds < FIRST_SECOND_OF_TEN_DIGITS ? seconds : value;
    }
    int digits = Long.toString(value).length();
    if (digits <= DIGITS_OF_SECONDS) {
      return value * 1_000_000_000;
    }
    return switch (digits) {
      case DIGITS_OF_MILLISECONDS -> value * 1_000_000;
      case DIGITS_OF_MICROSECONDS -> value * 1_000;
      case DIGITS_OF_NANOSECONDS -> value;
      default -> TimeText.INVALID;
    };
  }
}
