package dev.tck.embedded.function;

import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import java.util.List;
import java.util.Set;

/**
 * A bound call of an aggregate.
 *
 * @param arguments are computed for each row
 * @param parameters are the same for all rows
 * @param compositeKey is true if several rows of a table may have the same time
 */
public record AggregateCall(
    String function,
    List<Scalar> arguments,
    List<Constant> parameters,
    DataType type,
    boolean compositeKey) {
  private static final Set<String> CHOOSING =
      Set.of("min", "max", "first", "last", "last_row", "mode");
  private static final Set<String> COUNTING = Set.of("count", "hyperloglog");

  AggregateCall(String function, List<Scalar> arguments, List<Constant> parameters, DataType type) {
    this(function, arguments, parameters, type, false);
  }

  /** Returns a call of COUNT of rows. */
  public static AggregateCall ofRows() {
    return new AggregateCall("count", List.of(), List.of(), DataType.BIGINT);
  }

  /** Returns the call for a table with or without a composite key. */
  public AggregateCall withCompositeKey(boolean composite) {
    return new AggregateCall(function, arguments, parameters, type, composite);
  }

  /** Returns whether the value comes from one row. */
  public boolean choosesRow() {
    return CHOOSING.contains(function);
  }

  /** Returns whether there is a row even for a table without rows. */
  public boolean countsRowsOfTables() {
    return function.equals("count");
  }

  /** Returns whether there is a value even if there are no rows. */
  public boolean countsNothing() {
    return COUNTING.contains(function);
  }
}
