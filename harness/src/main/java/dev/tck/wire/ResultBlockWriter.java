package dev.tck.wire;

import java.util.List;

/**
 * Writes result blocks as taosAdapter 3.x does: version 1, flag 0x80000000, group 0, one zero byte
 * at the end.
 */
public final class ResultBlockWriter {
  private static final int VERSION = 1;
  private static final int HAS_COLUMN_LENGTHS = 0x8000_0000;

  private ResultBlockWriter() {}

  /** Returns the bytes that {@link #write} needs for these columns. */
  public static int length(List<ColumnBuffer> columns) {
    int length = headerLength(columns.size()) + 1;
    for (ColumnBuffer column : columns) {
      length += column.encodedLength();
    }
    return length;
  }

  /** Returns a block of these columns, which must all have the same number of rows. */
  public static byte[] toBytes(List<ColumnBuffer> columns) {
    byte[] target = new byte[length(columns)];
    write(columns, target, 0);
    return target;
  }

  /**
   * Writes a block and returns the offset after it.
   *
   * @throws IllegalArgumentException if the columns differ in their number of rows
   */
  public static int write(List<ColumnBuffer> columns, byte[] target, int offset) {
    int rows = columns.get(0).rows();
    int position = writeHeader(target, offset, length(columns), rows, columns.size());
    int lengths = position + ResultBlock.COLUMN_INFO_BYTES * columns.size();
    int data = offset + headerLength(columns.size());
    for (ColumnBuffer column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "a column has " + column.rows() + " rows, the first one " + rows);
      }
      target[position] = (byte) column.type().id();
      LittleEndian.putInt(target, position + 1, column.declaredBytes());
      LittleEndian.putInt(target, lengths, column.dataLength());
      position += ResultBlock.COLUMN_INFO_BYTES;
      lengths += ResultBlock.COLUMN_LENGTH_BYTES;
      data = column.writeTo(target, data);
    }
    target[data] = 0;
    return data + 1;
  }

  /**
   * Writes the 28 bytes before the column descriptions and returns the offset after them.
   *
   * @param totalLength is the length of the whole block, its final zero byte included
   */
  public static int writeHeader(byte[] target, int offset, int totalLength, int rows, int columns) {
    LittleEndian.putInt(target, offset, VERSION);
    LittleEndian.putInt(target, offset + 4, totalLength);
    LittleEndian.putInt(target, offset + 8, rows);
    LittleEndian.putInt(target, offset + 12, columns);
    LittleEndian.putInt(target, offset + 16, HAS_COLUMN_LENGTHS);
    LittleEndian.putLong(target, offset + 20, 0);
    return offset + ResultBlock.HEADER_BYTES;
  }

  /** Returns the bytes before the first column's data. */
  public static int headerLength(int columns) {
    return ResultBlock.HEADER_BYTES
        + columns * (ResultBlock.COLUMN_INFO_BYTES + ResultBlock.COLUMN_LENGTH_BYTES);
  }
}
