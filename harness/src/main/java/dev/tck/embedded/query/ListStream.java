package dev.tck.embedded.query;

import dev.tck.embedded.vector.Batch;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Yields batches that are there already. */
final class ListStream implements BatchStream {
  private final Iterator<Batch> batches;

  ListStream(List<Batch> batches) {
    this.batches = batches.iterator();
  }

  @Override
  public @Nullable Batch next() {
    while (batches.hasNext()) {
      Batch batch = batches.next();
      if (batch.rows() > 0) {
        return batch;
      }
    }
    return null;
  }
}
