package dev.tck.reference;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.tck.values.TaosType;
import dev.tck.wire.ColumnBuffer;
import dev.tck.wire.LittleEndian;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.ResultBlockWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the columns that {@code taos_fetch_block} of 2.x hands out into a block as 3.x has it.
 *
 * <p>A column is an array of cells, each as wide as {@code taos_fetch_lengths} says; a cell of
 * variable width begins with the length of its value in two bytes. NULL is a value of each type
 * ({@code taosdef.h} of 2.2.2.10). Text comes in UTF-8, NCHAR too.
 */
final class NativeColumns {
  private static final int LENGTH_PREFIX = 2;

  private final List<ColumnBuffer> buffers;
  private final Memory address = new Memory(Native.POINTER_SIZE);
  private byte[] cells = new byte[0];

  NativeColumns(List<ColumnInfo> columns) {
    this.buffers = columns.stream().map(NativeColumns::buffer).toList();
  }

  private static ColumnBuffer buffer(ColumnInfo column) {
    TaosType type = column.type();
    if (!type.isVariable()) {
      return new ColumnBuffer(type, type.width());
    }
    int width = type == TaosType.NCHAR ? 4 : 1;
    return new ColumnBuffer(type, column.length() * width + LENGTH_PREFIX);
  }

  /** Fetches the next rows, or returns null after the last. */
  @Nullable ResultBlock fetch(Libtaos library, Pointer result) throws TaosError {
    int rows = library.fetchColumns(result, address);
    if (rows == 0) {
      return null;
    }
    Pointer columns = address.getPointer(0);
    Pointer widths = Libtaos.taos_fetch_lengths(result);
    for (int index = 0; index < buffers.size(); index++) {
      int width = widths.getInt(4L * index);
      int length = rows * width;
      if (cells.length < length) {
        cells = new byte[length];
      }
      columns.getPointer((long) index * Native.POINTER_SIZE).read(0, cells, 0, length);
      ColumnBuffer buffer = buffers.get(index);
      buffer.clear();
      for (int row = 0; row < rows; row++) {
        append(buffer, row * width);
      }
    }
    byte[] block = ResultBlockWriter.toBytes(buffers);
    return new ResultBlock(block, 0, block.length);
  }

  private void append(ColumnBuffer buffer, int at) {
    TaosType type = buffer.type();
    if (isNull(type, at)) {
      buffer.appendNull();
    } else if (type == TaosType.VARCHAR) {
      buffer.appendBytes(cells, at + LENGTH_PREFIX, LittleEndian.getUnsignedShort(cells, at));
    } else if (type.isVariable()) {
      buffer.appendText(
          new String(
              cells,
              at + LENGTH_PREFIX,
              LittleEndian.getUnsignedShort(cells, at),
              StandardCharsets.UTF_8));
    } else {
      buffer.appendInteger(bits(type, at));
    }
  }

  private long bits(TaosType type, int at) {
    return switch (type.width()) {
      case 0 -> 0;
      case 1 -> cells[at];
      case 2 -> LittleEndian.getShort(cells, at);
      case 4 -> LittleEndian.getInt(cells, at);
      default -> LittleEndian.getLong(cells, at);
    };
  }

  private boolean isNull(TaosType type, int at) {
    return switch (type) {
      case NULL -> true;
      case BOOL -> cells[at] == 2;
      case TINYINT -> cells[at] == Byte.MIN_VALUE;
      case SMALLINT -> bits(type, at) == Short.MIN_VALUE;
      case INT -> bits(type, at) == Integer.MIN_VALUE;
      case BIGINT, TIMESTAMP -> bits(type, at) == Long.MIN_VALUE;
      case FLOAT -> bits(type, at) == 0x7FF00000;
      case DOUBLE -> bits(type, at) == 0x7FFFFF0000000000L;
      case TINYINT_UNSIGNED, SMALLINT_UNSIGNED, INT_UNSIGNED, BIGINT_UNSIGNED ->
          bits(type, at) == -1;
      case NCHAR, JSON ->
          LittleEndian.getUnsignedShort(cells, at) == 4
              && LittleEndian.getInt(cells, at + LENGTH_PREFIX) == -1;
      case VARCHAR -> LittleEndian.getUnsignedShort(cells, at) == 1 && cells[at + 2] == -1;
      case VARBINARY, DECIMAL, BLOB, GEOMETRY, DECIMAL64 ->
          throw new IllegalStateException("TDengine 2.x has no " + type);
    };
  }
}
