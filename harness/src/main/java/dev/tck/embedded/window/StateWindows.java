package dev.tck.embedded.window;

import dev.tck.embedded.expression.Ordering;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/** STATE_WINDOW: rows with the same state; rows without state belong to no window. */
public final class StateWindows implements Windows {
  private final int timeColumn;
  private final int stateColumn;
  private final long atLeast;

  /** Creates the windows; shorter ones than {@code atLeast} are left out. */
  public StateWindows(int timeColumn, int stateColumn, long atLeast) {
    this.timeColumn = timeColumn;
    this.stateColumn = stateColumn;
    this.atLeast = atLeast;
  }

  @Override
  public List<Window> cut(Batch rows) {
    Vector times = rows.column(timeColumn);
    Vector states = rows.column(stateColumn);
    List<Window> windows = new ArrayList<>();
    int from = -1;
    int last = -1;
    int count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      if (states.isNull(row)) {
        continue;
      }
      if (from >= 0 && Ordering.compare(states, from, states, row) != 0) {
        add(windows, times, from, last, count);
        from = -1;
      }
      count = from < 0 ? 1 : count + 1;
      from = from < 0 ? row : from;
      last = row;
    }
    if (from >= 0) {
      add(windows, times, from, last, count);
    }
    return windows;
  }

  // As TDengine does, a window takes as many rows from its start on as have the state.
  private void add(List<Window> windows, Vector times, int from, int last, int count) {
    long start = times.longAt(from);
    long end = times.longAt(last);
    if (end - start >= atLeast) {
      windows.add(new Window(start, end, from, from + count));
    }
  }
}
