package dev.tck.embedded.function;

import dev.tck.embedded.vector.Batch;
import org.jspecify.annotations.Nullable;

/** An aggregate whose value comes from one row, whose other columns may be wanted too. */
public interface RowChoice {

  /** Returns the batch with the chosen row, or null if there is none. */
  @Nullable Batch chosenBatch();

  /** Returns the position of the chosen row in its batch. */
  int chosenRow();
}
