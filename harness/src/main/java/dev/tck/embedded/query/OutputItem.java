package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a select list, with stars expanded.
 *
 * @param expression is empty for a column that stands for a star
 * @param position is that column's position in the source
 * @param alias is the name that the statement gives the column
 */
record OutputItem(
    Optional<Expression> expression, int position, String name, Optional<String> alias) {
  private static final int LONGEST_NAME = 64;
  private static final Set<String> OF_SEVERAL_COLUMNS = Set.of("first", "last", "last_row");

  /** Returns the calls of aggregates and row functions. */
  List<Expression.Call> calls() {
    return expression.map(FunctionUse::calls).orElse(List.of());
  }

  /** Returns whether the column has a name: an alias, or that of a column or pseudo column. */
  boolean isNamed() {
    return alias.isPresent()
        || expression.isEmpty()
        || expression.get() instanceof Expression.ColumnName
        || expression.get() instanceof Expression.PseudoColumn;
  }

  /** Returns the columns of a select list. */
  static List<OutputItem> expand(List<Query.SelectItem> items, Optional<Scope> scope)
      throws TaosException {
    List<OutputItem> result = new ArrayList<>();
    for (Query.SelectItem item : items) {
      if (item.expression() instanceof Expression.Star star) {
        result.addAll(expandStar(star, scope));
      } else if (item.expression() instanceof Expression.Call call && isOfSeveralColumns(call)) {
        result.addAll(expandCall(call, item, scope));
      } else {
        result.add(of(item.expression(), item.alias(), item.text()));
      }
    }
    return result;
  }

  private static OutputItem of(Expression expression, Optional<String> alias, String text) {
    return new OutputItem(
        Optional.of(expression), Source.NONE, name(expression, alias, text), alias);
  }

  private static String name(Expression expression, Optional<String> alias, String text) {
    if (alias.isPresent()) {
      return alias.get();
    } else if (expression instanceof Expression.ColumnName column) {
      return column.name();
    } else if (expression instanceof Expression.PseudoColumn pseudo) {
      return pseudo.name();
    }
    return cut(withoutQuotes(text));
  }

  // TDengine takes off a back-quote at the beginning and at the end, wherever they belong to.
  private static String withoutQuotes(String text) {
    int from = text.startsWith("`") ? 1 : 0;
    int to = text.length() > from && text.endsWith("`") ? text.length() - 1 : text.length();
    return text.substring(from, to);
  }

  /** Returns the beginning of a name, as much as a result's column can have. */
  private static String cut(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_NAME) {
      return name;
    }
    int length = LONGEST_NAME;
    while ((bytes[length] & 0xC0) == 0x80) {
      length--;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static List<OutputItem> expandStar(Expression.Star star, Optional<Scope> scope)
      throws TaosException {
    List<OutputItem> result = new ArrayList<>();
    for (int position : starColumns(star, scope)) {
      String name = scope.orElseThrow().source().columns().get(position).name();
      result.add(new OutputItem(Optional.empty(), position, name, Optional.empty()));
    }
    return result;
  }

  private static List<Integer> starColumns(Expression.Star star, Optional<Scope> scope)
      throws TaosException {
    Scope rows = scope.orElseThrow(() -> ErrorCode.SYNTAX_ERROR_TEXT.with("No table specified"));
    rows.requireQualifier(star.table());
    return rows.source().starColumns(star.table());
  }

  private static boolean isOfSeveralColumns(Expression.Call call) {
    return OF_SEVERAL_COLUMNS.contains(call.function())
        && (call.arguments().size() > 1
            || call.arguments().stream().anyMatch(Expression.Star.class::isInstance));
  }

  private static List<OutputItem> expandCall(
      Expression.Call call, Query.SelectItem item, Optional<Scope> scope) throws TaosException {
    List<Expression> columns = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      if (argument instanceof Expression.Star star) {
        for (int position : starColumns(star, scope)) {
          SourceColumn column = scope.orElseThrow().source().columns().get(position);
          if (!column.isOfTable()) {
            columns.add(
                new Expression.ColumnName(
                    Optional.of(scope.orElseThrow().source().qualifiers().get(position)),
                    column.name()));
          }
        }
      } else {
        columns.add(argument);
      }
    }
    List<OutputItem> result = new ArrayList<>();
    for (Expression column : columns) {
      Expression single = new Expression.Call(call.function(), List.of(column));
      String written = column instanceof Expression.Literal literal ? literal.text() : item.text();
      String text = call.function() + "(" + name(column, Optional.empty(), written) + ")";
      result.add(of(single, item.alias(), text));
    }
    return result;
  }
}
