package dev.tck.embedded.query;

import dev.tck.embedded.function.ValueKey;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stands for the values of some columns of a row, as the key of a map. */
record RowKey(List<ValueKey> values) {

  static RowKey of(Batch rows, int[] columns, int row) {
    List<ValueKey> values = new ArrayList<>(columns.length);
    for (int column : columns) {
      values.add(ValueKey.of(rows.column(column), row));
    }
    return new RowKey(values);
  }

  /** Returns the end of the run of rows that have the values of its first row. */
  static int endOfRun(Batch rows, int[] columns, int start) {
    int end = start + 1;
    while (end < rows.rows() && isSame(rows, columns, start, end)) {
      end++;
    }
    return end;
  }

  private static boolean isSame(Batch rows, int[] columns, int left, int right) {
    for (int column : columns) {
      if (!isSame(rows.column(column), left, right)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Vector values, int left, int right) {
    if (values.isNull(left) || values.isNull(right)) {
      return values.isNull(left) && values.isNull(right);
    }
    byte[] bytes = values.bytes();
    boolean variable = values.type().type().isVariable();
    int width = variable ? 0 : values.type().type().width();
    int leftStart = variable ? values.start(left) : left * width;
    int rightStart = variable ? values.start(right) : right * width;
    int leftLength = variable ? values.length(left) : width;
    int rightLength = variable ? values.length(right) : width;
    return Arrays.equals(
        bytes, leftStart, leftStart + leftLength, bytes, rightStart, rightStart + rightLength);
  }
}
