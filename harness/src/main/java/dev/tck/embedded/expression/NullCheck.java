package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/** Tells whether a value is NULL, or is not. */
public record NullCheck(Scalar value, boolean negated) implements Scalar {
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
    for (int row = 0; row < input.rows(); row++) {
      result.appendBool(values.isNull(row) != negated);
    }
    return result.build();
  }
}
