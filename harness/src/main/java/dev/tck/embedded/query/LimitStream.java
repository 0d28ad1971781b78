package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.vector.Batch;
import org.jspecify.annotations.Nullable;

/** Lets through so many rows after so many that are left out. */
final class LimitStream implements BatchStream {
  private final BatchStream input;
  private long toSkip;
  private long toPass;

  LimitStream(BatchStream input, Query.Limit limit) {
    this.input = input;
    this.toSkip = limit.offset();
    this.toPass = limit.count();
  }

  @Override
  public @Nullable Batch next() throws TaosException {
    while (toPass > 0) {
      Batch batch = input.next();
      if (batch == null) {
        return null;
      }
      if (toSkip >= batch.rows()) {
        toSkip -= batch.rows();
        continue;
      }
      int from = (int) toSkip;
      int to = (int) (from + Math.min(batch.rows() - from, toPass));
      toSkip = 0;
      toPass -= to - from;
      return batch.slice(from, to);
    }
    return null;
  }
}
