package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Yields the rows of one group or partition after the other. */
interface Partitions {

  /** Returns the rows of the next partition, or null at the end. */
  @Nullable BatchStream next() throws TaosException;

  /** Returns rows as the only partition. */
  static Partitions single(BatchStream rows) {
    return list(List.of(rows));
  }

  /** Returns partitions that are there already. */
  static Partitions list(List<BatchStream> partitions) {
    Iterator<BatchStream> remaining = partitions.iterator();
    return () -> remaining.hasNext() ? remaining.next() : null;
  }
}
