package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.function.Aggregates;
import dev.tck.embedded.function.RowFunctions;
import dev.tck.embedded.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Refuses mixtures of functions as TDengine does, and counts those that choose rows, on which it
 * depends whether other columns may stand beside them. Calls must be given in the order of the
 * text.
 */
final class FunctionRules {
  // How many rows a function gives, which must be the same for all of a query.
  private static final int SOME_ROWS = 0;
  private static final int ALL_ROWS = 1;
  private static final int ALL_BUT_FIRST = 2;

  private static final Set<String> SELECTING =
      Set.of(
          "min",
          "max",
          "first",
          "last",
          "last_row",
          "mode",
          "top",
          "bottom",
          "sample",
          "unique",
          "tail",
          "diff",
          "derivative",
          "csum",
          "mavg",
          "statecount",
          "stateduration");
  private static final Set<String> SEVERAL_ROWS = Set.of("top", "bottom", "sample", "histogram");
  private static final Set<String> CUMULATIVE = Set.of("diff", "derivative", "csum");
  private static final Set<String> SEVERAL_COLUMNS = Set.of("first", "last");

  private final boolean windowOrGroup;
  private final List<Expression.Call> selecting = new ArrayList<>();
  private boolean hasAggregate;
  private boolean hasOther;
  private boolean hasSeveralRows;
  private boolean hasSequence;
  private boolean hasInterpolation;
  private boolean hasDifference;
  private int rowsOfSequence;

  FunctionRules(boolean windowOrGroup) {
    this.windowOrGroup = windowOrGroup;
  }

  /**
   * Takes in a call.
   *
   * @throws TaosException if it cannot stand beside the calls before it
   */
  void add(Expression.Call call) throws TaosException {
    String function = call.function();
    if (Aggregates.contains(function) || SEVERAL_ROWS.contains(function)) {
      requireAllowed(!hasSequence && !hasSeveralRows);
      requireAllowed(!SEVERAL_ROWS.contains(function) || !hasAggregate);
      hasAggregate = true;
      hasSeveralRows |= SEVERAL_ROWS.contains(function);
    } else if (FunctionUse.isInterpolation(function)) {
      requireAllowed(!hasAggregate && !hasSequence);
      requireNoWindow(function);
      hasInterpolation = true;
    } else if (RowFunctions.contains(function)) {
      addSequence(call);
    }
    if (SELECTING.contains(function)) {
      if (!selecting.contains(call)) {
        selecting.add(call);
      }
    } else {
      hasOther = true;
    }
  }

  private void addSequence(Expression.Call call) throws TaosException {
    boolean difference = call.function().equals("diff");
    int rows = rows(call);
    requireAllowed(!hasAggregate);
    boolean sameRows = rowsOfSequence != SOME_ROWS && rowsOfSequence == rows;
    requireAllowed(!hasSequence || sameRows || (hasDifference && difference));
    if (hasDifference && !difference) {
      throw ErrorCode.MIXED_ROW_FUNCTIONS.with();
    }
    requireNoWindow(call.function());
    hasSequence = true;
    hasDifference |= difference;
    rowsOfSequence = rows;
  }

  private static int rows(Expression.Call call) {
    return switch (call.function()) {
      case "csum" -> ALL_ROWS;
      case "diff" -> call.arguments().size() > 1 && number(call, 1) > 1 ? SOME_ROWS : ALL_BUT_FIRST;
      case "derivative" ->
          call.arguments().size() > 2 && number(call, 2) == 1 ? SOME_ROWS : ALL_BUT_FIRST;
      default -> SOME_ROWS;
    };
  }

  private static int number(Expression.Call call, int index) {
    return call.arguments().get(index) instanceof Expression.Literal literal
            && literal.text().length() == 1
        ? literal.text().charAt(0) - '0'
        : 0;
  }

  private static void requireAllowed(boolean allowed) throws TaosException {
    if (!allowed) {
      throw ErrorCode.NOT_ALLOWED_FUNCTION.with();
    }
  }

  private void requireNoWindow(String function) throws TaosException {
    if (windowOrGroup) {
      throw new TaosException(
          ErrorCode.NOT_ALLOWED_FUNCTION.code(),
          function + " function is not supported in window query or group query");
    }
  }

  boolean hasAggregate() {
    return hasAggregate;
  }

  boolean hasSequence() {
    return hasSequence;
  }

  boolean hasSeveralRows() {
    return hasSeveralRows;
  }

  boolean hasInterpolation() {
    return hasInterpolation;
  }

  boolean hasAny() {
    return hasAggregate || hasSequence || hasInterpolation;
  }

  /** Returns whether some function does not come from one row. */
  boolean hasOther() {
    return hasOther;
  }

  /** Returns how many functions choose rows, each of the same text once. */
  int selecting() {
    int count = 0;
    for (Expression.Call call : selecting) {
      if (CUMULATIVE.contains(call.function())) {
        count = Math.max(count, 1);
      } else {
        count += SEVERAL_COLUMNS.contains(call.function()) ? columns(call) : 1;
      }
    }
    return count;
  }

  private static int columns(Expression.Call call) {
    boolean star = call.arguments().stream().anyMatch(Expression.Star.class::isInstance);
    return star ? 2 : Math.max(1, call.arguments().size());
  }
}
