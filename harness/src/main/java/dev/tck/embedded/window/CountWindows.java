package dev.tck.embedded.window;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/** COUNT_WINDOW: so many rows, starting anew after so many. */
public final class CountWindows implements Windows {
  private final int timeColumn;
  private final int count;
  private final int sliding;

  /** Creates the windows. */
  public CountWindows(int timeColumn, int count, int sliding) {
    this.timeColumn = timeColumn;
    this.count = count;
    this.sliding = sliding;
  }

  @Override
  public List<Window> cut(Batch rows) {
    Vector times = rows.column(timeColumn);
    List<Window> windows = new ArrayList<>();
    for (int from = 0; from < rows.rows(); from += sliding) {
      int to = (int) Math.min(rows.rows(), from + (long) count);
      windows.add(new Window(times.longAt(from), times.longAt(to - 1), from, to));
    }
    return windows;
  }
}
