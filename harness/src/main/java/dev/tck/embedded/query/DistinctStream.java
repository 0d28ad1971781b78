package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.vector.Batch;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets through the first of all rows that have the same values in some columns. */
final class DistinctStream implements BatchStream {
  private final BatchStream input;
  private final int[] columns;
  private final Set<RowKey> seen = new HashSet<>();

  DistinctStream(BatchStream input, int[] columns) {
    this.input = input;
    this.columns = columns;
  }

  @Override
  public @Nullable Batch next() throws TaosException {
    for (Batch batch = input.next(); batch != null; batch = input.next()) {
      int[] selection = new int[batch.rows()];
      int count = 0;
      int row = 0;
      while (row < batch.rows()) {
        if (seen.add(RowKey.of(batch, columns, row))) {
          selection[count++] = row;
        }
        row = RowKey.endOfRun(batch, columns, row);
      }
      if (count > 0) {
        return batch.gather(selection, count);
      }
    }
    return null;
  }
}
