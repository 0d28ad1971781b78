package dev.tck.embedded.store;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of one table in the order of their keys: full chunks, immutable, and a growing
 * tail. Writers take turns; a reader takes a {@link Snapshot} and needs no lock afterwards.
 */
public final class TableData {
  /** The most rows of a chunk, and so of a result block. */
  public static final int CHUNK_ROWS = 4096;

  // A shorter last chunk is taken up again as the tail; a longer one is left as it is, so that
  // rows in and out of order by turns do not copy whole chunks each time.
  private static final int REOPENED_ROWS = 1024;
  private static final int FIRST_CAPACITY = 8;

  private List<Chunk> chunks = List.of();
  private @Nullable Layout tailLayout;
  private @Nullable BatchBuilder tail;
  private @Nullable Chunk tailView;

  /**
   * Writes rows; rows of the same key are merged.
   *
   * @return the number of different keys written
   */
  public synchronized int write(Rows unsorted) {
    Rows rows = unsorted.sorted();
    if (rows.batch().rows() == 0) {
      return 0;
    }
    if (isBehindEverything(rows)) {
      append(rows.layout(), rows.batch());
    } else {
      merge(rows);
    }
    return rows.batch().rows();
  }

  private boolean isBehindEverything(Rows rows) {
    Chunk last = lastChunk();
    if (last == null) {
      return true;
    }
    long lastTime = last.last();
    long firstTime = rows.batch().column(0).longAt(0);
    if (firstTime != lastTime) {
      return firstTime > lastTime;
    }
    Batch lastRows = last.in(rows.layout());
    return rows.layout().compare(lastRows, last.rows() - 1, rows.batch(), 0) < 0;
  }

  private @Nullable Chunk lastChunk() {
    Chunk view = tailChunk();
    if (view != null) {
      return view;
    }
    return chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
  }

  private @Nullable Chunk tailChunk() {
    if (tailView == null && tail != null && tailLayout != null && tail.rows() > 0) {
      tailView = new Chunk(tailLayout, view(tail));
    }
    return tailView;
  }

  private static Batch view(BatchBuilder builder) {
    Vector[] views = new Vector[builder.width()];
    for (int column = 0; column < views.length; column++) {
      views[column] = builder.column(column).view();
    }
    return new Batch(builder.rows(), views);
  }

  private void append(Layout layout, Batch rows) {
    int from = 0;
    while (from < rows.rows()) {
      BatchBuilder target = tailFor(layout, rows.rows() - from);
      int count = Math.min(CHUNK_ROWS - target.rows(), rows.rows() - from);
      target.appendRange(rows, from, from + count);
      tailView = null;
      from += count;
      if (target.rows() == CHUNK_ROWS) {
        seal();
      }
    }
  }

  private BatchBuilder tailFor(Layout layout, int expectedRows) {
    if (tail != null && tailLayout == layout) {
      return tail;
    }
    seal();
    int capacity = Math.min(CHUNK_ROWS, Math.max(FIRST_CAPACITY, expectedRows));
    BatchBuilder opened = new BatchBuilder(layout.types(), capacity);
    if (!chunks.isEmpty()) {
      Chunk last = chunks.get(chunks.size() - 1);
      if (last.rows() <= REOPENED_ROWS) {
        opened.appendRange(last.in(layout), 0, last.rows());
        chunks = List.copyOf(chunks.subList(0, chunks.size() - 1));
      }
    }
    tail = opened;
    tailLayout = layout;
    return opened;
  }

  private void seal() {
    if (tail != null && tailLayout != null && tail.rows() > 0) {
      List<Chunk> more = new ArrayList<>(chunks);
      more.add(new Chunk(tailLayout, trimmed(tail)));
      chunks = List.copyOf(more);
    }
    tail = null;
    tailView = null;
  }

