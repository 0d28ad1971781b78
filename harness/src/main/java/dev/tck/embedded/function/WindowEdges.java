package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;

/**
 * An aggregate that, in a window of an interval, takes what the rows just outside of it say of the
 * values at its edges.
 */
public interface WindowEdges {

  /** Takes in the value at the window's start, before its first row is added. */
  void enter(Batch rows, int firstRow, long start) throws TaosException;

  /**
   * Takes in the value at the window's last moment, after its last row was added.
   *
   * @param nextRow is the first row behind the window, which may not exist
   * @param end is the moment after the window
   */
  void leave(Batch rows, int nextRow, long end) throws TaosException;
}
