package dev.tck.values;

import java.util.Optional;

/**
 * Names TDengine's column types.
 *
 * <p>Ids, names and widths are those of result blocks and of {@code column_meta} in REST answers
 * (protocol notes, {@code types.md} §1, held against recordings of 3.3.6.6).
 */
public enum TaosType {
  NULL(0, "NULL", 0),
  BOOL(1, "BOOL", 1),
  TINYINT(2, "TINYINT", 1),
  SMALLINT(3, "SMALLINT", 2),
  INT(4, "INT", 4),
  BIGINT(5, "BIGINT", 8),
  FLOAT(6, "FLOAT", 4),
  DOUBLE(7, "DOUBLE", 8),
  VARCHAR(8, "VARCHAR", TaosType.VARIABLE),
  TIMESTAMP(9, "TIMESTAMP", 8),
  NCHAR(10, "NCHAR", TaosType.VARIABLE),
  TINYINT_UNSIGNED(11, "TINYINT UNSIGNED", 1),
  SMALLINT_UNSIGNED(12, "SMALLINT UNSIGNED", 2),
  INT_UNSIGNED(13, "INT UNSIGNED", 4),
  BIGINT_UNSIGNED(14, "BIGINT UNSIGNED", 8),
  JSON(15, "JSON", TaosType.VARIABLE),
  VARBINARY(16, "VARBINARY", TaosType.VARIABLE),
  DECIMAL(17, "DECIMAL", 16),
  BLOB(18, "BLOB", TaosType.VARIABLE),
  GEOMETRY(20, "GEOMETRY", TaosType.VARIABLE),
  DECIMAL64(21, "DECIMAL", 8);

  private static final int VARIABLE = -1;
  private static final TaosType[] BY_ID = new TaosType[22];

  static {
    for (TaosType type : values()) {
      BY_ID[type.id] = type;
    }
  }

  private final int id;
  private final String sqlName;
  private final int width;

  TaosType(int id, String sqlName, int width) {
    this.id = id;
    this.sqlName = sqlName;
    this.width = width;
  }

  /**
   * Returns the type with this id in a result block, or nothing for an id TDengine does not use.
   */
  public static Optional<TaosType> ofId(int id) {
    return id < 0 || id >= BY_ID.length ? Optional.empty() : Optional.ofNullable(BY_ID[id]);
  }

  /**
   * Returns the type that REST answers and {@code DESCRIBE} call by this name, {@code BINARY} and
   * arguments in parentheses included, as in {@code DECIMAL(p,s)}.
   */
  public static Optional<TaosType> ofName(String name) {
    String upper = name.strip().toUpperCase(java.util.Locale.ROOT);
    int parenthesis = upper.indexOf('(');
    String bare = parenthesis < 0 ? upper : upper.substring(0, parenthesis).strip();
    if (bare.equals("BINARY")) {
      return Optional.of(VARCHAR);
    }
    for (TaosType type : values()) {
      if (type.sqlName.equals(bare)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns the id of the type in result blocks and bind frames. */
  public int id() {
    return id;
  }

  /** Returns the name of the type in REST answers, without length, precision or scale. */
  public String sqlName() {
    return sqlName;
  }

  /**
   * Returns whether a value has a length of its own (offsets instead of a bitmap in a result
   * block).
   */
  public boolean isVariable() {
    return width == VARIABLE;
  }

  /** Returns the bytes of one value of a fixed-width type. */
  public int width() {
    if (width == VARIABLE) {
      throw new IllegalStateException(sqlName + " has no fixed width");
    }
    return width;
  }

  /** Returns whether the type is a signed or unsigned integer. */
  public boolean isInteger() {
    return isSignedInteger() || isUnsignedInteger();
  }

  /** Returns whether the type is one of TINYINT, SMALLINT, INT and BIGINT. */
  public boolean isSignedInteger() {
    return id >= 2 && id <= 5;
  }

  /** Returns whether the type is one of the unsigned integers. */
  public boolean isUnsignedInteger() {
    return id >= 11 && id <= 14;
  }

  /** Returns whether the type is DECIMAL of either width. */
  public boolean isDecimal() {
    return this == DECIMAL || this == DECIMAL64;
  }

  /** Returns whether the type holds text: VARCHAR, NCHAR or JSON. */
  public boolean isText() {
    return this == VARCHAR || this == NCHAR || this == JSON;
  }
}
