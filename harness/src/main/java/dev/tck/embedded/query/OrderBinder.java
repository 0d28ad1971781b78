package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the columns by which ORDER BY sorts: columns of the select list by position, alias or
 * expression, or further columns, which are added to the outputs.
 */
final class OrderBinder {
  private final ExpressionBinder binder;
  private final List<OutputItem> items;
  private final List<Scalar> outputs;
  private final boolean distinct;

  OrderBinder(
      ExpressionBinder binder, List<OutputItem> items, List<Scalar> outputs, boolean distinct) {
    this.binder = binder;
    this.items = items;
    this.outputs = outputs;
    this.distinct = distinct;
  }

  List<Sorting.Key> bind(List<Query.SortItem> order) throws TaosException {
    List<Sorting.Key> keys = new ArrayList<>();
    for (Query.SortItem item : order) {
      keys.add(key(column(item.expression()), item));
    }
    return keys;
  }

  static Sorting.Key key(int column, Query.SortItem item) {
    // NULL counts as the least value if nothing is said.
    boolean nullsFirst = item.nullsFirst().orElse(!item.descending());
    return new Sorting.Key(column, item.descending(), nullsFirst);
  }

  private int column(Expression expression) throws TaosException {
    Optional<Integer> position = position(expression, items.size());
    if (position.isPresent()) {
      return position.get();
    }
    if (expression instanceof Expression.ColumnName name && name.table().isEmpty()) {
      int aliased = aliased(name.name());
      if (aliased >= 0) {
        return aliased;
      }
    }
    Scalar bound = binder.bind(expression);
    int index = outputs.indexOf(bound);
    if (index >= 0) {
      return index;
    }
    if (distinct) {
      throw ErrorCode.NOT_SELECTED_EXPRESSION.with();
    }
    outputs.add(bound);
    return outputs.size() - 1;
  }

  /**
   * Returns the column that a whole number names, counted from 0; nothing for other expressions.
   *
   * @throws TaosException if there is no such column (9737)
   */
  static Optional<Integer> position(Expression expression, int columns) throws TaosException {
    if (!(expression instanceof Expression.Literal literal)
        || literal.kind() != Expression.LiteralKind.INTEGER) {
      return Optional.empty();
    }
    boolean valid = literal.text().length() <= 9;
    int position = valid ? Integer.parseInt(literal.text()) : 0;
    if (position < 1 || position > columns) {
      throw ErrorCode.WRONG_SELECT_POSITION.with();
    }
    return Optional.of(position - 1);
  }

  private int aliased(String name) throws TaosException {
    int found = -1;
    for (int index = 0; index < items.size(); index++) {
      OutputItem item = items.get(index);
      boolean called = item.isNamed() && item.name().equals(name);
      if (called) {
        if (found >= 0 && !outputs.get(found).equals(outputs.get(index))) {
          throw ErrorCode.ORDER_BY_AMBIGUOUS.with(name);
        }
        found = found < 0 ? index : found;
      }
    }
    return found;
  }
}
