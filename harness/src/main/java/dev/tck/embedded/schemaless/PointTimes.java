package dev.tck.embedded.schemaless;

import dev.tck.values.Precision;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * Reads timestamps of points.
 *
 * @param precision is the database's
 * @param now is the moment in the database's unit
 */
record PointTimes(Precision precision, long now) {

  /** Returns the time that digits in a unit stand for, or nothing if they are none. */
  OptionalLong read(String digits, TimeUnit unit) {
    if (digits.isEmpty() || digits.equals("0")) {
      return OptionalLong.of(now);
    }
    if (!digits.matches("[+-]?[0-9]+")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(unit.in(precision, new BigInteger(digits)));
  }
}
