package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import org.jspecify.annotations.Nullable;

/** Yields rows batch by batch, each batch made when it is asked for. */
public interface BatchStream {
  /** The most rows of a batch that leaves a query. */
  int BATCH_ROWS = 4096;

  /** Returns the next batch, with at least one row, or null at the end. */
  @Nullable Batch next() throws TaosException;
}
