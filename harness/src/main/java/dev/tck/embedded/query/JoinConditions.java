package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Comparison;
import dev.tck.embedded.expression.FunctionCall;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Expression.Comparator;
import java.util.ArrayList;
import java.util.List;

/** Sorts the terms of a join's condition: what makes rows equal, and what else must hold. */
final class JoinConditions {
  private final JoinSource source;
  private final List<Equality> equalities = new ArrayList<>();
  private final List<Term> others = new ArrayList<>();
  private final List<TimeOrder> timeOrders = new ArrayList<>();

  /** A term with the columns that it names, in the order of its slots. */
  record Term(Scalar condition, Scope scope) {}

  /** Two expressions, of the left and of the right side, that must be equal. */
  record Equality(Scalar left, Scalar right, Scope scope, boolean ofTimes) {}

  /** A comparison of the primary timestamps, the left side's on the left. */
  record TimeOrder(Comparator comparator) {}

  JoinConditions(JoinSource source) {
    this.source = source;
  }

  List<Equality> equalities() {
    return equalities;
  }

  List<Term> others() {
    return others;
  }

  List<TimeOrder> timeOrders() {
    return timeOrders;
  }

  void add(Scalar condition, Scope scope) {
    for (Scalar term : Conditions.terms(condition)) {
      addTerm(term, scope);
    }
  }

  private void addTerm(Scalar term, Scope scope) {
    if (term instanceof Comparison comparison
        && isOf(comparison.right(), scope, true)
        && isOf(comparison.left(), scope, false)) {
      add(
          comparison.left(),
          comparison.right(),
          mirrored(comparison.comparator()),
          term,
          scope,
          true);
    } else if (term instanceof Comparison comparison
        && isOf(comparison.left(), scope, true)
        && isOf(comparison.right(), scope, false)) {
      add(comparison.left(), comparison.right(), comparison.comparator(), term, scope, false);
    } else {
      others.add(new Term(term, scope));
    }
  }

  private void add(
      Scalar first,
      Scalar second,
      Comparator comparator,
      Scalar term,
      Scope scope,
      boolean swapped) {
    Scalar left = swapped ? second : first;
    Scalar right = swapped ? first : second;
    boolean times = isTime(left, scope) && isTime(right, scope);
    boolean sameLayout = left.type().type() == right.type().type() && !left.type().isFloating();
    if (comparator == Comparator.EQUAL && (times || sameLayout)) {
      equalities.add(new Equality(left, right, scope, times));
    } else if (times) {
      timeOrders.add(new TimeOrder(comparator));
    } else {
      others.add(new Term(term, scope));
    }
  }

  private static Comparator mirrored(Comparator comparator) {
    return switch (comparator) {
      case LESS -> Comparator.GREATER;
      case GREATER -> Comparator.LESS;
      case LESS_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
      case GREATER_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
      default -> comparator;
    };
  }

  private boolean isOf(Scalar expression, Scope scope, boolean left) {
    return Conditions.readsAny(expression)
        && Conditions.readsOnly(
            expression, slot -> scope.used().get(slot) < source.leftWidth() == left);
  }

  // A primary timestamp, or what a function makes of one.
  private boolean isTime(Scalar expression, Scope scope) {
    if (expression instanceof InputColumn column) {
      return source.timestamps().contains(scope.used().get(column.index()));
    }
    return expression instanceof FunctionCall
        && expression.type().type() == dev.tck.values.TaosType.TIMESTAMP
        && expression.operands().stream().anyMatch(operand -> isTime(operand, scope));
  }

  /** Refuses the join if no condition makes primary timestamps equal. */
  void require(JoinSource.JoinRule rule) throws TaosException {
    boolean equalTimes = equalities.stream().anyMatch(Equality::ofTimes);
    if (equalTimes || (rule.isAsOf() && !timeOrders.isEmpty())) {
      return;
    }
    boolean or =
        others.stream()
            .anyMatch(
                term -> term.condition() instanceof Logic logic && logic.kind() == Logic.Kind.OR);
    if (or) {
      throw ErrorCode.JOIN_CONDITION.with();
    }
    boolean none =
        equalities.isEmpty()
            && timeOrders.isEmpty()
            && others.stream().noneMatch(term -> readsBoth(term.condition(), term.scope()));
    throw none ? ErrorCode.CROSS_JOIN.with() : ErrorCode.JOIN_WITHOUT_TIME.with();
  }

  private boolean readsBoth(Scalar condition, Scope scope) {
    return !isOf(condition, scope, true)
        && !isOf(condition, scope, false)
        && Conditions.readsAny(condition);
  }
}
