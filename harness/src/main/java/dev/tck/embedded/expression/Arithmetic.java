package dev.tck.embedded.expression;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Expression.Operator;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.List;

/** Computes with numbers: DOUBLE, and BIGINT for bits. Division by zero gives NULL. */
public record Arithmetic(Operator operator, Scalar left, Scalar right) implements Scalar {
  @Override
  public DataType type() {
    return isBits() ? DataType.BIGINT : DataType.DOUBLE;
  }

  private boolean isBits() {
    return operator == Operator.BIT_AND || operator == Operator.BIT_OR;
  }

  @Override
  public List<Scalar> operands() {
    return List.of(left, right);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector a = left.evaluate(input);
    Vector b = right.evaluate(input);
    VectorBuilder result = new VectorBuilder(type(), input.rows());
    boolean nulls = a.mayHaveNulls() || b.mayHaveNulls();
    boolean zeroForNull = takesNullForZero();
    for (int row = 0; row < input.rows(); row++) {
      if (nulls && (a.isNull(row) || b.isNull(row))) {
        appendOfNull(zeroForNull, a, b, row, result);
      } else if (isBits()) {
        result.appendLong(bits(Numbers.longAt(a, row), Numbers.longAt(b, row)));
      } else {
        append(Numbers.doubleAt(a, row), Numbers.doubleAt(b, row), result);
      }
    }
    return result.build();
  }

  // TDengine's OR with a literal takes the NULLs of the other side for zero.
  private boolean takesNullForZero() {
    return operator == Operator.BIT_OR && (isLiteral(left) != isLiteral(right));
  }

  private static boolean isLiteral(Scalar operand) {
    return operand instanceof Constant constant && !constant.isNull();
  }

  private void appendOfNull(
      boolean zeroForNull, Vector a, Vector b, int row, VectorBuilder result) {
    if (zeroForNull) {
      result.appendLong(Numbers.longAt(isLiteral(left) ? a : b, row));
    } else {
      result.appendNull();
    }
  }

  // A divisor as good as zero, as TDengine compares FLOATs, gives nothing.
  private static boolean hasNoRemainder(double a, double b) {
    return Double.isInfinite(a) || Double.isInfinite(b) || Numbers.compareFloats(b, 0) == 0;
  }

  // The quotient goes through 64 bits: of great numbers the remainder is not exact.
  private static double remainder(double a, double b) {
    return a - Numbers.toLong(a / b) * b;
  }

  private long bits(long a, long b) {
    return operator == Operator.BIT_AND ? a & b : a | b;
  }

  private void append(double a, double b, VectorBuilder result) {
    switch (operator) {
      case ADD -> result.appendDouble(a + b);
      case SUBTRACT -> result.appendDouble(a - b);
      case MULTIPLY -> result.appendDouble(a * b);
      case DIVIDE -> appendOrNull(a / b, b == 0, result);
      case REMAINDER -> appendOrNull(remainder(a, b), hasNoRemainder(a, b), result);
      case BIT_AND, BIT_OR -> throw new IllegalStateException("bits are no doubles");
    }
  }

  private static void appendOrNull(double value, boolean isNull, VectorBuilder result) {
    if (isNull) {
      result.appendNull();
    } else {
      result.appendDouble(value);
    }
  }
}
