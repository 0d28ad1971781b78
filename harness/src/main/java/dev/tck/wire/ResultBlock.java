package dev.tck.wire;

import dev.tck.values.TaosType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads one columnar result block without copying it or making an object per value.
 *
 * <p>Layout (protocol notes, {@code raw-block.md}; held against recordings): 28 bytes of header
 * (version, total length, rows, columns, flag, group id), five bytes of type and declared bytes a
 * column, four bytes of data length a column, then each column: a bitmap (most significant bit
 * first, 1 is NULL) and values, or one offset a row (−1 is NULL) and the data. All numbers are
 * little-endian.
 */
public final class ResultBlock {
  static final int HEADER_BYTES = 28;
  static final int COLUMN_INFO_BYTES = 5;
  static final int COLUMN_LENGTH_BYTES = 4;

  private final byte[] bytes;
  private final int rows;
  private final TaosType[] types;
  private final int[] declaredBytes;
  // Start of the bitmap or of the offsets, and of the values, of each column.
  private final int[] nullsStart;
  private final int[] valuesStart;
  private final int[] dataLength;

  /**
   * Reads the header and checks that every column lies inside the block.
   *
   * @param bytes holds the block; it is kept, not copied
   * @param offset is where the block begins
   * @param length is how many bytes it has
   * @throws WireFormatException if the block contradicts itself
   */
  public ResultBlock(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    require(
        length > HEADER_BYTES && offset >= 0 && bytes.length - offset >= length,
        offset,
        "a block has more than 28 bytes");
    int total = LittleEndian.getInt(bytes, offset + 4);
    require(
        total == length,
        offset + 4,
        "total length " + total + ", but the block has " + length + " bytes");
    this.rows = LittleEndian.getInt(bytes, offset + 8);
    int columns = LittleEndian.getInt(bytes, offset + 12);
    require(rows >= 0, offset + 8, "negative number of rows " + rows);
    require(
        columns > 0
            && columns <= (length - HEADER_BYTES) / (COLUMN_INFO_BYTES + COLUMN_LENGTH_BYTES),
        offset + 12,
        columns + " columns do not fit into " + length + " bytes");
    this.types = new TaosType[columns];
    this.declaredBytes = new int[columns];
    this.nullsStart = new int[columns];
    this.valuesStart = new int[columns];
    this.dataLength = new int[columns];
    readColumns(offset, length);
  }

  private void readColumns(int offset, int length) {
    int info = offset + HEADER_BYTES;
    int lengths = info + COLUMN_INFO_BYTES * types.length;
    long position = lengths + (long) COLUMN_LENGTH_BYTES * types.length;
    long end = (long) offset + length;
    for (int column = 0; column < types.length; column++) {
      int typeOffset = info + COLUMN_INFO_BYTES * column;
      int id = bytes[typeOffset];
      types[column] =
          TaosType.ofId(id)
              .orElseThrow(
                  () ->
                      new WireFormatException(
                          "offset " + typeOffset + ": unknown column type " + id));
      declaredBytes[column] = LittleEndian.getInt(bytes, typeOffset + 1);
      dataLength[column] = LittleEndian.getInt(bytes, lengths + COLUMN_LENGTH_BYTES * column);
      nullsStart[column] = (int) position;
      position += types[column].isVariable() ? 4L * rows : (rows + 7L) / 8;
      valuesStart[column] = (int) position;
      require(dataLength[column] >= 0, lengths, "negative length of column " + column);
      require(
          types[column].isVariable() || dataLength[column] == (long) types[column].width() * rows,
          lengths,
          "column "
              + column
              + " has "
              + dataLength[column]
              + " bytes for "
              + rows
              + " rows of "
              + types[column]);
      position += dataLength[column];
      require(
          position <= end,
          lengths,
          "column " + column + " ends at " + position + ", the block at " + end);
    }
  }

