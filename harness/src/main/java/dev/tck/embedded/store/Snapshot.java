package dev.tck.embedded.store;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the rows of a table as they were at one moment: chunks in time order. */
public final class Snapshot {
  private final List<Chunk> chunks;

  Snapshot(List<Chunk> sealed, @Nullable Chunk tail) {
    this.chunks = tail == null ? sealed : new WithTail(sealed, tail);
  }

  /** Returns the chunks, none of them empty. */
  public List<Chunk> chunks() {
    return chunks;
  }

  /** Returns whether there is no row. */
  public boolean isEmpty() {
    return chunks.isEmpty();
  }

  /** Returns the number of rows. */
  public long rows() {
    return chunks.stream().mapToLong(Chunk::rows).sum();
  }

  /** Returns the position of the first chunk that ends not before a time. */
  public int firstChunkNotEndingBefore(long time) {
    int low = 0;
    int high = chunks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chunks.get(middle).last() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Shows one more chunk behind a list, without copying it. */
  private static final class WithTail extends AbstractList<Chunk> {
    private final List<Chunk> sealed;
    private final Chunk tail;

    WithTail(List<Chunk> sealed, Chunk tail) {
      this.sealed = sealed;
      this.tail = tail;
    }

    @Override
    public Chunk get(int index) {
      return index == sealed.size() ? tail : sealed.get(index);
    }

    @Override
    public int size() {
      return sealed.size() + 1;
    }
  }
}
