package dev.tck.embedded.expression;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.TaosType;
import java.util.Arrays;

/**
 * Orders values of one type, for comparing, sorting and grouping. NULLs are none of its business.
 */
public final class Ordering {
  private Ordering() {}

  /** Compares two values of vectors of the same type; neither may be NULL. */
  public static int compare(Vector left, int leftRow, Vector right, int rightRow) {
    return switch (left.type().type()) {
      case BOOL,
          TINYINT,
          SMALLINT,
          INT,
          BIGINT,
          TIMESTAMP,
          TINYINT_UNSIGNED,
          SMALLINT_UNSIGNED,
          INT_UNSIGNED ->
          Long.compare(left.longAt(leftRow), right.longAt(rightRow));
      case BIGINT_UNSIGNED -> Long.compareUnsigned(left.longAt(leftRow), right.longAt(rightRow));
      case FLOAT, DOUBLE -> compareExact(left.doubleAt(leftRow), right.doubleAt(rightRow));
      case DECIMAL, DECIMAL64 -> left.decimalAt(leftRow).compareTo(right.decimalAt(rightRow));
      case NCHAR ->
          Numbers.compareUtf32(
              left.bytes(),
              left.start(leftRow),
              left.length(leftRow),
              right.bytes(),
              right.start(rightRow),
              right.length(rightRow));
      case NULL, VARCHAR, JSON, VARBINARY, BLOB, GEOMETRY ->
          Arrays.compareUnsigned(
              left.bytes(),
              left.start(leftRow),
              left.start(leftRow) + left.length(leftRow),
              right.bytes(),
              right.start(rightRow),
              right.start(rightRow) + right.length(rightRow));
    };
  }

  // NaN is the least number, and the zeros are equal.
  private static int compareExact(double left, double right) {
    if (left == right) {
      return 0;
    }
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Boolean.compare(Double.isNaN(right), Double.isNaN(left));
    }
    return left < right ? -1 : 1;
  }

  /** Compares two values with NULL as the least. */
  public static int compareNullsFirst(Vector left, int leftRow, Vector right, int rightRow) {
    boolean leftNull = left.isNull(leftRow);
    boolean rightNull = right.isNull(rightRow);
    if (leftNull || rightNull) {
      return Boolean.compare(rightNull, leftNull);
    }
    return compare(left, leftRow, right, rightRow);
  }

  /** Returns the type in which values of two types are compared, as TDengine converts them. */
  public static DataType commonType(DataType left, DataType right) {
    if (left.type() == right.type()) {
      return left.length() >= right.length() ? left : right;
    }
    if (left.isString() && right.isString()) {
      return DataType.varchar(Math.max(left.maximumBytes(), right.maximumBytes()));
    }
    if (left.isString() || right.isString()) {
      return fromString(left.isString() ? right : left);
    }
    if (left.type().isDecimal() || right.type().isDecimal()) {
      boolean floating = left.isFloating() || right.isFloating();
      return floating
          ? DataType.DOUBLE
          : DataType.decimal(38, Math.max(left.scale(), right.scale()));
    }
    if (left.isFloating() || right.isFloating()) {
      boolean single = isSingle(left) && isSingle(right);
      return single ? DataType.FLOAT : DataType.DOUBLE;
    }
    boolean wide =
        left.type() == TaosType.BIGINT_UNSIGNED || right.type() == TaosType.BIGINT_UNSIGNED;
    boolean signed = isSigned(left) || isSigned(right);
    if (wide) {
      return signed ? DataType.decimal(38, 0) : DataType.BIGINT_UNSIGNED;
    }
    return DataType.BIGINT;
  }

  private static boolean isSingle(DataType type) {
    return type.type() == TaosType.FLOAT || !type.isFloating();
  }

  private static boolean isSigned(DataType type) {
    return type.type().isSignedInteger() || type.type() == TaosType.TIMESTAMP;
  }

  private static DataType fromString(DataType other) {
    return switch (other.type()) {
      case BOOL, TINYINT, SMALLINT, INT, BIGINT -> DataType.BIGINT;
      case FLOAT -> DataType.FLOAT;
      case TIMESTAMP -> DataType.TIMESTAMP;
      case VARBINARY, GEOMETRY, JSON -> other;
      default -> DataType.DOUBLE;
    };
  }
}
