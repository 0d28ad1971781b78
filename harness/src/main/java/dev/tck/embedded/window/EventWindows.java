package dev.tck.embedded.window;

import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/** EVENT_WINDOW: from a row with one condition to the next row with another. */
public final class EventWindows implements Windows {
  private final int timeColumn;
  private final int startColumn;
  private final int endColumn;
  private final long atLeast;

  /** Creates the windows; shorter ones than {@code atLeast} are left out. */
  public EventWindows(int timeColumn, int startColumn, int endColumn, long atLeast) {
    this.timeColumn = timeColumn;
    this.startColumn = startColumn;
    this.endColumn = endColumn;
    this.atLeast = atLeast;
  }

  @Override
  public List<Window> cut(Batch rows) {
    Vector times = rows.column(timeColumn);
    Vector starts = rows.column(startColumn);
    Vector ends = rows.column(endColumn);
    List<Window> windows = new ArrayList<>();
    int from = -1;
    for (int row = 0; row < rows.rows(); row++) {
      if (from < 0 && Logic.isTrue(starts, row)) {
        from = row;
      }
      if (from >= 0 && Logic.isTrue(ends, row)) {
        long start = times.longAt(from);
        long end = times.longAt(row);
        if (end - start >= atLeast) {
          windows.add(new Window(start, end, from, row + 1));
        }
        from = -1;
      }
    }
    return windows;
  }
}
