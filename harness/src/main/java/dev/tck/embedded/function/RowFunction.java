package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;

/** Makes rows of the rows of one group or window. */
public interface RowFunction {

  /** Returns what the rows from one (inclusive) to another (exclusive), in time order, give. */
  MadeRows apply(Batch rows, int from, int to) throws TaosException;
}
