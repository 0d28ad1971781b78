package dev.tck.embedded.function;

import dev.tck.embedded.vector.Batch;

/** TAIL: the last rows, the latest first, after some that are left out. */
final class LastRows implements RowFunction {
  private final int column;
  private final int count;
  private final int offset;

  LastRows(int column, int count, int offset) {
    this.column = column;
    this.count = count;
    this.offset = offset;
  }

  @Override
  public MadeRows apply(Batch rows, int from, int to) {
    int available = Math.max(0, to - offset - from);
    int[] origins = new int[Math.min(count, available)];
    for (int index = 0; index < origins.length; index++) {
      origins[index] = to - offset - 1 - index;
    }
    return new MadeRows(origins, rows.column(column).gather(origins, origins.length));
  }
}
