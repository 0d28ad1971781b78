package dev.tck.embedded.vector;

/** Holds rows as vectors of equal length. Immutable: nobody writes into the array. */
public final class Batch {
  private final int rows;
  private final Vector[] columns;

  /** Creates a batch; the array must not be changed afterwards. */
  public Batch(int rows, Vector... columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Returns the number of rows, which may be positive without any column. */
  public int rows() {
    return rows;
  }

  /** Returns the number of columns. */
  public int width() {
    return columns.length;
  }

  /** Returns a column. */
  public Vector column(int index) {
    return columns[index];
  }

  /** Returns the rows from one (inclusive) to another (exclusive). */
  public Batch slice(int from, int to) {
    if (from == 0 && to == rows) {
      return this;
    }
    Vector[] slices = new Vector[columns.length];
    for (int column = 0; column < columns.length; column++) {
      slices[column] = columns[column].slice(from, to);
    }
    return new Batch(to - from, slices);
  }

  /** Returns the given rows, in the given order. */
  public Batch gather(int[] selection, int count) {
    Vector[] gathered = new Vector[columns.length];
    for (int column = 0; column < columns.length; column++) {
      gathered[column] = columns[column].gather(selection, count);
    }
    return new Batch(count, gathered);
  }

  /** Returns these columns, in this order. */
  public Batch project(int[] indexes) {
    Vector[] chosen = new Vector[indexes.length];
    for (int index = 0; index < indexes.length; index++) {
      chosen[index] = columns[indexes[index]];
    }
    return new Batch(rows, chosen);
  }

  /** Returns the batch with a further column on the right. */
  public Batch with(Vector... more) {
    Vector[] all = java.util.Arrays.copyOf(columns, columns.length + more.length);
    System.arraycopy(more, 0, all, columns.length, more.length);
    return new Batch(rows, all);
  }
}
