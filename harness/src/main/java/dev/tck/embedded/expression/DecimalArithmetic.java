package dev.tck.embedded.expression;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Expression.Operator;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.Decimals;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.TaosType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Computes with DECIMALs and integers, exactly but for the digits that the result type has. */
public record DecimalArithmetic(Operator operator, Scalar left, Scalar right, DataType type)
    implements Scalar {
  private static final int MOST_DIGITS = 38;
  private static final int LEAST_SCALE = 6;

  /** Returns the expression with the type that TDengine gives the result. */
  public static DecimalArithmetic of(Operator operator, Scalar left, Scalar right)
      throws TaosException {
    DataType a = asDecimal(left.type());
    DataType b = asDecimal(right.type());
    int wholeDigits = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
    int scale = Math.max(a.scale(), b.scale());
    DataType type =
        switch (operator) {
          case ADD, SUBTRACT -> adjusted(wholeDigits + scale + 1, scale);
          case MULTIPLY -> adjusted(a.precision() + b.precision() + 1, a.scale() + b.scale());
          case DIVIDE -> quotient(a, b);
          case REMAINDER ->
              adjusted(
                  Math.min(a.precision() - a.scale(), b.precision() - b.scale()) + scale, scale);
          case BIT_AND, BIT_OR -> throw ErrorCode.INVALID_OPERATION.with("Invalid operation");
        };
    return new DecimalArithmetic(operator, left, right, type);
  }

  private static DataType quotient(DataType a, DataType b) {
    int scale = Math.max(LEAST_SCALE, a.scale() + b.precision() + 1);
    return adjusted(a.precision() - a.scale() + b.scale() + scale, scale);
  }

  // Digits behind the point give way to digits before it.
  private static DataType adjusted(int precision, int scale) {
    int fitted = scale;
    if (precision > MOST_DIGITS) {
      int whole = precision - scale;
      fitted = Math.max(MOST_DIGITS - whole, Math.min(scale, LEAST_SCALE));
    }
    return new DataType(TaosType.DECIMAL, 16, Math.min(precision, MOST_DIGITS), fitted);
  }

  private static DataType asDecimal(DataType type) {
    return switch (type.type()) {
      case DECIMAL, DECIMAL64 -> type;
      case BOOL -> DataType.decimal(1, 0);
      case TINYINT, TINYINT_UNSIGNED -> DataType.decimal(3, 0);
      case SMALLINT, SMALLINT_UNSIGNED -> DataType.decimal(5, 0);
      case INT, INT_UNSIGNED -> DataType.decimal(10, 0);
      case BIGINT_UNSIGNED -> DataType.decimal(20, 0);
      default -> DataType.decimal(19, 0);
    };
  }

  @Override
  public List<Scalar> operands() {
    return List.of(left, right);
  }

  @Override
  public Vector evaluate(Batch input) throws TaosException {
    Vector a = left.evaluate(input);
    Vector b = right.evaluate(input);
    VectorBuilder result = new VectorBuilder(type, input.rows());
    for (int row = 0; row < input.rows(); row++) {
      if (a.isNull(row) || b.isNull(row)) {
        result.appendNull();
        continue;
      }
      BigDecimal divisor = Numbers.decimalAt(b, row);
      boolean divides = operator == Operator.DIVIDE || operator == Operator.REMAINDER;
      if (divides && divisor.signum() == 0) {
        result.appendNull();
      } else {
        result.appendDecimal(Decimals.fit(compute(Numbers.decimalAt(a, row), divisor), type));
      }
    }
    return result.build();
  }

  private BigDecimal compute(BigDecimal a, BigDecimal b) {
    return switch (operator) {
      case ADD -> a.add(b);
      case SUBTRACT -> a.subtract(b);
      case MULTIPLY -> a.multiply(b);
      case DIVIDE -> a.divide(b, type.scale(), RoundingMode.HALF_UP);
      case REMAINDER -> a.remainder(b);
      case BIT_AND, BIT_OR -> throw new IllegalStateException("bits of a decimal");
    };
  }
}
