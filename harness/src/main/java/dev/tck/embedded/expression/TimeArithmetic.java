package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/** Adds a number of time units to a time, or takes it away; the result is a time. */
public record TimeArithmetic(Scalar left, Scalar right, boolean subtract) implements Scalar {
  @Override
  public DataType type() {
    return DataType.TIMESTAMP;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(left, right);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector a = left.evaluate(input);
    Vector b = right.evaluate(input);
    VectorBuilder result = new VectorBuilder(DataType.TIMESTAMP, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      if (a.isNull(row) || b.isNull(row)) {
        result.appendNull();
      } else {
        long other = Numbers.longAt(b, row);
        result.appendLong(Numbers.longAt(a, row) + (subtract ? -other : other));
      }
    }
    return result.build();
  }
}
