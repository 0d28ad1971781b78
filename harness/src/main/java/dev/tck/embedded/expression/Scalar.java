package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.List;

/** Computes one value a row. */
public interface Scalar {

  /** Returns the type of the values. */
  DataType type();

  /** Returns the values for the rows of a batch. */
  Vector evaluate(Batch input) throws TaosException;

  /** Returns the expressions of which this one is made. */
  List<Scalar> operands();

  /** Returns whether the value is the same for all rows of all batches. */
  default boolean isConstant() {
    return operands().stream().allMatch(Scalar::isConstant);
  }
}
