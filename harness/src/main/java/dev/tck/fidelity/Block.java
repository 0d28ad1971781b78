package dev.tck.fidelity;

import dev.tck.wire.LittleEndian;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.Utf32;
import dev.tck.wire.WireFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A result block, read apart.
 *
 * @param head is version, flag and group id, as hexadecimal digits
 * @param columns are the columns
 * @param rows are the rows; a cell is {@code null}, a text in quotes, or hexadecimal digits
 */
record Block(String head, List<Column> columns, List<List<String>> rows) {
  private static final int VARCHAR = 8;
  private static final int NCHAR = 10;
  private static final int JSON = 15;
  private static final int VARBINARY = 16;
  private static final int BLOB = 18;
  private static final int GEOMETRY = 20;
  private static final int HEADER_BYTES = 28;
  private static final int DESCRIPTION_BYTES = 5;
  private static final int LENGTH_BYTES = 4;

  Block {
    columns = List.copyOf(columns);
  }

  /**
   * A column of a block.
   *
   * @param type is the type's id
   * @param declaredBytes is what the description says
   * @param dataBytes is the length that the header states
   * @param lengthIsFixed says that the length follows from the values: none shares its bytes with
   *     another one, and none contains the database's name
   */
  record Column(int type, int declaredBytes, int dataBytes, boolean lengthIsFixed) {
    boolean isText() {
      return type == VARCHAR || type == NCHAR || type == JSON;
    }

    boolean isVariable() {
      return isText() || type == VARBINARY || type == BLOB || type == GEOMETRY;
    }

    /** Returns the bytes of the length before each value. */
    int prefixBytes() {
      return type == BLOB ? 4 : 2;
    }

    /** Returns the bytes before the data: a bitmap or an offset for each row. */
    int nullsBytes(int rows) {
      return isVariable() ? 4 * rows : (rows + 7) / 8;
    }
  }

  /**
   * Reads a block.
   *
   * @param neutral replaces the database's name in texts
   * @throws WireFormatException if it contradicts itself
   */
  static Block read(String hex, UnaryOperator<String> neutral) {
    byte[] bytes = parse(hex);
    ResultBlock block = new ResultBlock(bytes, 0, bytes.length);
    HexFormat format = HexFormat.of();
    String head = format.formatHex(bytes, 0, 4) + format.formatHex(bytes, 16, HEADER_BYTES);
    List<Column> columns = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < block.rows(); row++) {
      rows.add(new ArrayList<>());
    }
    for (int index = 0; index < block.columns(); index++) {
      columns.add(readColumn(block, index, rows, neutral));
    }
    checkEnd(bytes, columns, block.rows());
    return new Block(head, columns, rows);
  }

  private static byte[] parse(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("no hexadecimal digits: " + e.getMessage());
    }
  }

  private static void checkEnd(byte[] bytes, List<Column> columns, int rows) {
    long end = HEADER_BYTES + (long) (DESCRIPTION_BYTES + LENGTH_BYTES) * columns.size();
    for (Column column : columns) {
      end += column.nullsBytes(rows) + column.dataBytes();
    }
    if (end + 1 != bytes.length || bytes[(int) end] != 0) {
      throw new WireFormatException(
          "the last column ends at " + end + " of " + bytes.length + "; one zero byte must follow");
    }
  }

  private static Column readColumn(
      ResultBlock block, int index, List<List<String>> rows, UnaryOperator<String> neutral) {
    byte[] bytes = block.bytes();
    int description = HEADER_BYTES + DESCRIPTION_BYTES * index;
    int lengths = HEADER_BYTES + DESCRIPTION_BYTES * block.columns();
    Column column =
        new Column(
            bytes[description],
            LittleEndian.getInt(bytes, description + 1),
            LittleEndian.getInt(bytes, lengths + LENGTH_BYTES * index),
            true);
    long used = 0;
    boolean renamed = false;
    for (int row = 0; row < rows.size(); row++) {
      String cell = block.isNull(index, row) ? "null" : cell(block, column, index, row);
      if (column.isVariable() && !block.isNull(index, row)) {
        used += column.prefixBytes() + block.valueLength(index, row);
      }
      String neutralCell = column.isText() ? neutral.apply(cell) : cell;
      renamed |= !neutralCell.equals(cell);
      rows.get(row).add(neutralCell);
    }
    boolean fixed = !renamed && (!column.isVariable() || used == column.dataBytes());
    return new Column(column.type(), column.declaredBytes(), column.dataBytes(), fixed);
  }

  private static String cell(ResultBlock block, Column column, int index, int row) {
    HexFormat hex = HexFormat.of();
    if (!column.isVariable()) {
      return fixedCell(block, column.dataBytes() / block.rows(), index, row);
    }
    int start = block.valueStart(index, row);
    int length = block.valueLength(index, row);
    if (!column.isText()) {
      return hex.formatHex(block.bytes(), start, start + length);
    }
    boolean nchar = column.type() == NCHAR;
    if (nchar && length % 4 != 0) {
      throw new WireFormatException(
          "offset " + start + ": an NCHAR of " + length + " bytes; four make a character");
    }
    return Answer.quoted(
        nchar
            ? Utf32.decode(block.bytes(), start, length)
            : new String(block.bytes(), start, length, StandardCharsets.UTF_8));
  }

  private static String fixedCell(ResultBlock block, int width, int index, int row) {
    HexFormat hex = HexFormat.of();
    return switch (width) {
      case 0 -> "";
      case 1 -> hex.toHexDigits(block.byteAt(index, row));
      case 2 -> hex.toHexDigits(block.shortAt(index, row));
      case 4 -> hex.toHexDigits(block.intAt(index, row));
      case 8 -> hex.toHexDigits(block.longAt(index, row));
      case 16 ->
          hex.toHexDigits(block.decimalHigh(index, row))
              + hex.toHexDigits(block.decimalLow(index, row));
      default -> throw new WireFormatException("no type is " + width + " bytes wide");
    };
  }
}
