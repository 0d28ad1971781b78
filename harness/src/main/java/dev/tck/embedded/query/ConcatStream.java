package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.vector.Batch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins the rows of all partitions. */
final class ConcatStream implements BatchStream {
  private final Partitions partitions;
  private final Optional<Query.Limit> limitOfEach;
  private long toSkip;
  private long toPass;
  private @Nullable BatchStream current;

  /**
   * Creates the stream.
   *
   * @param limitOfEach is applied to each partition
   * @param limitOfPartitions says which partitions count
   */
  ConcatStream(
      Partitions partitions,
      Optional<Query.Limit> limitOfEach,
      Optional<Query.Limit> limitOfPartitions) {
    this.partitions = partitions;
    this.limitOfEach = limitOfEach;
    this.toSkip = limitOfPartitions.map(Query.Limit::offset).orElse(0L);
    this.toPass = limitOfPartitions.map(Query.Limit::count).orElse(Long.MAX_VALUE);
  }

  @Override
  public @Nullable Batch next() throws TaosException {
    while (true) {
      if (current == null) {
        current = nextPartition();
        if (current == null) {
          return null;
        }
      }
      Batch batch = current.next();
      if (batch != null) {
        return batch;
      }
      current = null;
    }
  }

  private @Nullable BatchStream nextPartition() throws TaosException {
    while (toSkip > 0) {
      if (partitions.next() == null) {
        return null;
      }
      toSkip--;
    }
    if (toPass == 0) {
      return null;
    }
    toPass--;
    BatchStream partition = partitions.next();
    return partition == null || limitOfEach.isEmpty()
        ? partition
        : new LimitStream(partition, limitOfEach.get());
  }
}
