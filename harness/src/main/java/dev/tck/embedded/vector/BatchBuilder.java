package dev.tck.embedded.vector;

import dev.tck.embedded.type.DataType;
import java.util.List;

/** Collects rows for a batch. */
public final class BatchBuilder {
  private final VectorBuilder[] columns;
  private int rows;

  /** Creates an empty batch of columns of these types. */
  public BatchBuilder(List<DataType> types, int expectedRows) {
    columns = new VectorBuilder[types.size()];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = new VectorBuilder(types.get(index), expectedRows);
    }
  }

  /** Returns the builder of a column, to which exactly one value a row must be appended. */
  public VectorBuilder column(int index) {
    return columns[index];
  }

  /** Returns the number of columns. */
  public int width() {
    return columns.length;
  }

  /** Notes that each column got the value of a further row. */
  public void endRow() {
    rows++;
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Appends a row of a batch with the same columns. */
  public void append(Batch source, int row) {
    for (int column = 0; column < columns.length; column++) {
      columns[column].append(source.column(column), row);
    }
    rows++;
  }

  /**
   * Appends the rows from one (inclusive) to another (exclusive) of a batch of the same columns.
   */
  public void appendRange(Batch source, int from, int to) {
    for (int column = 0; column < columns.length; column++) {
      columns[column].appendRange(source.column(column), from, to);
    }
    rows += to - from;
  }

  /** Returns the batch; the builder must not be used any more. */
  public Batch build() {
    Vector[] vectors = new Vector[columns.length];
    for (int index = 0; index < columns.length; index++) {
      vectors[index] = columns[index].build();
    }
    return new Batch(rows, vectors);
  }
}
