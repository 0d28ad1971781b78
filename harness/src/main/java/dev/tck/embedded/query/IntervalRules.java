package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.window.IntervalCalendar;
import dev.tck.values.Precision;
import java.time.ZoneId;
import java.util.Locale;

/** Checks INTERVAL, SLIDING and the offset as TDengine does. */
final class IntervalRules {
  private static final int MOST_OVERLAPPING = 100;
  private static final long LONGEST_MILLISECONDS = 365L * 1000 * 86_400_000;
  private static final double DAYS_PER_MONTH = 28;

  private IntervalRules() {}

  static void check(Query.Interval interval, Precision precision) throws TaosException {
    TimeSpan length = interval.length();
    boolean calendar = length.isCalendar();
    if (length.count() <= 0 || (!calendar && length.in(precision) < 1)) {
      throw ErrorCode.INTERVAL_TOO_SMALL.with(1, unit(precision));
    }
    if (!calendar
        && length.in(precision) / (precision.unitsPerSecond() / 1000) > LONGEST_MILLISECONDS) {
      throw ErrorCode.INTERVAL_TOO_BIG.with(1000, "years");
    }
    if (interval.offset().isPresent()) {
      checkOffset(length, interval.offset().get(), precision);
    }
    if (interval.sliding().isPresent()) {
      checkSliding(length, interval.sliding().get(), precision);
    }
  }

  private static String unit(Precision precision) {
    return switch (precision) {
      case MILLISECONDS -> "ms";
      case MICROSECONDS -> "us";
      case NANOSECONDS -> "ns";
    };
  }

  private static void checkOffset(TimeSpan length, TimeSpan offset, Precision precision)
      throws TaosException {
    if (offset.count() < 0) {
      throw ErrorCode.INTERVAL_OFFSET_NEGATIVE.with();
    }
    if (length.unit() == 'n' && offset.unit() == 'y') {
      throw ErrorCode.INTERVAL_OFFSET_UNIT.with();
    }
    boolean fixed = !offset.isCalendar() && !length.isCalendar();
    boolean tooLong =
        fixed
            ? offset.in(precision) >= length.in(precision)
            : months(offset, precision) > months(length, precision);
    if (tooLong) {
      throw ErrorCode.INTERVAL_OFFSET_TOO_BIG.with();
    }
  }

  private static double months(TimeSpan span, Precision precision) {
    if (span.isCalendar()) {
      return span.months();
    }
    long days = span.in(precision) / (precision.unitsPerSecond() * 86_400);
    return days / DAYS_PER_MONTH;
  }

  private static void checkSliding(TimeSpan length, TimeSpan sliding, Precision precision)
      throws TaosException {
    if (sliding.isCalendar()) {
      throw ErrorCode.SLIDING_UNIT.with();
    }
    long least = precision.unitsPerSecond() / 1000;
    long step = sliding.in(precision);
    if (step < least || length.in(precision) / step > MOST_OVERLAPPING) {
      throw ErrorCode.SLIDING_TOO_SMALL.with();
    }
    boolean tooLong =
        length.isCalendar()
            ? months(sliding, precision) > months(length, precision)
            : step > length.in(precision);
    if (tooLong) {
      throw ErrorCode.SLIDING_TOO_BIG.with();
    }
  }

  /** Returns where the windows lie. */
  static IntervalCalendar calendar(
      Query.Interval interval, TimeRange range, Precision precision, ZoneId zone) {
    TimeSpan length = interval.length();
    TimeSpan sliding = interval.sliding().orElse(length);
    TimeSpan offset = interval.offset().orElse(TimeSpan.ZERO);
    if (interval.autoOffset() && range.from() != TimeRange.ALL.from()) {
      IntervalCalendar plain =
          new IntervalCalendar(length, sliding, TimeSpan.ZERO, precision, zone);
      offset = ticks(range.from() - plain.firstHolding(range.from()), precision);
    }
    return new IntervalCalendar(length, sliding, offset, precision, zone);
  }

  private static TimeSpan ticks(long count, Precision precision) {
    String units = unit(precision).toLowerCase(Locale.ROOT);
    char unit = units.equals("ms") ? 'a' : units.equals("us") ? 'u' : 'b';
    return new TimeSpan(count, unit);
  }
}
