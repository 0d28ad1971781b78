package dev.tck.embedded.window;

import dev.tck.embedded.vector.Batch;
import java.util.List;

/** Cuts rows in time order into windows. */
public interface Windows {

  /** Returns the windows of the rows, in time order, each with at least one row. */
  List<Window> cut(Batch rows);
}
