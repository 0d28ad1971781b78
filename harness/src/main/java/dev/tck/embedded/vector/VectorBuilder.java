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
 * Collects the values of one column in the layout of a result block, without an object per value.
 *
 * <p>What was appended never changes, so that a {@link #view} stays valid while the builder grows.
 */
public final class VectorBuilder {
  private static final int AVERAGE_TEXT = 12;

  private final DataType type;
  private final boolean variable;
  private final int width;
  private int rows;
  private byte[] nulls;
  private byte[] values;
  private int valuesLength;
  private boolean hasNulls;

  /** Creates an empty column with room for so many rows. */
  public VectorBuilder(DataType type, int expectedRows) {
    this.type = type;
    this.variable = type.type().isVariable();
    this.width = variable ? 0 : type.type().width();
    int capacity = Math.max(1, expectedRows);
    this.nulls = new byte[variable ? 4 * capacity : (capacity + 7) / 8];
    this.values = new byte[capacity * (variable ? AVERAGE_TEXT : width)];
  }

  /** Returns the type. */
  public DataType type() {
    return type;
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Returns whether a NULL was appended. */
  public boolean hasNulls() {
    return hasNulls;
  }

  /** Appends NULL. */
  public void appendNull() {
    hasNulls = true;
    if (variable) {
      putOffset(-1);
    } else {
      reserve(width);
      Arrays.fill(values, valuesLength, valuesLength + width, (byte) 0);
      valuesLength += width;
      nextBit();
      nulls[(rows - 1) >> 3] |= (byte) (0x80 >> ((rows - 1) & 7));
    }
  }

  /** Appends so many NULLs. */
  public void appendNulls(int count) {
    for (int index = 0; index < count; index++) {
      appendNull();
    }
  }

  /** Appends the low bits of an integer, BOOL, TIMESTAMP or DECIMAL of up to 18 digits. */
  public void appendLong(long value) {
    reserve(width);
    switch (width) {
      case 1 -> values[valuesLength] = (byte) value;
      case 2 -> LittleEndian.putShort(values, valuesLength, (short) value);
      case 4 -> LittleEndian.putInt(values, valuesLength, (int) value);
      default -> LittleEndian.putLong(values, valuesLength, value);
    }
    valuesLength += width;
    nextBit();
  }

  /** Appends a BOOL. */
  public void appendBool(boolean value) {
    appendLong(value ? 1 : 0);
  }

  /** Appends a FLOAT or DOUBLE. */
  public void appendDouble(double value) {
    reserve(width);
    if (width == 4) {
      LittleEndian.putFloat(values, valuesLength, (float) value);
    } else {
      LittleEndian.putDouble(values, valuesLength, value);
    }
    valuesLength += width;
    nextBit();
  }

  /** Appends a DECIMAL, whose scale must be that of the type. */
  public void appendDecimal(BigDecimal value) {
    BigInteger unscaled = value.unscaledValue();
    if (type.type() == TaosType.DECIMAL64) {
      appendLong(unscaled.longValue());
      return;
    }
    reserve(width);
    LittleEndian.putLong(values, valuesLength, unscaled.longValue());
    LittleEndian.putLong(values, valuesLength + 8, unscaled.shiftRight(64).longValue());
    valuesLength += width;
    nextBit();
  }

  /** Appends a value of variable width; NCHAR is UTF-32LE. */
  public void appendBytes(byte[] source, int start, int length) {
    int at = startValue(length);
    System.arraycopy(source, start, values, at, length);
  }

  /** Appends text to a VARCHAR, NCHAR or JSON column. */
  public void appendText(String text) {
    byte[] bytes =
        type.type() == TaosType.NCHAR ? Utf32.encode(text) : text.getBytes(StandardCharsets.UTF_8);
    appendBytes(bytes, 0, bytes.length);
  }

  /**
   * Makes room for a value of variable width and returns where in {@link #valueBytes} it must be
   * written at once.
   */
  public int startValue(int length) {
    int prefix = type.type() == TaosType.BLOB ? 4 : 2;
    reserve(prefix + length);
    putOffset(valuesLength);
    if (prefix == 2) {
      LittleEndian.putShort(values, valuesLength, (short) length);
    } else {
      LittleEndian.putInt(values, valuesLength, length);
    }
    int at = valuesLength + prefix;
    valuesLength = at + length;
    return at;
  }

  /** Returns the array in which values lie, until the next append. */
  public byte[] valueBytes() {
    return values;
  }

  /** Appends one row of a vector of the same layout. */
  public void append(Vector source, int row) {
    if (source.isNull(row)) {
      appendNull();
    } else if (variable) {
      appendBytes(source.bytes(), source.start(row), source.length(row));
    } else {
      reserve(width);
      System.arraycopy(source.bytes(), row * width, values, valuesLength, width);
      valuesLength += width;
      nextBit();
    }
  }

  /**
   * Appends the rows from one (inclusive) to another (exclusive) of a vector of the same layout.
   */
  public void appendRange(Vector source, int from, int to) {
    if (variable) {
      appendVariableRange(source, from, to);
    } else {
      appendFixedRange(source, from, to);
    }
  }

  private void appendFixedRange(Vector source, int from, int to) {
    int length = (to - from) * width;
    reserve(length);
    System.arraycopy(source.bytes(), from * width, values, valuesLength, length);
    valuesLength += length;
    int first = rows;
    rows += to - from;
    reserveBits();
    if (source.mayHaveNulls()) {
      for (int row = from; row < to; row++) {
        if (source.isNull(row)) {
          int at = first + row - from;
          nulls[at >> 3] |= (byte) (0x80 >> (at & 7));
          hasNulls = true;
        }
      }
    }
  }

  private void appendVariableRange(Vector source, int from, int to) {
    if (!source.isCompact() || source.mayHaveNulls()) {
      for (int row = from; row < to; row++) {
        append(source, row);
      }
      return;
    }
    if (from == to) {
      return;
    }
    byte[] offsets = source.nullBytes();
    int begin = LittleEndian.getInt(offsets, 4 * from);
    int end = source.start(to - 1) + source.length(to - 1);
    reserve(end - begin);
    System.arraycopy(source.bytes(), begin, values, valuesLength, end - begin);
    int shift = valuesLength - begin;
    reserveOffsets(to - from);
    for (int row = from; row < to; row++) {
      LittleEndian.putInt(nulls, 4 * rows++, LittleEndian.getInt(offsets, 4 * row) + shift);
    }
    valuesLength += end - begin;
  }

  private void putOffset(int offset) {
    reserveOffsets(1);
    LittleEndian.putInt(nulls, 4 * rows, offset);
    rows++;
  }

  private void reserveOffsets(int more) {
    int needed = 4 * (rows + more);
    if (needed > nulls.length) {
      nulls = Arrays.copyOf(nulls, Math.max(2 * nulls.length, needed));
    }
  }

  private void nextBit() {
    rows++;
    reserveBits();
  }

  private void reserveBits() {
    int needed = (rows + 7) >> 3;
    if (needed > nulls.length) {
      nulls = Arrays.copyOf(nulls, Math.max(2 * nulls.length, needed));
    }
  }

  private void reserve(int more) {
    int needed = valuesLength + more;
    if (needed > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, needed));
    }
  }

  /** Returns the rows so far; they share this builder's memory, which may grow on. */
  public Vector view() {
    return new Vector(type, rows, nulls, values, valuesLength, hasNulls, true);
  }

  /** Returns the rows; the builder must not be used any more. */
  public Vector build() {
    return view();
  }

  /** Returns the rows in arrays without spare room, for keeping them a long time. */
  public Vector buildTrimmed() {
    int nullsLength = variable ? 4 * rows : (rows + 7) / 8;
    return new Vector(
        type,
        rows,
        Arrays.copyOf(nulls, nullsLength),
        Arrays.copyOf(values, valuesLength),
        valuesLength,
        hasNulls,
        true);
  }
}