  private static Batch trimmed(BatchBuilder builder) {
    Vector[] vectors = new Vector[builder.width()];
    for (int column = 0; column < vectors.length; column++) {
      vectors[column] = builder.column(column).buildTrimmed();
    }
    return new Batch(builder.rows(), vectors);
  }

  private void merge(Rows rows) {
    seal();
    Batch batch = rows.batch();
    long firstTime = batch.column(0).longAt(0);
    long lastTime = batch.column(0).longAt(batch.rows() - 1);
    int from = firstNotEndingBefore(firstTime);
    int to = from;
    while (to < chunks.size() && chunks.get(to).first() <= lastTime) {
      to++;
    }
    // Rows between two chunks join the earlier one, lest every late row make a chunk of its own.
    int begin = from == to && from > 0 ? from - 1 : from;
    List<Chunk> merged = new MergeRun(rows).run(chunks.subList(begin, to));
    replace(begin, to, merged);
  }

  private int firstNotEndingBefore(long time) {
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

  private void replace(int from, int to, List<Chunk> replacement) {
    List<Chunk> changed = new ArrayList<>(chunks.subList(0, from));
    changed.addAll(replacement);
    changed.addAll(chunks.subList(to, chunks.size()));
    chunks = List.copyOf(changed);
  }

  /**
   * Removes the rows whose timestamps lie between two, both included.
   *
   * @return the number of rows removed
   */
  public synchronized long delete(long from, long to) {
    seal();
    long removed = 0;
    List<Chunk> kept = new ArrayList<>();
    for (Chunk chunk : chunks) {
      int begin = chunk.firstNotBefore(from);
      int end = to == Long.MAX_VALUE ? chunk.rows() : chunk.firstNotBefore(to + 1);
      if (begin >= end) {
        kept.add(chunk);
        continue;
      }
      removed += end - begin;
      if (begin > 0) {
        kept.add(new Chunk(chunk.layout(), chunk.batch().slice(0, begin)));
      }
      if (end < chunk.rows()) {
        kept.add(new Chunk(chunk.layout(), chunk.batch().slice(end, chunk.rows())));
      }
    }
    chunks = List.copyOf(kept);
    return removed;
  }

  /** Returns the rows as they are now. */
  public synchronized Snapshot snapshot() {
    Chunk view = tailChunk();
    return new Snapshot(chunks, view);
  }

  /** Merges new rows into the rows of some chunks. */
  private static final class MergeRun {
    private final Rows rows;
    private final List<Chunk> result = new ArrayList<>();
    private BatchBuilder builder;
    private int next;

    MergeRun(Rows rows) {
      this.rows = rows;
      this.builder = newBuilder();
    }

    private BatchBuilder newBuilder() {
      return new BatchBuilder(rows.layout().types(), FIRST_CAPACITY);
    }

    List<Chunk> run(List<Chunk> olderChunks) {
      for (Chunk chunk : olderChunks) {
        mergeChunk(chunk.in(rows.layout()));
      }
      while (next < rows.batch().rows()) {
        builder.append(rows.batch(), next++);
        flushIfFull();
      }
      flush();
      return result;
    }

    private void mergeChunk(Batch older) {
      int row = 0;
      while (row < older.rows()) {
        int order = next < rows.batch().rows() ? compareTo(older, row) : 1;
        if (order > 0) {
          builder.append(older, row++);
        } else if (order < 0) {
          builder.append(rows.batch(), next++);
        } else {
          rows.mergeOnto(builder, next++, older, row++);
        }
        flushIfFull();
      }
    }

    private int compareTo(Batch older, int row) {
      return rows.layout().compare(rows.batch(), next, older, row);
    }

    private void flushIfFull() {
      if (builder.rows() == CHUNK_ROWS) {
        flush();
      }
    }

    private void flush() {
      if (builder.rows() > 0) {
        result.add(new Chunk(rows.layout(), trimmed(builder)));
        builder = newBuilder();
      }
    }
  }
}
