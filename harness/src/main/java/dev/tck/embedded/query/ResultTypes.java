package dev.tck.embedded.query;

import dev.tck.embedded.type.DataType;
import dev.tck.values.TaosType;

/** Finds the type in which values of different types are shown, for CASE. */
final class ResultTypes {
  // What a number may need as text.
  private static final int NUMBER_AS_TEXT = 63;

  // The least length of a text that stands for two, be the second one NULL.
  private static final int SHORTEST_OF_TWO = 2;
  private static final int NUMBER_AS_NCHAR = 64;

  private ResultTypes() {}

  /** Returns the type for values of two types. */
  static DataType common(DataType left, DataType right) {
    if (isNullType(left)) {
      return right;
    }
    boolean sameType = isNullType(right) || left.type() == right.type();
    if (sameType) {
      DataType longer = left.storedBytes() >= right.storedBytes() ? left : right;
      return longer.type() == TaosType.VARCHAR && longer.length() < SHORTEST_OF_TWO
          ? DataType.varchar(SHORTEST_OF_TWO)
          : longer;
    }
    if (left.isString() || right.isString()) {
      return text(left, right);
    }
    if (left.type().isDecimal() || right.type().isDecimal()) {
      boolean floating = left.isFloating() || right.isFloating();
      return floating
          ? DataType.DOUBLE
          : new DataType(TaosType.DECIMAL, 16, 38, Math.max(left.scale(), right.scale()));
    }
    if (left.isFloating() && right.isFloating()) {
      return DataType.DOUBLE;
    }
    boolean leftBool = left.type() == TaosType.BOOL;
    if (leftBool || right.type() == TaosType.BOOL) {
      DataType other = leftBool ? right : left;
      return other.type() == TaosType.TIMESTAMP ? DataType.BIGINT : other;
    }
    if (left.isFloating() || right.isFloating()) {
      return DataType.varchar(NUMBER_AS_TEXT);
    }
    return whole(left, right);
  }

  private static boolean isNullType(DataType type) {
    return type.equals(DataType.NULL);
  }

  private static DataType text(DataType left, DataType right) {
    boolean numbers = !left.isString() || !right.isString();
    int bytes = Math.max(left.storedBytes(), right.storedBytes());
    if (numbers) {
      bytes = Math.max(bytes, NUMBER_AS_TEXT + 2);
    }
    boolean nchar = left.type() == TaosType.NCHAR || right.type() == TaosType.NCHAR;
    if (nchar && numbers) {
      int characters = (Math.max(left.storedBytes(), right.storedBytes()) - 2) / 4;
      return DataType.nchar(Math.max(NUMBER_AS_NCHAR, characters));
    }
    return nchar ? DataType.nchar((bytes - 2) / 4) : DataType.varchar(bytes - 2);
  }

  private static DataType whole(DataType left, DataType right) {
    if (left.type() == TaosType.TIMESTAMP || right.type() == TaosType.TIMESTAMP) {
      boolean wide =
          left.type() == TaosType.BIGINT_UNSIGNED || right.type() == TaosType.BIGINT_UNSIGNED;
      return wide ? DataType.varchar(NUMBER_AS_TEXT) : DataType.BIGINT;
    }
    boolean leftUnsigned = left.type().isUnsignedInteger();
    if (leftUnsigned == right.type().isUnsignedInteger()) {
      return left.length() >= right.length() ? left : right;
    }
    DataType signed = leftUnsigned ? right : left;
    DataType unsigned = leftUnsigned ? left : right;
    return switch (unsigned.type()) {
      case TINYINT_UNSIGNED -> atLeast(signed, DataType.SMALLINT);
      case SMALLINT_UNSIGNED -> atLeast(signed, DataType.INT);
      case INT_UNSIGNED -> DataType.BIGINT;
      default -> DataType.varchar(NUMBER_AS_TEXT);
    };
  }

  private static DataType atLeast(DataType type, DataType least) {
    return type.length() >= least.length() ? type : least;
  }
}
