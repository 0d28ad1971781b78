package dev.tck.embedded.vector;

import dev.tck.embedded.type.DataType;
import dev.tck.values.TaosType;
import dev.tck.wire.LittleEndian;
import dev.tck.wire.Utf32;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Holds the values of one column, immutable, in the layout of a result block: fixed width as a NULL
 * bitmap (most significant bit first) and little-endian values, variable width as one offset a row
 * (-1 for NULL) and values with a length prefix.
 *
 * <p>The arrays may be longer than what belongs to the vector: a table's growing tail shares them
 * with the vectors of its snapshots.
 */
public final class Vector {
  private static final byte[] NO_BYTES = {};

  private final DataType type;
  private final int rows;
  private final byte[] nulls;
  private final byte[] values;
  private final int valuesLength;
  private final boolean mayHaveNulls;
  // Whether the values stand in the order of their rows, without gaps, from offset 0 on.
  private final boolean compact;

  Vector(
      DataType type,
      int rows,
      byte[] nulls,
      byte[] values,
      int valuesLength,
      boolean mayHaveNulls,
      boolean compact) {
    this.type = type;
    this.rows = rows;
    this.nulls = nulls;
    this.values = values;
    this.valuesLength = valuesLength;
    this.mayHaveNulls = mayHaveNulls;
    this.compact = compact;
  }

  /** Returns a vector of one integer, BOOL or TIMESTAMP. */
  public static Vector ofLong(DataType type, long value) {
    VectorBuilder builder = new VectorBuilder(type, 1);
    builder.appendLong(value);
    return builder.build();
  }

  /** Returns a vector of one FLOAT or DOUBLE. */
  public static Vector ofDouble(DataType type, double value) {
    VectorBuilder builder = new VectorBuilder(type, 1);
    builder.appendDouble(value);
    return builder.build();
  }

  /** Returns a vector of one text. */
  public static Vector ofText(DataType type, String value) {
    VectorBuilder builder = new VectorBuilder(type, 1);
    builder.appendText(value);
    return builder.build();
  }

  /** Returns a vector of one value of variable width; NCHAR is UTF-32LE. */
  public static Vector ofBytes(DataType type, byte[] value) {
    VectorBuilder builder = new VectorBuilder(type, 1);
    builder.appendBytes(value, 0, value.length);
    return builder.build();
  }

  /** Returns a vector of so many NULLs. */
  public static Vector ofNulls(DataType type, int rows) {
    byte[] nulls;
    if (type.type().isVariable()) {
      nulls = new byte[4 * rows];
      Arrays.fill(nulls, (byte) 0xFF);
      return new Vector(type, rows, nulls, NO_BYTES, 0, true, true);
    }
    nulls = new byte[(rows + 7) / 8];
    for (int row = 0; row < rows; row++) {
      nulls[row >> 3] |= (byte) (0x80 >> (row & 7));
    }
    int length = rows * type.type().width();
    return new Vector(type, rows, nulls, new byte[length], length, true, true);
  }

