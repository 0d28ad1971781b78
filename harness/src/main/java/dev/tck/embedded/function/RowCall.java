package dev.tck.embedded.function;

import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import java.util.List;

/**
 * A bound call of a function that makes any number of rows of the rows of a group.
 *
 * @param argument is computed for each row
 * @param parameters are the same for all rows
 * @param compositeKey is true if several rows of a table may have the same time
 */
public record RowCall(
    String function,
    Scalar argument,
    List<Constant> parameters,
    DataType type,
    boolean compositeKey) {
  RowCall(String function, Scalar argument, List<Constant> parameters, DataType type) {
    this(function, argument, parameters, type, false);
  }

  /** Returns the call for a table with or without a composite key. */
  public RowCall withCompositeKey(boolean composite) {
    return new RowCall(function, argument, parameters, type, composite);
  }
}
