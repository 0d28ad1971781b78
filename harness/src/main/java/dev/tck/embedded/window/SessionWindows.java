package dev.tck.embedded.window;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/** SESSION: rows between which there is no longer pause. */
public final class SessionWindows implements Windows {
  private final int timeColumn;
  private final long gap;

  /** Creates the windows; the gap is in units of the times. */
  public SessionWindows(int timeColumn, long gap) {
    this.timeColumn = timeColumn;
    this.gap = gap;
  }

  @Override
  public List<Window> cut(Batch rows) {
    Vector times = rows.column(timeColumn);
    List<Window> windows = new ArrayList<>();
    int from = 0;
    while (from < rows.rows()) {
      int to = from + 1;
      while (to < rows.rows() && times.longAt(to) - times.longAt(to - 1) <= gap) {
        to++;
      }
      windows.add(new Window(times.longAt(from), times.longAt(to - 1), from, to));
      from = to;
    }
    return windows;
  }
}
