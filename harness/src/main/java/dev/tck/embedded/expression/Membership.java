package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/**
 * Tells whether a value is one of some constants of the same type. NULL is neither in a list nor
 * not in it, and nothing is not in a list with NULL.
 */
public record Membership(Scalar value, List<Constant> choices, boolean negated) implements Scalar {
  @Override
  public DataType type() {
    return DataType.BOOL;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(value);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector values = value.evaluate(input);
    VectorBuilder result = new VectorBuilder(DataType.BOOL, input.rows());
    boolean never = negated && choices.stream().anyMatch(Constant::isNull);
    for (int row = 0; row < input.rows(); row++) {
      result.appendBool(!never && !values.isNull(row) && contains(values, row) != negated);
    }
    return result.build();
  }

  private boolean contains(Vector values, int row) {
    for (Constant choice : choices) {
      if (!choice.isNull() && Ordering.compare(values, row, choice.value(), 0) == 0) {
        return true;
      }
    }
    return false;
  }
}
