package dev.tck.embedded.function;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.VectorBuilder;

/** Gathers the rows of one group or window into one value. */
public interface Accumulator {

  /** Takes in the rows from one (inclusive) to another (exclusive). */
  void add(Batch rows, int from, int to) throws TaosException;

  /** Appends the value. */
  void appendResult(VectorBuilder out) throws TaosException;
}
