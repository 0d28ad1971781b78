package dev.tck.embedded.window;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/** INTERVAL: windows of equal length, which overlap if they slide by less. */
public final class IntervalWindows implements Windows {
  private final IntervalCalendar calendar;
  private final int timeColumn;

  /** Creates the windows. */
  public IntervalWindows(IntervalCalendar calendar, int timeColumn) {
    this.calendar = calendar;
    this.timeColumn = timeColumn;
  }

  @Override
  public List<Window> cut(Batch rows) {
    Vector times = rows.column(timeColumn);
    List<Window> windows = new ArrayList<>();
    int from = 0;
    long start = rows.rows() == 0 ? 0 : calendar.firstHolding(times.longAt(0));
    while (from < rows.rows()) {
      while (from < rows.rows() && times.longAt(from) < start) {
        from++;
      }
      if (from == rows.rows()) {
        break;
      }
      long end = calendar.endOf(start);
      if (times.longAt(from) >= end) {
        // Windows without rows are left out.
        start = Math.max(calendar.next(start), calendar.firstHolding(times.longAt(from)));
        continue;
      }
      windows.add(new Window(start, end, from, endOfWindow(times, from, end)));
      start = calendar.next(start);
    }
    return windows;
  }

  private static int endOfWindow(Vector times, int from, long end) {
    int low = from;
    int high = times.rows();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.longAt(middle) < end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
