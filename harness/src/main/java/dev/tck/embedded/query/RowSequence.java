package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holds rows in several batches and numbers them through. */
final class RowSequence {
  /** The most rows of a batch that is put together here. */
  static final int BATCH_ROWS = 4096;

  private final List<Batch> batches = new ArrayList<>();
  private int[] starts = new int[8];
  private int rows;

  static RowSequence of(BatchStream stream) throws TaosException {
    RowSequence sequence = new RowSequence();
    for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
      sequence.add(batch);
    }
    return sequence;
  }

  static RowSequence of(Batch batch) {
    RowSequence sequence = new RowSequence();
    sequence.add(batch);
    return sequence;
  }

  void add(Batch batch) {
    if (batches.size() + 1 >= starts.length) {
      starts = java.util.Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[batches.size()] = rows;
    batches.add(batch);
    rows += batch.rows();
    starts[batches.size()] = rows;
  }

  int rows() {
    return rows;
  }

  List<Batch> batches() {
    return batches;
  }

  /** Returns the position of the batch that holds a row. */
  int batchOf(int row) {
    int low = 0;
    int high = batches.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  Batch batch(int index) {
    return batches.get(index);
  }

  /** Returns the number of the first row of a batch. */
  int startOf(int batch) {
    return starts[batch];
  }

  /** Returns a value of a column as an integer. */
  long longAt(int column, int row) {
    int batch = batchOf(row);
    return batches.get(batch).column(column).longAt(row - starts[batch]);
  }

  /** Returns one column of all rows as integers. */
  long[] longs(int column) {
    long[] values = new long[rows];
    int at = 0;
    for (Batch batch : batches) {
      Vector vector = batch.column(column);
      for (int row = 0; row < batch.rows(); row++) {
        values[at++] = vector.longAt(row);
      }
    }
    return values;
  }

  /** Returns the rows in the given order, in batches of at most {@link #BATCH_ROWS}. */
  List<Batch> inOrder(int[] order) {
    List<Batch> result = new ArrayList<>();
    if (batches.isEmpty()) {
      return result;
    }
    List<DataType> types = types();
    for (int from = 0; from < order.length; from += BATCH_ROWS) {
      int to = Math.min(order.length, from + BATCH_ROWS);
      BatchBuilder builder = new BatchBuilder(types, to - from);
      for (int index = from; index < to; index++) {
        int batch = batchOf(order[index]);
        builder.append(batches.get(batch), order[index] - starts[batch]);
      }
      result.add(builder.build());
    }
    return result;
  }

  private List<DataType> types() {
    Batch first = batches.get(0);
    return IntStream.range(0, first.width())
        .mapToObj(column -> first.column(column).type())
        .toList();
  }

  /** Returns the rows sorted by a column of integers; equal ones keep their order. */
  RowSequence sortedBy(int column) {
    long[] keys = longs(column);
    boolean sorted = true;
    for (int row = 1; row < rows && sorted; row++) {
      sorted = keys[row - 1] <= keys[row];
    }
    if (sorted) {
      return this;
    }
    int[] order =
        IntStream.range(0, rows)
            .boxed()
            .sorted(Comparator.comparingLong(row -> keys[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    RowSequence result = new RowSequence();
    inOrder(order).forEach(result::add);
    return result;
  }
}
