package dev.tck.embedded.expression;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import java.util.List;

/** Stands for a column of the input. */
public record InputColumn(int index, DataType type) implements Scalar {
  @Override
  public Vector evaluate(Batch input) {
    return input.column(index);
  }

  @Override
  public List<Scalar> operands() {
    return List.of();
  }

  @Override
  public boolean isConstant() {
    return false;
  }
}
