package dev.tck.embedded.expression;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import java.util.List;

/** Stands for a duration literal; alone it is the number of units of a precision. */
public record Span(TimeSpan span, Precision precision) implements Scalar {
  @Override
  public DataType type() {
    return DataType.BIGINT;
  }

  @Override
  public Vector evaluate(Batch input) {
    return Vector.ofLong(DataType.BIGINT, span.in(precision)).repeat(0, input.rows());
  }

  @Override
  public List<Scalar> operands() {
    return List.of();
  }
}
