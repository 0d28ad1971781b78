package dev.tck.embedded.function;

import dev.tck.embedded.expression.Ordering;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;

/**
 * TOP and BOTTOM: the rows with the greatest or least values, in the order in which a heap of that
 * size holds them, which is the order of TDengine's answers. Not for concurrent use.
 */
final class Extremes implements RowFunction {
  private final int column;
  private final boolean greatest;
  private final int[] heap;
  private int size;

  Extremes(int column, int count, boolean greatest) {
    this.column = column;
    this.greatest = greatest;
    this.heap = new int[count];
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) {
    Vector values = rows.column(column);
    size = 0;
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        continue;
      }
      if (size < heap.length) {
        heap[size++] = row;
        for (int start = size / 2 - 1; start >= 0; start--) {
          sink(values, start);
        }
      } else if (isWorse(values, heap[0], row)) {
        heap[0] = row;
        sink(values, 0);
      }
    }
    return new MadeRows(heap.clone(), values.gather(heap, size));
  }

  private boolean isWorse(Vector values, int row, int other) {
    int order = Ordering.compare(values, row, values, other);
    return greatest ? order < 0 : order > 0;
  }

  // The worst row is at the root; equal rows change places.
  private void sink(Vector values, int start) {
    int parent = start;
    int child = 2 * parent + 1;
    while (child < size) {
      if (child + 1 < size && isWorse(values, heap[child + 1], heap[child])) {
        child++;
      }
      if (isWorse(values, heap[parent], heap[child])) {
        return;
      }
      int row = heap[parent];
      heap[parent] = heap[child];
      heap[child] = row;
      parent = child;
      child = 2 * parent + 1;
    }
  }
}
