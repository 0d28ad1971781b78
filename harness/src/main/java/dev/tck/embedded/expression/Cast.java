package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.List;

/** Computes values in another type. */
public record Cast(Scalar value, Conversion conversion) implements Scalar {
  @Override
  public DataType type() {
    return conversion.target();
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    return conversion.convert(value.evaluate(input));
  }

  @Override
  public List<Scalar> operands() {
    return List.of(value);
  }
}
