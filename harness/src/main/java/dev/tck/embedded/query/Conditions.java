package dev.tck.embedded.query;

import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.expression.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Takes conditions apart and puts them together. */
final class Conditions {
  private Conditions() {}

  /** Returns the conditions that must all hold for a condition to hold. */
  static List<Scalar> terms(Scalar condition) {
    List<Scalar> terms = new ArrayList<>();
    collect(condition, terms);
    return terms;
  }

  private static void collect(Scalar condition, List<Scalar> terms) {
    if (condition instanceof Logic logic && logic.kind() == Logic.Kind.AND) {
      logic.operands().forEach(operand -> collect(operand, terms));
    } else {
      terms.add(condition);
    }
  }

  /** Returns the conjunction of conditions, nothing if there are none. */
  static Optional<Scalar> all(List<Scalar> terms) {
    return terms.stream().reduce(Logic::and);
  }

  /** Returns whether all columns that an expression reads satisfy a test. */
  static boolean readsOnly(Scalar expression, IntPredicate columns) {
    if (expression instanceof InputColumn column) {
      return columns.test(column.index());
    }
    return expression.operands().stream().allMatch(operand -> readsOnly(operand, columns));
  }

  /** Returns whether an expression reads any column. */
  static boolean readsAny(Scalar expression) {
    return expression instanceof InputColumn
        || expression.operands().stream().anyMatch(Conditions::readsAny);
  }
}
