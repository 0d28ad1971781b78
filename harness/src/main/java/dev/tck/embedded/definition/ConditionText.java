package dev.tck.embedded.definition;

import dev.tck.embedded.sql.Expression;
import dev.tck.embedded.sql.Expression.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes a condition as TDengine tells it back. */
final class ConditionText {
  private ConditionText() {}

  /** Returns the text; columns are those of the owner, a quoted database and table. */
  static String of(Expression expression, String owner) {
    if (expression instanceof Expression.Comparison comparison) {
      return binary(comparison.left(), symbol(comparison.comparator()), comparison.right(), owner);
    } else if (expression instanceof Expression.And and) {
      return binary(and.left(), "AND", and.right(), owner);
    } else if (expression instanceof Expression.Or or) {
      return binary(or.left(), "OR", or.right(), owner);
    } else if (expression instanceof Expression.Arithmetic arithmetic) {
      return binary(arithmetic.left(), arithmetic.operator().symbol(), arithmetic.right(), owner);
    } else if (expression instanceof Expression.Not not) {
      return "(NOT " + of(not.condition(), owner) + ")";
    } else if (expression instanceof Expression.IsNull isNull) {
      String test = isNull.negated() ? "IS NOT NULL" : "IS NULL";
      return "(" + of(isNull.value(), owner) + " " + test + ")";
    } else if (expression instanceof Expression.In in) {
      String test = in.negated() ? "NOT IN" : "IN";
      return "(" + of(in.value(), owner) + " " + test + " (" + list(in.choices(), owner) + "))";
    } else if (expression instanceof Expression.ColumnName column) {
      return owner + ".`" + column.name() + "`";
    } else if (expression instanceof Expression.Literal literal) {
      return literal(literal);
    } else if (expression instanceof Expression.Call call) {
      return call.function() + "(" + list(call.arguments(), owner) + ")";
    } else if (expression instanceof Expression.PseudoColumn pseudo) {
      return pseudo.name();
    }
    return expression.toString();
  }

  private static String binary(Expression left, String operator, Expression right, String owner) {
    return "(" + of(left, owner) + " " + operator + " " + of(right, owner) + ")";
  }

  private static String list(List<Expression> expressions, String owner) {
    return String.join(
        ", ", expressions.stream().map(expression -> of(expression, owner)).toList());
  }

  private static String literal(Expression.Literal literal) {
    return switch (literal.kind()) {
      case STRING, TIMESTAMP -> "'" + literal.text() + "'";
      case INTEGER, FLOAT, BOOL, NULL, DURATION, PLACEHOLDER -> literal.text();
    };
  }

  private static String symbol(Comparator comparator) {
    return switch (comparator) {
      case LESS -> "<";
      case GREATER -> ">";
      case LESS_OR_EQUAL -> "<=";
      case GREATER_OR_EQUAL -> ">=";
      case NOT_EQUAL -> "<>";
      case EQUAL -> "=";
      case LIKE, NOT_LIKE, MATCH, REGEXP, NOT_REGEXP, CONTAINS ->
          comparator.name().replace('_', ' ').toUpperCase(Locale.ROOT);
      case NOT_MATCH -> "NMATCH";
    };
  }
}
