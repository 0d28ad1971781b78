package dev.tck.wire;

import dev.tck.values.TaosType;
import java.util.Arrays;

/**
 * Collects the values of one column in the layout of a result block, so that a block is written by
 * copying.
 *
 * <p>Grows as needed, keeps its arrays on {@link #clear()}, and allocates nothing per value.
 */
// Places are computed before the arrays are named, because making room may replace them.
public final class ColumnBuffer {
  private static final int INITIAL_ROWS = 16;

  private final TaosType type;
  private final int declaredBytes;
  private int rows;
  // Fixed width: bitmap; variable width: one offset a row.
  private byte[] nulls;
  private byte[] values;
  private int valuesLength;

  /**
   * Creates an empty column.
   *
   * @param declaredBytes is what the block says of the column: VARCHAR(n) n + 2, NCHAR(n) 4·n + 2,
   *     fixed types their width, DECIMAL {@code width << 24 | precision << 8 | scale}
   */
  public ColumnBuffer(TaosType type, int declaredBytes) {
    this.type = type;
    this.declaredBytes = declaredBytes;
    this.nulls = new byte[type.isVariable() ? 4 * INITIAL_ROWS : INITIAL_ROWS / 8];
    this.values = new byte[INITIAL_ROWS * (type.isVariable() ? 16 : Math.max(1, type.width()))];
  }

  /** Returns the type of the column. */
  public TaosType type() {
    return type;
  }

  /** Returns the declared bytes of the column. */
  public int declaredBytes() {
    return declaredBytes;
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Removes all rows and keeps the memory. */
  public void clear() {
    rows = 0;
    valuesLength = 0;
    Arrays.fill(nulls, (byte) 0);
  }

  /** Appends NULL. */
  public void appendNull() {
    if (type.isVariable()) {
      int at = nextOffset();
      LittleEndian.putInt(nulls, at, -1);
    } else {
      int at = nextFixed();
      Arrays.fill(values, at, at + type.width(), (byte) 0);
      int row = rows - 1;
      nulls[row >> 3] |= (byte) (0x80 >> (row & 7));
    }
  }

  /** Appends a BOOL. */
  public void appendBool(boolean value) {
    int at = nextFixed();
    values[at] = (byte) (value ? 1 : 0);
  }

  /**
   * Appends an integer, a TIMESTAMP or a DECIMAL of up to 18 digits: the low bits, as many as the
   * type has.
   */
  public void appendInteger(long value) {
    int at = nextFixed();
    switch (type.width()) {
      case 1 -> values[at] = (byte) value;
      case 2 -> LittleEndian.putShort(values, at, (short) value);
      case 4 -> LittleEndian.putInt(values, at, (int) value);
      default -> LittleEndian.putLong(values, at, value);
    }
  }

  /** Appends a FLOAT. */
  public void appendFloat(float value) {
    int at = nextFixed();
    LittleEndian.putFloat(values, at, value);
  }

  /** Appends a DOUBLE. */
  public void appendDouble(double value) {
    int at = nextFixed();
    LittleEndian.putDouble(values, at, value);
  }

  /** Appends a DECIMAL of more than 18 digits as its two's complement halves. */
  public void appendDecimal(long low, long high) {
    int at = nextFixed();
    LittleEndian.putLong(values, at, low);
    LittleEndian.putLong(values, at + 8, high);
  }

  /** Appends the bytes of a variable-width value (NCHAR: UTF-32LE). */
  public void appendBytes(byte[] source, int start, int length) {
    int prefix = ResultBlock.lengthPrefix(type);
    int at = nextOffset();
    LittleEndian.putInt(nulls, at, valuesLength);
    reserve(prefix + length);
    if (prefix == 2) {
      LittleEndian.putShort(values, valuesLength, length);
    } else {
      LittleEndian.putInt(values, valuesLength, length);
    }
    System.arraycopy(source, start, values, valuesLength + prefix, length);
    valuesLength += prefix + length;
  }

  /** Appends text to a VARCHAR, NCHAR or JSON column. */
  public void appendText(String text) {
    byte[] bytes =
        type == TaosType.NCHAR
            ? Utf32.encode(text)
            : text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    appendBytes(bytes, 0, bytes.length);
  }

  private int nextFixed() {
    if (type.isVariable()) {
      throw new IllegalStateException(type + " has no fixed width");
    }
    if ((rows >> 3) >= nulls.length) {
      nulls = Arrays.copyOf(nulls, 2 * nulls.length);
    }
    reserve(type.width());
    int at = valuesLength;
    valuesLength += type.width();
    rows++;
    return at;
  }

  private int nextOffset() {
    if (!type.isVariable()) {
      throw new IllegalStateException(type + " has a fixed width");
    }
    int at = 4 * rows;
    if (at + 4 > nulls.length) {
      nulls = Arrays.copyOf(nulls, 2 * nulls.length);
    }
    rows++;
    return at;
  }

  private void reserve(int more) {
    if (valuesLength + more > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, valuesLength + more));
    }
  }

  /** Returns the bytes of the column inside a block, without type and length. */
  public int encodedLength() {
    return nullsLength() + valuesLength;
  }

  /**
   * Returns the length that the block's header states for the column: values without bitmap or
   * offsets.
   */
  int dataLength() {
    return valuesLength;
  }

  private int nullsLength() {
    return type.isVariable() ? 4 * rows : (rows + 7) / 8;
  }

  /** Writes bitmap or offsets, then values, and returns the offset after them. */
  int writeTo(byte[] target, int offset) {
    System.arraycopy(nulls, 0, target, offset, nullsLength());
    System.arraycopy(values, 0, target, offset + nullsLength(), valuesLength);
    return offset + encodedLength();
  }
}