  private static void require(boolean holds, int offset, String message) {
    if (!holds) {
      throw new WireFormatException("result block, offset " + offset + ": " + message);
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Returns the number of columns. */
  public int columns() {
    return types.length;
  }

  /** Returns the types of the columns, in order. */
  public List<TaosType> types() {
    return List.of(types);
  }

  /** Returns the type of a column. */
  public TaosType type(int column) {
    return types[column];
  }

  /**
   * Returns the declared bytes of a column as the block has them: VARCHAR(n) n + 2, NCHAR(n) 4·n +
   * 2.
   */
  public int declaredBytes(int column) {
    return declaredBytes[column];
  }

  /** Returns the precision of a DECIMAL column, which the block packs into the declared bytes. */
  public int decimalPrecision(int column) {
    return (declaredBytes[column] >> 8) & 0xFF;
  }

  /** Returns the scale of a DECIMAL column, which the block packs into the declared bytes. */
  public int decimalScale(int column) {
    return declaredBytes[column] & 0xFF;
  }

  /** Returns whether a value is NULL. */
  public boolean isNull(int column, int row) {
    return types[column].isVariable()
        ? LittleEndian.getInt(bytes, nullsStart[column] + 4 * row) == -1
        : (bytes[nullsStart[column] + (row >> 3)] & (0x80 >> (row & 7))) != 0;
  }

  /** Returns the eight bits of a BOOL, TINYINT or TINYINT UNSIGNED. */
  public byte byteAt(int column, int row) {
    return bytes[valuesStart[column] + row];
  }

  /** Returns the sixteen bits of a SMALLINT or SMALLINT UNSIGNED. */
  public short shortAt(int column, int row) {
    return LittleEndian.getShort(bytes, valuesStart[column] + 2 * row);
  }

  /** Returns the 32 bits of an INT or INT UNSIGNED. */
  public int intAt(int column, int row) {
    return LittleEndian.getInt(bytes, valuesStart[column] + 4 * row);
  }

  /** Returns the 64 bits of a BIGINT, BIGINT UNSIGNED, TIMESTAMP or DECIMAL of up to 18 digits. */
  public long longAt(int column, int row) {
    return LittleEndian.getLong(bytes, valuesStart[column] + 8 * row);
  }

  /** Returns the low 64 bits of a DECIMAL of more than 18 digits. */
  public long decimalLow(int column, int row) {
    return LittleEndian.getLong(bytes, valuesStart[column] + 16 * row);
  }

  /** Returns the high 64 bits, sign included, of a DECIMAL of more than 18 digits. */
  public long decimalHigh(int column, int row) {
    return LittleEndian.getLong(bytes, valuesStart[column] + 16 * row + 8);
  }

  /** Returns a FLOAT. */
  public float floatAt(int column, int row) {
    return LittleEndian.getFloat(bytes, valuesStart[column] + 4 * row);
  }

  /** Returns a DOUBLE. */
  public double doubleAt(int column, int row) {
    return LittleEndian.getDouble(bytes, valuesStart[column] + 8 * row);
  }

  /**
   * Returns where the bytes of a variable-width value begin in {@link #bytes()}; it must not be
   * NULL.
   *
   * @throws WireFormatException if the value does not lie inside its column
   */
  public int valueStart(int column, int row) {
    return varStart(column, row) + lengthPrefix(types[column]);
  }

  /**
   * Returns the length in bytes of a variable-width value, which must not be NULL.
   *
   * @throws WireFormatException if the value does not lie inside its column
   */
  public int valueLength(int column, int row) {
    int start = varStart(column, row);
    int prefix = lengthPrefix(types[column]);
    int length =
        prefix == 2
            ? LittleEndian.getUnsignedShort(bytes, start)
            : LittleEndian.getInt(bytes, start);
    require(
        length >= 0
            && (long) start + prefix + length <= (long) valuesStart[column] + dataLength[column],
        start,
        "value of " + length + " bytes leaves column " + column);
    return length;
  }

  private int varStart(int column, int row) {
    int offset = LittleEndian.getInt(bytes, nullsStart[column] + 4 * row);
    require(
        offset >= 0 && (long) offset + lengthPrefix(types[column]) <= dataLength[column],
        nullsStart[column] + 4 * row,
        "offset " + offset + " leaves column " + column);
    return valuesStart[column] + offset;
  }

  /** Returns the text of a VARCHAR, NCHAR or JSON value, which must not be NULL. */
  public String textAt(int column, int row) {
    int start = valueStart(column, row);
    int length = valueLength(column, row);
    return types[column] == TaosType.NCHAR
        ? Utf32.decode(bytes, start, length)
        : new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  /** Returns the array that holds the block, to be read at the offsets this class gives. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Returns the bytes of the length that precedes a variable-width value: four for BLOB, else two.
   */
  static int lengthPrefix(TaosType type) {
    return type == TaosType.BLOB ? 4 : 2;
  }
}
