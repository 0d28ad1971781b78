package dev.tck.embedded.type;

import dev.tck.values.Precision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Holds a duration literal: {@code b} nanoseconds, {@code u} microseconds, {@code a} milliseconds,
 * {@code s}, {@code m}, {@code h}, {@code d}, {@code w}, {@code n} months, {@code y} years.
 */
public record TimeSpan(long count, char unit) {
  /** No time at all. */
  public static final TimeSpan ZERO = new TimeSpan(0, 'b');

  private static final long SECOND = 1_000_000_000L;

  /** Reads a literal: digits and one letter of any case. */
  public static TimeSpan parse(String text) {
    int last = text.length() - 1;
    return new TimeSpan(
        Long.parseLong(text.substring(0, last)), Character.toLowerCase(text.charAt(last)));
  }

  /** Returns whether the length depends on the calendar: months and years. */
  public boolean isCalendar() {
    return unit == 'n' || unit == 'y';
  }

  /** Returns the nanoseconds of one unit; a month counts as 30 days, a year as 365. */
  private long nanosPerUnit() {
    return switch (unit) {
      case 'b' -> 1;
      case 'u' -> 1_000;
      case 'a' -> 1_000_000;
      case 's' -> SECOND;
      case 'm' -> 60 * SECOND;
      case 'h' -> 3_600 * SECOND;
      case 'd' -> 86_400 * SECOND;
      case 'w' -> 7 * 86_400 * SECOND;
      case 'n' -> 30 * 86_400 * SECOND;
      case 'y' -> 365 * 86_400 * SECOND;
      default -> throw new IllegalStateException("no unit of time: " + unit);
    };
  }

  /** Returns the length in units of a precision, rounded towards zero. */
  public long in(Precision precision) {
    long perUnit = nanosPerUnit();
    long perTick = precision.nanosPerUnit();
    return perUnit >= perTick ? count * (perUnit / perTick) : count / (perTick / perUnit);
  }

  /** Returns whether one unit is shorter than what the precision can tell. */
  public boolean isFinerThan(Precision precision) {
    return nanosPerUnit() < precision.nanosPerUnit();
  }

  /** Returns the number of months of a calendar length. */
  public long months() {
    return unit == 'y' ? 12 * count : count;
  }

  /**
   * Returns the time that is this much later (with a negative factor: earlier), by the calendar.
   */
  public long addTo(long time, long factor, Precision precision, ZoneId zone) {
    return isCalendar()
        ? addMonths(time, factor * months(), precision, zone)
        : time + factor * in(precision);
  }

  /** Returns a time moved by months; a day that the month does not have becomes its last day. */
  public static long addMonths(long time, long months, Precision precision, ZoneId zone) {
    long perSecond = precision.unitsPerSecond();
    long fraction = Math.floorMod(time, perSecond);
    LocalDateTime local =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(Math.floorDiv(time, perSecond)), zone);
    long seconds = local.plusMonths(months).atZone(zone).toEpochSecond();
    return seconds * perSecond + fraction;
  }

  /** Returns the number of months since year 0 in which a time lies. */
  public static long monthOf(long time, Precision precision, ZoneId zone) {
    LocalDateTime local = local(time, precision, zone);
    return 12L * local.getYear() + local.getMonthValue() - 1;
  }

  /** Returns the start of a month that is counted since year 0. */
  public static long startOfMonth(long month, Precision precision, ZoneId zone) {
    LocalDateTime local =
        LocalDateTime.of(
            (int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1, 0, 0);
    return local.atZone(zone).toEpochSecond() * precision.unitsPerSecond();
  }

  /** Returns a moment as a count of units since the epoch. */
  public static long of(Instant moment, Precision precision) {
    long nanos = moment.getNano();
    return moment.getEpochSecond() * precision.unitsPerSecond() + nanos / precision.nanosPerUnit();
  }

  /** Returns the date and time of a count of units in a zone. */
  public static LocalDateTime local(long time, Precision precision, ZoneId zone) {
    long perSecond = precision.unitsPerSecond();
    return LocalDateTime.ofInstant(
        Instant.ofEpochSecond(
            Math.floorDiv(time, perSecond),
            Math.floorMod(time, perSecond) * precision.nanosPerUnit()),
        zone);
  }

  /** Returns the seconds that a zone is ahead of UTC at a time. */
  public static long offsetSeconds(long time, Precision precision, ZoneId zone) {
    if (zone.equals(ZoneOffset.UTC)) {
      return 0;
    }
    return zone.getRules()
        .getOffset(Instant.ofEpochSecond(Math.floorDiv(time, precision.unitsPerSecond())))
        .getTotalSeconds();
  }

  /** Converts a count of units to another precision, rounding towards zero as TDengine does. */
  public static long convert(long time, Precision from, Precision to) {
    if (from == to) {
      return time;
    }
    long fromUnits = from.unitsPerSecond();
    long toUnits = to.unitsPerSecond();
    if (toUnits < fromUnits) {
      return time / (fromUnits / toUnits);
    }
    long factor = toUnits / fromUnits;
    return time > Long.MAX_VALUE / factor ? Long.MAX_VALUE : time * factor;
  }
}
