package dev.tck.embedded.store;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.TaosType;
import java.util.Arrays;
import java.util.List;

/**
 * Lists the columns of a table's rows: the primary timestamp first, then, if the key is composite,
 * the second key column. One object a schema version, so that equal layouts are the same object.
 */
public final class Layout {
  private final List<StoredColumn> columns;
  private final List<DataType> types;
  private final boolean compositeKey;

  /** Creates a layout. */
  public Layout(List<StoredColumn> columns, boolean compositeKey) {
    this.columns = List.copyOf(columns);
    this.types = columns.stream().map(StoredColumn::type).toList();
    this.compositeKey = compositeKey;
  }

  /** Returns the columns. */
  public List<StoredColumn> columns() {
    return columns;
  }

  /** Returns the types of the columns. */
  public List<DataType> types() {
    return types;
  }

  /** Returns the position of a column, or -1. */
  public int indexOf(int id) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).id() == id) {
        return index;
      }
    }
    return -1;
  }

  /** Compares the keys of two rows. */
  public int compare(Batch left, int leftRow, Batch right, int rightRow) {
    int order = Long.compare(left.column(0).longAt(leftRow), right.column(0).longAt(rightRow));
    return order != 0 || !compositeKey
        ? order
        : compareSecond(left.column(1), leftRow, right.column(1), rightRow);
  }

  private static int compareSecond(Vector left, int leftRow, Vector right, int rightRow) {
    TaosType type = left.type().type();
    if (type.isVariable()) {
      return Arrays.compareUnsigned(
          left.bytes(),
          left.start(leftRow),
          left.start(leftRow) + left.length(leftRow),
          right.bytes(),
          right.start(rightRow),
          right.start(rightRow) + right.length(rightRow));
    }
    return type == TaosType.BIGINT_UNSIGNED
        ? Long.compareUnsigned(left.longAt(leftRow), right.longAt(rightRow))
        : Long.compare(left.longAt(leftRow), right.longAt(rightRow));
  }
}
