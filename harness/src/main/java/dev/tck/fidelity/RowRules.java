package dev.tck.fidelity;

import java.util.List;
import java.util.Optional;

/**
 * Says how rows may differ.
 *
 * @param unordered says that the rows may come in any order
 * @param orderKeys are the indexes of the columns that the rows are ordered by, nothing if their
 *     order is that of the recording; rows with equal keys may come in any order
 * @param freedoms are the freedoms of the columns
 */
record RowRules(
    boolean unordered, Optional<List<Integer>> orderKeys, List<Optional<Freedom>> freedoms) {
  RowRules {
    freedoms = List.copyOf(freedoms);
  }

  /** Returns the rules of a statement. */
  static RowRules of(SqlShape shape, List<String> columns, StepContext context) {
    return new RowRules(
        shape.isUnordered(context.singleTables()),
        keyIndexes(shape.orderKeys(), columns),
        Freedom.of(shape, columns, context.ownDatabase()));
  }

  private static Optional<List<Integer>> keyIndexes(List<String> keys, List<String> columns) {
    List<Integer> indexes = keys.stream().map(key -> index(key, columns)).toList();
    return keys.isEmpty() || indexes.contains(-1) ? Optional.empty() : Optional.of(indexes);
  }

  private static int index(String key, List<String> columns) {
    if (key.matches("[0-9]{1,4}")) {
      int position = Integer.parseInt(key);
      return position >= 1 && position <= columns.size() ? position - 1 : -1;
    }
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).equalsIgnoreCase(key)) {
        return index;
      }
    }
    return -1;
  }

  /** Returns the freedom of a column. */
  Optional<Freedom> freedom(int column) {
    return column < freedoms.size() ? freedoms.get(column) : Optional.empty();
  }

  /** Returns whether the rows' order follows from the statement alone. */
  boolean isOrderFixed() {
    return !unordered && orderKeys.isEmpty();
  }
}
