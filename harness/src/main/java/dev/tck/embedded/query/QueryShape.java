package dev.tck.embedded.query;

import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a query is made of, without binding it. */
public final class QueryShape {
  private QueryShape() {}

  /**
   * Returns the table that a query reads row by row; nothing if it does anything else than choosing
   * rows and columns of one table.
   */
  public static Optional<TableName> onlyTable(Query query) {
    boolean plain =
        query.body() instanceof Query.Select select
            && query.order().isEmpty()
            && query.limit().isEmpty()
            && query.groupLimit().isEmpty()
            && select.quantifier() == Query.Quantifier.ALL
            && select.group().isEmpty()
            && select.partition().isEmpty()
            && select.window().isEmpty()
            && select.items().stream()
                .allMatch(item -> FunctionUse.calls(item.expression()).isEmpty());
    return plain
            && query.body() instanceof Query.Select select
            && select.from().isPresent()
            && select.from().get() instanceof Query.NamedTable table
        ? Optional.of(table.name())
        : Optional.empty();
  }

  /** Returns whether a query names a column, or all columns with a star. */
  public static boolean names(Query query, String column) {
    if (!(query.body() instanceof Query.Select select)) {
      return false;
    }
    List<Expression> expressions = new ArrayList<>();
    select.items().forEach(item -> expressions.add(item.expression()));
    select.where().ifPresent(expressions::add);
    return expressions.stream().anyMatch(expression -> names(expression, column));
  }

  private static boolean names(Expression expression, String column) {
    if (expression instanceof Expression.Star) {
      return true;
    }
    if (expression instanceof Expression.ColumnName name && name.name().equals(column)) {
      return true;
    }
    return FunctionUse.children(expression).stream().anyMatch(child -> names(child, column));
  }
}
