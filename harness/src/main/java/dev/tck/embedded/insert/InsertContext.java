package dev.tck.embedded.insert;

import dev.tck.embedded.type.TimeSpan;
import dev.tck.values.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Holds what the values of a statement depend on besides its text.
 *
 * @param now is the moment at which the statement is executed
 * @param zone is the connection's time zone
 */
public record InsertContext(Instant now, ZoneId zone) {

  /** Returns the moment in units of a precision. */
  public long now(Precision precision) {
    return TimeSpan.of(now, precision);
  }

  /** Returns the start of the day in units of a precision. */
  public long today(Precision precision) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    return day.atStartOfDay(zone).toEpochSecond() * precision.unitsPerSecond();
  }
}
