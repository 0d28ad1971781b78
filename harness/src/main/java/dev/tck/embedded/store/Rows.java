package dev.tck.embedded.store;

import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds rows to be written, in a table's layout. A row may leave out columns: where a row of the
 * same key exists already, those keep their value, while NULL overwrites it.
 */
public final class Rows {
  private final Layout layout;
  private final Batch batch;
  // Per column, per row: whether the row leaves the column out; null: no row does.
  private final @Nullable BitSet[] omitted;

  /**
   * Creates rows.
   *
   * @param batch has one column for each of the layout
   * @param omitted tells per column which rows leave it out, null where none does; such rows hold
   *     NULL there
   */
  public Rows(Layout layout, Batch batch, @Nullable BitSet[] omitted) {
    this.layout = layout;
    this.batch = batch;
    this.omitted = omitted;
  }

  /** Creates rows that leave nothing out. */
  public static Rows complete(Layout layout, Batch batch) {
    return new Rows(layout, batch, new BitSet[batch.width()]);
  }

  /** Returns the layout. */
  public Layout layout() {
    return layout;
  }

  /** Returns the values. */
  public Batch batch() {
    return batch;
  }

  boolean omits(int column, int row) {
    BitSet flags = omitted[column];
    return flags != null && flags.get(row);
  }

  /** Returns the rows in strictly ascending order of keys; of equal keys the later row wins. */
  public Rows sorted() {
    if (isStrictlyAscending()) {
      return this;
    }
    Integer[] order = new Integer[batch.rows()];
    Arrays.setAll(order, index -> index);
    Arrays.sort(order, (left, right) -> layout.compare(batch, left, batch, right));
    Merge merge = new Merge(batch.rows());
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && layout.compare(batch, order[from], batch, order[to]) == 0) {
        to++;
      }
      merge.add(order, from, to);
      from = to;
    }
    return merge.build();
  }

  private boolean isStrictlyAscending() {
    for (int row = 1; row < batch.rows(); row++) {
      if (layout.compare(batch, row - 1, batch, row) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Joins rows of equal keys into one. */
  private final class Merge {
    private final BatchBuilder builder;
    private final @Nullable BitSet[] flags;
    private int size;

    Merge(int rows) {
      builder = new BatchBuilder(layout.types(), rows);
      flags = new BitSet[batch.width()];
      for (int column = 0; column < flags.length; column++) {
        flags[column] = omitted[column] == null ? null : new BitSet(rows);
      }
    }

    void add(Integer[] order, int from, int to) {
      for (int column = 0; column < flags.length; column++) {
        int winner = to - 1;
        while (winner > from && omits(column, order[winner])) {
          winner--;
        }
        builder.column(column).append(batch.column(column), order[winner]);
        BitSet omissions = flags[column];
        if (omissions != null) {
          omissions.set(size, omits(column, order[winner]));
        }
      }
      builder.endRow();
      size++;
    }

    Rows build() {
      return new Rows(layout, builder.build(), flags);
    }
  }

  /** Appends one row: this one's values, and what it omits from the older row of the same key. */
  void mergeOnto(BatchBuilder target, int row, Batch older, int olderRow) {
    for (int column = 0; column < batch.width(); column++) {
      VectorBuilder builder = target.column(column);
      boolean keep = omits(column, row);
      Vector source = keep ? older.column(column) : batch.column(column);
      builder.append(source, keep ? olderRow : row);
    }
    target.endRow();
  }
}
