package dev.tck.embedded.store;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;

/** Holds consecutive rows of a table, immutable, with the layout under which they were written. */
public final class Chunk {
  private final Layout layout;
  private final Batch rows;

  Chunk(Layout layout, Batch rows) {
    this.layout = layout;
    this.rows = rows;
  }

  Layout layout() {
    return layout;
  }

  Batch batch() {
    return rows;
  }

  /** Returns the number of rows, at least one. */
  public int rows() {
    return rows.rows();
  }

  /** Returns the timestamp of a row. */
  public long timestamp(int row) {
    return rows.column(0).longAt(row);
  }

  /** Returns the timestamp of the first row. */
  public long first() {
    return timestamp(0);
  }

  /** Returns the timestamp of the last row. */
  public long last() {
    return timestamp(rows() - 1);
  }

  /** Returns a column, all NULL if it is younger than the rows. */
  public Vector column(int id, DataType type) {
    int index = layout.indexOf(id);
    return index < 0 ? Vector.ofNulls(type, rows()) : rows.column(index).as(type);
  }

  /** Returns the first row whose timestamp is not less, or the number of rows. */
  public int firstNotBefore(long timestamp) {
    int low = 0;
    int high = rows();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timestamp(middle) < timestamp) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the rows in another layout. */
  Batch in(Layout other) {
    if (other == layout) {
      return rows;
    }
    Vector[] columns = new Vector[other.columns().size()];
    for (int index = 0; index < columns.length; index++) {
      StoredColumn column = other.columns().get(index);
      columns[index] = column(column.id(), column.type());
    }
    return new Batch(rows(), columns);
  }
}
