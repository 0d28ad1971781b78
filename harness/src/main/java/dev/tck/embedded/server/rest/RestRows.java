package dev.tck.embedded.server.rest;

import dev.tck.embedded.engine.ResultColumn;
import dev.tck.embedded.server.text.ByteText;
import dev.tck.embedded.server.text.CellText;
import dev.tck.embedded.server.text.ZoneOffsets;
import dev.tck.values.Precision;
import dev.tck.wire.ResultBlock;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.time.ZoneId;
import java.util.List;

/** Writes result blocks as the rows of an answer, straight from their bytes. */
final class RestRows {
  private final List<ResultColumn> columns;
  private final Precision precision;
  private final ZoneOffsets offsets;
  // The text before each value: a comma, and the column's name where rows are objects.
  private final byte[][] before;
  private final char open;
  private final char close;
  private long written;

  RestRows(List<ResultColumn> columns, Precision precision, ZoneId zone, boolean asObjects) {
    this.columns = List.copyOf(columns);
    this.precision = precision;
    this.offsets = new ZoneOffsets(zone);
    this.open = asObjects ? '{' : '[';
    this.close = asObjects ? '}' : ']';
    this.before = new byte[columns.size()][];
    for (int column = 0; column < before.length; column++) {
      before[column] = before(column, columns.get(column).name(), asObjects);
    }
  }

  private static byte[] before(int column, String name, boolean asObjects) {
    ByteText text = new ByteText(UnpooledByteBufAllocator.DEFAULT, 64);
    text.append(column == 0 ? "" : ",");
    if (asObjects) {
      text.appendString(name).append(':');
    }
    return ByteBufUtil.getBytes(text.takeLast());
  }

  /** Returns the number of rows written. */
  long written() {
    return written;
  }

  /** Writes {@code column_meta}'s entries: name, type name, length. */
  void writeMeta(ByteText text) {
    for (int index = 0; index < columns.size(); index++) {
      ResultColumn column = columns.get(index);
      text.append(index == 0 ? "[" : ",[");
      text.appendString(column.name()).append(',').appendString(typeName(column)).append(',');
      text.appendLong(Integer.toUnsignedLong(column.length()));
      text.append(']');
    }
  }

  private static String typeName(ResultColumn column) {
    return column.type().isDecimal()
        ? "DECIMAL(" + column.precision() + "," + column.scale() + ")"
        : column.type().sqlName();
  }

  /**
   * Writes rows of a block from one on, until the text is long enough, and returns the next row.
   */
  int write(ResultBlock block, int firstRow, CellText text, int enough) {
    int row = firstRow;
    while (row < block.rows() && text.length() < enough) {
      if (written++ > 0) {
        text.append(',');
      }
      text.append(open);
      for (int column = 0; column < before.length; column++) {
        text.append(before[column]);
        writeValue(block, column, row, text);
      }
      text.append(close);
      row++;
    }
    return row;
  }

  private void writeValue(ResultBlock block, int column, int row, CellText text) {
    if (block.isNull(column, row)) {
      text.appendNull();
      return;
    }
    switch (block.type(column)) {
      case NULL -> text.appendNull();
      case BOOL -> text.appendBool(block.byteAt(column, row) != 0);
      case TINYINT -> text.appendLong(block.byteAt(column, row));
      case SMALLINT -> text.appendLong(block.shortAt(column, row));
      case INT -> text.appendLong(block.intAt(column, row));
      case BIGINT -> text.appendLong(block.longAt(column, row));
      case TINYINT_UNSIGNED -> text.appendLong(block.byteAt(column, row) & 0xFF);
      case SMALLINT_UNSIGNED -> text.appendLong(block.shortAt(column, row) & 0xFFFF);
      case INT_UNSIGNED -> text.appendLong(block.intAt(column, row) & 0xFFFF_FFFFL);
      case BIGINT_UNSIGNED -> text.appendUnsigned(block.longAt(column, row));
      case FLOAT -> text.appendFloat(block.floatAt(column, row));
      case DOUBLE -> text.appendDouble(block.doubleAt(column, row));
      case TIMESTAMP -> text.appendTimestamp(block.longAt(column, row), precision, offsets);
      case DECIMAL64 -> {
        long value = block.longAt(column, row);
        text.appendDecimal(value >> 63, value, block.decimalScale(column));
      }
      case DECIMAL ->
          text.appendDecimal(
              block.decimalHigh(column, row),
              block.decimalLow(column, row),
              block.decimalScale(column));
      case VARCHAR, NCHAR, JSON, VARBINARY, GEOMETRY, BLOB -> writeBytes(block, column, row, text);
    }
  }

  private static void writeBytes(ResultBlock block, int column, int row, CellText text) {
    byte[] bytes = block.bytes();
    int start = block.valueStart(column, row);
    int length = block.valueLength(column, row);
    switch (block.type(column)) {
      case NCHAR -> text.appendUtf32(bytes, start, length);
      case JSON -> text.append(bytes, start, length);
      case VARBINARY, GEOMETRY, BLOB -> text.appendHex(bytes, start, length);
      default -> text.appendUtf8(bytes, start, length);
    }
  }
}
