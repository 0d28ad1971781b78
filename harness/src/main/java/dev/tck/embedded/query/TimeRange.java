package dev.tck.embedded.query;

import dev.tck.embedded.expression.Comparison;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.InputColumn;
import dev.tck.embedded.expression.Logic;
import dev.tck.embedded.expression.Membership;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;

/** Restricts timestamps, both ends included. */
record TimeRange(long from, long to) {
  /** All times. */
  static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  /** No time. */
  static final TimeRange NONE = new TimeRange(Long.MAX_VALUE, Long.MIN_VALUE);

  boolean isEmpty() {
    return from > to;
  }

  boolean isBounded() {
    return from != Long.MIN_VALUE && to != Long.MAX_VALUE;
  }

  TimeRange and(TimeRange other) {
    return new TimeRange(Math.max(from, other.from), Math.min(to, other.to));
  }

  /**
   * Returns the range that a condition leaves to a timestamp column; the condition may say more.
   */
  static TimeRange of(Scalar condition, int timestampColumn) {
    if (condition instanceof Logic logic && logic.kind() == Logic.Kind.AND) {
      return of(logic.operands().get(0), timestampColumn)
          .and(of(logic.operands().get(1), timestampColumn));
    }
    if (condition instanceof Logic logic && logic.kind() == Logic.Kind.OR) {
      TimeRange left = of(logic.operands().get(0), timestampColumn);
      TimeRange right = of(logic.operands().get(1), timestampColumn);
      return new TimeRange(Math.min(left.from, right.from), Math.max(left.to, right.to));
    }
    if (condition instanceof Comparison comparison
        && comparison.right() instanceof Constant constant
        && isTimestamp(comparison.left(), timestampColumn)
        && isTime(constant)) {
      return of(comparison, constant.value().longAt(0));
    }
    if (condition instanceof Membership membership
        && !membership.negated()
        && isTimestamp(membership.value(), timestampColumn)) {
      return of(membership);
    }
    return ALL;
  }

  private static boolean isTimestamp(Scalar scalar, int timestampColumn) {
    return scalar instanceof InputColumn column && column.index() == timestampColumn;
  }

  private static boolean isTime(Constant constant) {
    return !constant.isNull()
        && (constant.type().equals(DataType.TIMESTAMP) || constant.type().equals(DataType.BIGINT));
  }

  private static TimeRange of(Comparison comparison, long time) {
    return switch (comparison.comparator()) {
      case LESS -> time == Long.MIN_VALUE ? new TimeRange(1, 0) : new TimeRange(ALL.from, time - 1);
      case LESS_OR_EQUAL -> new TimeRange(ALL.from, time);
      case GREATER ->
          time == Long.MAX_VALUE ? new TimeRange(1, 0) : new TimeRange(time + 1, ALL.to);
      case GREATER_OR_EQUAL -> new TimeRange(time, ALL.to);
      case EQUAL -> new TimeRange(time, time);
      case NOT_EQUAL, LIKE, NOT_LIKE, MATCH, NOT_MATCH, REGEXP, NOT_REGEXP, CONTAINS -> ALL;
    };
  }

  private static TimeRange of(Membership membership) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Constant choice : membership.choices()) {
      if (!isTime(choice)) {
        return ALL;
      }
      from = Math.min(from, choice.value().longAt(0));
      to = Math.max(to, choice.value().longAt(0));
    }
    return new TimeRange(from, to);
  }
}
