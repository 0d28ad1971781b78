package dev.tck.embedded.type;

import dev.tck.values.TaosType;

/**
 * Describes a column's type with its declared length.
 *
 * @param type is the type
 * @param length is what REST's {@code column_meta} states: the width of fixed types, declared bytes
 *     of VARCHAR, VARBINARY and GEOMETRY, declared characters of NCHAR, 4095 for JSON
 * @param precision is the number of digits of a DECIMAL, else 0
 * @param scale is the number of digits after a DECIMAL's point, else 0
 */
public record DataType(TaosType type, int length, int precision, int scale) {
  /** The bytes of UTF-8 that a JSON tag may have. */
  public static final int JSON_LENGTH = 4095;

  private static final int JSON_BLOCK_BYTES = 16384;
  private static final int LENGTH_PREFIX = 2;
  private static final int DECIMAL64_DIGITS = 18;

  public static final DataType NULL = new DataType(TaosType.VARCHAR, 0, 0, 0);
  public static final DataType BOOL = fixed(TaosType.BOOL);
  public static final DataType TINYINT = fixed(TaosType.TINYINT);
  public static final DataType SMALLINT = fixed(TaosType.SMALLINT);
  public static final DataType INT = fixed(TaosType.INT);
  public static final DataType BIGINT = fixed(TaosType.BIGINT);
  public static final DataType BIGINT_UNSIGNED = fixed(TaosType.BIGINT_UNSIGNED);
  public static final DataType FLOAT = fixed(TaosType.FLOAT);
  public static final DataType DOUBLE = fixed(TaosType.DOUBLE);
  public static final DataType TIMESTAMP = fixed(TaosType.TIMESTAMP);
  public static final DataType JSON = new DataType(TaosType.JSON, JSON_LENGTH, 0, 0);

  /** Returns a type that has no length of its own. */
  public static DataType fixed(TaosType type) {
    return new DataType(type, type.width(), 0, 0);
  }

  /** Returns VARCHAR of so many bytes. */
  public static DataType varchar(int bytes) {
    return new DataType(TaosType.VARCHAR, bytes, 0, 0);
  }

  /** Returns NCHAR of so many characters. */
  public static DataType nchar(int characters) {
    return new DataType(TaosType.NCHAR, characters, 0, 0);
  }

  /** Returns a type of variable length: VARCHAR, NCHAR, VARBINARY or GEOMETRY. */
  public static DataType variable(TaosType type, int length) {
    return new DataType(type, length, 0, 0);
  }

  /** Returns DECIMAL(precision, scale), in 8 bytes up to 18 digits, else in 16. */
  public static DataType decimal(int precision, int scale) {
    return precision <= DECIMAL64_DIGITS
        ? new DataType(TaosType.DECIMAL64, 8, precision, scale)
        : new DataType(TaosType.DECIMAL, 16, precision, scale);
  }

  /** Returns what a result block states as the column's bytes. */
  public int blockBytes() {
    return type.isDecimal() ? (length << 24) | (precision << 8) | scale : storedBytes();
  }

  /** Returns the most bytes that a value takes in a row, its length prefix included. */
  public int storedBytes() {
    return switch (type) {
      case NCHAR -> 4 * length + LENGTH_PREFIX;
      case VARCHAR, VARBINARY, GEOMETRY -> length + LENGTH_PREFIX;
      case JSON -> JSON_BLOCK_BYTES;
      case NULL,
          BOOL,
          TINYINT,
          SMALLINT,
          INT,
          BIGINT,
          FLOAT,
          DOUBLE,
          TIMESTAMP,
          TINYINT_UNSIGNED,
          SMALLINT_UNSIGNED,
          INT_UNSIGNED,
          BIGINT_UNSIGNED,
          DECIMAL,
          BLOB,
          DECIMAL64 ->
          length;
    };
  }

  /** Returns the bytes that the value itself may have: the stored bytes without length prefix. */
  public int maximumBytes() {
    return type == TaosType.NCHAR ? 4 * length : length;
  }

  /** Returns whether this is VARCHAR or NCHAR. */
  public boolean isString() {
    return type == TaosType.VARCHAR || type == TaosType.NCHAR;
  }

  /** Returns whether this is an integer, FLOAT, DOUBLE, DECIMAL or BOOL. */
  public boolean isNumeric() {
    return type.isInteger() || isFloating() || type.isDecimal() || type == TaosType.BOOL;
  }

  /** Returns whether this is FLOAT or DOUBLE. */
  public boolean isFloating() {
    return type == TaosType.FLOAT || type == TaosType.DOUBLE;
  }

  /** Returns the name as {@code DESCRIBE} prints it: without length, but with digits. */
  public String describedName() {
    return type.isDecimal() ? "DECIMAL(" + precision + ", " + scale + ")" : type.sqlName();
  }

  /** Returns the name as {@code SHOW CREATE TABLE} prints it: with length. */
  public String declaredName() {
    if (type.isDecimal()) {
      return "DECIMAL(" + precision + "," + scale + ")";
    }
    return type.isVariable() && type != TaosType.JSON
        ? type.sqlName() + "(" + length + ")"
        : type.sqlName();
  }
}
