package dev.tck.embedded.window;

import dev.tck.embedded.type.TimeSpan;
import dev.tck.values.Precision;
import java.time.ZoneId;

/**
 * Knows where the windows of INTERVAL lie. Those of months and years start with the calendar, those
 * of days and weeks at midnight of the zone, all others at a multiple of their length since the
 * epoch; the offset moves all of them.
 */
public final class IntervalCalendar {
  // TDengine counts months and years from 1900 on.
  private static final long FIRST_MONTH = 1900 * 12L;

  private final TimeSpan length;
  private final TimeSpan sliding;
  private final TimeSpan offset;
  private final Precision precision;
  private final ZoneId zone;

  /** Creates the calendar; windows that do not overlap slide by their length. */
  public IntervalCalendar(
      TimeSpan length, TimeSpan sliding, TimeSpan offset, Precision precision, ZoneId zone) {
    this.length = length;
    this.sliding = sliding;
    this.offset = offset;
    this.precision = precision;
    this.zone = zone;
  }

  /** Returns the moment after a window. */
  public long endOf(long start) {
    return length.addTo(start, 1, precision, zone);
  }

  /** Returns the start of the window after one. */
  public long next(long start) {
    if (!sliding.isCalendar()) {
      return start + sliding.in(precision);
    }
    long aligned = offset.addTo(start, -1, precision, zone);
    return offset.addTo(sliding.addTo(aligned, 1, precision, zone), 1, precision, zone);
  }

  /** Returns the start of the first window that holds a moment. */
  public long firstHolding(long time) {
    if (sliding.isCalendar()) {
      return calendarStart(time);
    }
    long step = sliding.in(precision);
    long base = base(time);
    if (!length.isCalendar()) {
      long span = length.in(precision);
      return Math.floorDiv(time - span - base, step) * step + step + base;
    }
    long start = Math.floorDiv(time - base, step) * step + base;
    while (endOf(start - step) > time) {
      start -= step;
    }
    return start;
  }

  private long base(long time) {
    char unit = length.isCalendar() ? sliding.unit() : length.unit();
    boolean local = unit == 'd' || unit == 'w';
    long shift =
        local ? -TimeSpan.offsetSeconds(time, precision, zone) * precision.unitsPerSecond() : 0;
    return shift + offset.addTo(0, 1, precision, zone);
  }

  private long calendarStart(long time) {
    long months = sliding.months();
    long month = TimeSpan.monthOf(time, precision, zone) - FIRST_MONTH;
    long aligned = Math.floorDiv(month, months) * months;
    long start = startOf(aligned);
    while (start > time) {
      aligned -= months;
      start = startOf(aligned);
    }
    return start;
  }

  private long startOf(long alignedMonth) {
    long month = TimeSpan.startOfMonth(FIRST_MONTH + alignedMonth, precision, zone);
    return offset.addTo(month, 1, precision, zone);
  }
}
