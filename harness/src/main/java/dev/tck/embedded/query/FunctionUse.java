package dev.tck.embedded.query;

import dev.tck.embedded.function.Aggregates;
import dev.tck.embedded.function.RowFunctions;
import dev.tck.embedded.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells what kinds of functions an expression calls, which decides how a query is executed. */
final class FunctionUse {
  // These are aggregates by name only: they make several rows.
  private static final Set<String> SEVERAL_ROWS = Set.of("top", "bottom", "sample", "histogram");

  private FunctionUse() {}

  /** Returns whether a function is an aggregate, as far as it matters where it may stand. */
  static boolean isAggregate(String function) {
    return Aggregates.contains(function) || SEVERAL_ROWS.contains(function);
  }

  static boolean isInterpolation(String function) {
    return function.equals("interp");
  }

  /** Returns whether a function's value depends on more than one row. */
  static boolean isVector(String function) {
    return Aggregates.contains(function)
        || RowFunctions.contains(function)
        || isInterpolation(function);
  }

  /** Returns whether a function that makes rows needs them in the order of time. */
  static boolean needsTime(String function) {
    return !SEVERAL_ROWS.contains(function);
  }

  /** Returns the calls of aggregates and row functions, in the order of the text. */
  static List<Expression.Call> calls(Expression expression) {
    List<Expression.Call> calls = new ArrayList<>();
    collect(expression, calls);
    return calls;
  }

  private static void collect(Expression expression, List<Expression.Call> calls) {
    if (expression instanceof Expression.Call call && isVector(call.function())) {
      calls.add(call);
      return;
    }
    children(expression).forEach(child -> collect(child, calls));
  }

  /** Returns the expressions of which an expression is made. */
  static List<Expression> children(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return call.arguments();
    } else if (expression instanceof Expression.Cast cast) {
      return List.of(cast.value());
    } else if (expression instanceof Expression.Negation negation) {
      return List.of(negation.value());
    } else if (expression instanceof Expression.Arithmetic arithmetic) {
      return List.of(arithmetic.left(), arithmetic.right());
    } else if (expression instanceof Expression.JsonField field) {
      return List.of(field.tag());
    } else if (expression instanceof Expression.Comparison comparison) {
      return List.of(comparison.left(), comparison.right());
    } else if (expression instanceof Expression.Between between) {
      return List.of(between.value(), between.low(), between.high());
    } else if (expression instanceof Expression.IsNull isNull) {
      return List.of(isNull.value());
    } else if (expression instanceof Expression.In in) {
      return List.of(in.value());
    } else if (expression instanceof Expression.Not not) {
      return List.of(not.condition());
    } else if (expression instanceof Expression.And and) {
      return List.of(and.left(), and.right());
    } else if (expression instanceof Expression.Or or) {
      return List.of(or.left(), or.right());
    } else if (expression instanceof Expression.Case choice) {
      return ofCase(choice);
    }
    return List.of();
  }

  private static List<Expression> ofCase(Expression.Case choice) {
    List<Expression> children = new ArrayList<>();
    choice.operand().ifPresent(children::add);
    for (Expression.Branch branch : choice.branches()) {
      children.add(branch.when());
      children.add(branch.then());
    }
    choice.otherwise().ifPresent(children::add);
    return children;
  }
}
