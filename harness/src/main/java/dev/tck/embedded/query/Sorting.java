package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Ordering;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts rows in order. Equal rows keep their order. */
final class Sorting {
  private static final int MOST_KEPT = 4 * BatchStream.BATCH_ROWS;

  private Sorting() {}

  /**
   * Names a column by which rows are ordered.
   *
   * @param nullsFirst tells where NULL stands in the result
   */
  record Key(int column, boolean descending, boolean nullsFirst) {}

  /** Returns a stream of sorted rows; the input is read when the first batch is asked for. */
  static BatchStream stream(BatchStream input, List<DataType> types, List<Key> keys) {
    return stream(input, types, keys, Long.MAX_VALUE);
  }

  /** Returns a stream of sorted rows, which ends early: only so many are wanted. */
  static BatchStream stream(BatchStream input, List<DataType> types, List<Key> keys, long wanted) {
    return new BatchStream() {
      private @Nullable BatchStream sorted;

      @Override
      public @Nullable Batch next() throws TaosException {
        if (sorted == null) {
          Batch rows =
              wanted <= MOST_KEPT
                  ? least(input, types, keys, (int) wanted)
                  : sort(collect(input, types), keys);
          sorted = slices(rows);
        }
        return sorted.next();
      }
    };
  }

  // Sorts now and then, and keeps only what can still be wanted.
  private static Batch least(BatchStream input, List<DataType> types, List<Key> keys, int wanted)
      throws TaosException {
    BatchBuilder all = new BatchBuilder(types, BatchStream.BATCH_ROWS);
    for (Batch batch = input.next(); batch != null; batch = input.next()) {
      all.appendRange(batch, 0, batch.rows());
      if (all.rows() > MOST_KEPT + wanted) {
        Batch kept = first(sort(all.build(), keys), wanted);
        all = new BatchBuilder(types, BatchStream.BATCH_ROWS);
        all.appendRange(kept, 0, kept.rows());
      }
    }
    return first(sort(all.build(), keys), wanted);
  }

  private static Batch first(Batch rows, int wanted) {
    return rows.rows() <= wanted ? rows : rows.slice(0, wanted);
  }

  /** Returns all rows of a stream in one batch. */
  static Batch collect(BatchStream input, List<DataType> types) throws TaosException {
    Batch first = input.next();
    if (first == null) {
      return new BatchBuilder(types, 0).build();
    }
    Batch second = input.next();
    if (second == null) {
      return first;
    }
    BatchBuilder all = new BatchBuilder(types, first.rows() + second.rows());
    all.appendRange(first, 0, first.rows());
    for (Batch batch = second; batch != null; batch = input.next()) {
      all.appendRange(batch, 0, batch.rows());
    }
    return all.build();
  }

  /** Returns a stream of the rows in batches of at most 4096. */
  static BatchStream slices(Batch rows) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < rows.rows(); from += BatchStream.BATCH_ROWS) {
      batches.add(rows.slice(from, Math.min(rows.rows(), from + BatchStream.BATCH_ROWS)));
    }
    return new ListStream(batches);
  }

  /** Returns the rows in order. */
  static Batch sort(Batch rows, List<Key> keys) {
    if (isSorted(rows, keys)) {
      return rows;
    }
    Integer[] order = new Integer[rows.rows()];
    Arrays.setAll(order, index -> index);
    Arrays.sort(order, (left, right) -> compare(rows, left, right, keys));
    int[] selection = new int[order.length];
    for (int index = 0; index < order.length; index++) {
      selection[index] = order[index];
    }
    return rows.gather(selection, selection.length);
  }

  private static boolean isSorted(Batch rows, List<Key> keys) {
    for (int row = 1; row < rows.rows(); row++) {
      if (compare(rows, row - 1, row, keys) > 0) {
        return false;
      }
    }
    return true;
  }

  private static int compare(Batch rows, int left, int right, List<Key> keys) {
    for (Key key : keys) {
      int order = compare(rows.column(key.column()), left, right, key);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(Vector values, int left, int right, Key key) {
    boolean leftNull = values.isNull(left);
    boolean rightNull = values.isNull(right);
    if (leftNull || rightNull) {
      return key.nullsFirst()
          ? Boolean.compare(rightNull, leftNull)
          : Boolean.compare(leftNull, rightNull);
    }
    int order = Ordering.compare(values, left, values, right);
    return key.descending() ? -order : order;
  }
}
