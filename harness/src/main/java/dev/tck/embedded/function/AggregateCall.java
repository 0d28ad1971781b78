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
 */
public record AggregateCall(
    String function, List<Scalar> arguments, List<Constant> parameters, DataType type) {
  private static final Set<String> CHOOSING =
      Set.of("min", "max", "first", "last", "last_row", "mode");
  private static final Set<String> COUNTING = Set.of("count", "hyperloglog");

  /** Returns whether the value comes from one row. */
  public boolean choosesRow() {
    return CHOOSING.contains(function);
  }

  /** Returns whether there is a value even if there are no rows. */
  public boolean countsNothing() {
    return COUNTING.contains(function);
  }
}
