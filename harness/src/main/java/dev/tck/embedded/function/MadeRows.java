package dev.tck.embedded.function;

import dev.tck.embedded.vector.Vector;

/** Holds the rows that a function made. */
public final class MadeRows {
  private final int[] origins;
  private final Vector values;

  /**
   * Creates the rows.
   *
   * @param origins are the rows of the input from which they come, or -1; there may be more numbers
   *     than rows
   * @param values are the function's values, one a row
   */
  MadeRows(int[] origins, Vector values) {
    this.origins = origins;
    this.values = values;
  }

  /** Returns the number of rows. */
  public int rows() {
    return values.rows();
  }

  /** Returns the row of the input from which a row comes, or -1. */
  public int origin(int row) {
    return origins[row];
  }

  /** Returns the function's values. */
  public Vector values() {
    return values;
  }
}
