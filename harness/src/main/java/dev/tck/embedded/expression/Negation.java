package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/** Changes the sign: of a DECIMAL in its type, of other numbers as DOUBLE. */
public record Negation(Scalar value) implements Scalar {
  @Override
  public DataType type() {
    return value.type().type().isDecimal() ? value.type() : DataType.DOUBLE;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(value);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector source = value.evaluate(input);
    VectorBuilder result = new VectorBuilder(type(), input.rows());
    for (int row = 0; row < input.rows(); row++) {
      if (source.isNull(row)) {
        result.appendNull();
      } else if (type().type().isDecimal()) {
        result.appendDecimal(source.decimalAt(row).negate());
      } else {
        double number = Numbers.doubleAt(source, row);
        // TDengine multiplies by -1 and adds nothing: the negative of zero is zero.
        result.appendDouble(number == 0 ? 0 : -number);
      }
    }
    return result.build();
  }
}