  /** Returns the type. */
  public DataType type() {
    return type;
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Returns false if no row is NULL for certain. */
  public boolean mayHaveNulls() {
    return mayHaveNulls;
  }

  boolean isCompact() {
    return compact;
  }

  byte[] nullBytes() {
    return nulls;
  }

  int valuesLength() {
    return valuesLength;
  }

  /** Returns the same rows under a type of the same layout (a longer VARCHAR, for instance). */
  public Vector as(DataType other) {
    return other.equals(type)
        ? this
        : new Vector(other, rows, nulls, values, valuesLength, mayHaveNulls, compact);
  }

  /** Returns whether a row is NULL. */
  public boolean isNull(int row) {
    if (!mayHaveNulls) {
      return false;
    }
    return type.type().isVariable()
        ? LittleEndian.getInt(nulls, 4 * row) == -1
        : (nulls[row >> 3] & (0x80 >> (row & 7))) != 0;
  }

  /**
   * Returns an integer, BOOL, TIMESTAMP or DECIMAL of up to 18 digits; unsigned types are
   * zero-extended.
   */
  public long longAt(int row) {
    return switch (type.type()) {
      case BOOL, TINYINT -> values[row];
      case TINYINT_UNSIGNED -> values[row] & 0xFFL;
      case SMALLINT -> LittleEndian.getShort(values, 2 * row);
      case SMALLINT_UNSIGNED -> LittleEndian.getUnsignedShort(values, 2 * row);
      case INT -> LittleEndian.getInt(values, 4 * row);
      case INT_UNSIGNED -> LittleEndian.getInt(values, 4 * row) & 0xFFFF_FFFFL;
      case BIGINT, BIGINT_UNSIGNED, TIMESTAMP, DECIMAL64 -> LittleEndian.getLong(values, 8 * row);
      case NULL, FLOAT, DOUBLE, VARCHAR, NCHAR, JSON, VARBINARY, DECIMAL, BLOB, GEOMETRY ->
          throw new IllegalStateException(type + " is no integer");
    };
  }

  /** Returns a number of any type as a double. */
  public double doubleAt(int row) {
    return switch (type.type()) {
      case FLOAT -> LittleEndian.getFloat(values, 4 * row);
      case DOUBLE -> LittleEndian.getDouble(values, 8 * row);
      case BIGINT_UNSIGNED -> unsignedToDouble(LittleEndian.getLong(values, 8 * row));
      case DECIMAL, DECIMAL64 -> decimalAt(row).doubleValue();
      default -> longAt(row);
    };
  }

  /** Returns the double that is nearest to an unsigned number of 64 bits. */
  public static double unsignedToDouble(long value) {
    if (value >= 0) {
      return value;
    }
    // Halving keeps the lowest bit, so that rounding is done once.
    return ((value >>> 1) | (value & 1)) * 2.0;
  }

  /** Returns a FLOAT. */
  public float floatAt(int row) {
    return LittleEndian.getFloat(values, 4 * row);
  }

  /** Returns a DECIMAL with its scale. */
  public BigDecimal decimalAt(int row) {
    if (type.type() == TaosType.DECIMAL64) {
      return BigDecimal.valueOf(LittleEndian.getLong(values, 8 * row), type.scale());
    }
    BigInteger high = BigInteger.valueOf(LittleEndian.getLong(values, 16 * row + 8));
    BigInteger low = new BigInteger(Long.toUnsignedString(LittleEndian.getLong(values, 16 * row)));
    return new BigDecimal(high.shiftLeft(64).add(low), type.scale());
  }

  /** Returns the array in which values of variable width lie. */
  public byte[] bytes() {
    return values;
  }

  /** Returns where a value of variable width starts in {@link #bytes()}; it must not be NULL. */
  public int start(int row) {
    return LittleEndian.getInt(nulls, 4 * row) + prefix();
  }

  /** Returns the bytes of a value of variable width; it must not be NULL. */
  public int length(int row) {
    int at = LittleEndian.getInt(nulls, 4 * row);
    return prefix() == 2
        ? LittleEndian.getUnsignedShort(values, at)
        : LittleEndian.getInt(values, at);
  }

  private int prefix() {
    return type.type() == TaosType.BLOB ? 4 : 2;
  }

  /** Returns a copy of a value of variable width; it must not be NULL. */
  public byte[] bytesAt(int row) {
    int start = start(row);
    return Arrays.copyOfRange(values, start, start + length(row));
  }

  /** Returns the text of VARCHAR, NCHAR or JSON; it must not be NULL. */
  public String textAt(int row) {
    return type.type() == TaosType.NCHAR
        ? Utf32.decode(values, start(row), length(row))
        : new String(values, start(row), length(row), StandardCharsets.UTF_8);
  }

  /** Returns the rows from one (inclusive) to another (exclusive). */
  public Vector slice(int from, int to) {
    if (from == 0 && to == rows) {
      return this;
    }
    VectorBuilder builder = new VectorBuilder(type, to - from);
    builder.appendRange(this, from, to);
    return builder.build();
  }

  /** Returns the given rows, in the given order. */
  public Vector gather(int[] selection, int count) {
    VectorBuilder builder = new VectorBuilder(type, count);
    for (int index = 0; index < count; index++) {
      builder.append(this, selection[index]);
    }
    return builder.build();
  }

  /** Returns one row so many times. */
  public Vector repeat(int row, int count) {
    if (isNull(row)) {
      return ofNulls(type, count);
    }
    VectorBuilder builder = new VectorBuilder(type, count);
    for (int index = 0; index < count; index++) {
      builder.append(this, row);
    }
    return builder.build();
  }

  /** Returns the length that a block's header states for the column. */
  int blockDataLength() {
    return type.type().isVariable() ? compactLength() : rows * type.type().width();
  }

  private int compactLength() {
    if (compact) {
      return valuesLength;
    }
    throw new IllegalStateException("a vector with gaps must be copied before it is written");
  }

  /** Returns the bytes of the column in a block. */
  int blockLength() {
    return nullsLength() + blockDataLength();
  }

  private int nullsLength() {
    return type.type().isVariable() ? 4 * rows : (rows + 7) / 8;
  }

  /** Writes bitmap or offsets, then values, and returns the offset after them. */
  int writeTo(byte[] target, int offset) {
    int nullsLength = nullsLength();
    System.arraycopy(nulls, 0, target, offset, nullsLength);
    if (!type.type().isVariable() && (rows & 7) != 0) {
      // A tail that grew meanwhile may have set bits behind the last row.
      target[offset + nullsLength - 1] &= (byte) (0xFF00 >> (rows & 7));
    }
    int dataLength = blockDataLength();
    System.arraycopy(values, 0, target, offset + nullsLength, dataLength);
    return offset + nullsLength + dataLength;
  }
}
