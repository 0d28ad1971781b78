package dev.tck.embedded.query;

import dev.tck.embedded.function.Aggregates;
import dev.tck.embedded.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells what kinds of functions an expression calls, which decides how a query is executed. */
final class FunctionUse {
  private static final Set<String> SELECTIONS =
      Set.of("top", "bottom", "unique", "tail", "sample", "histogram");
  private static final Set<String> SEQUENCES =
      Set.of("diff", "derivative", "csum", "mavg", "statecount", "stateduration");

  private FunctionUse() {}

  /** Returns whether a function chooses some rows of all. */
  static boolean isSelection(String function) {
    return SELECTIONS.contains(function);
  }

  /** Returns whether a function makes a sequence of values of the rows in time order. */
  static boolean isSequence(String function) {
    return SEQUENCES.contains(function);
  }

  static boolean isInterpolation(String function) {
    return function.equals("interp");
  }

  /** Returns whether a function makes several rows. */
  static boolean isRowFunction(String function) {
    return isSelection(function) || isSequence(function) || isInterpolation(function);
  }

  /** Returns the calls of aggregates and row functions, in the order of the text. */
  static List<Expression.Call> calls(Expression expression) {
    List<Expression.Call> calls = new ArrayList<>();
    collect(expression, calls);
    return calls;
  }

  private static void collect(Expression expression, List<Expression.Call> calls) {
    if (expression instanceof Expression.Call call
        && (Aggregates.contains(call.function()) || isRowFunction(call.function()))) {
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
