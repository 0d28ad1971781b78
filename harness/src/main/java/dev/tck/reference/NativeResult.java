package dev.tck.reference;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.WireFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A result of libtaos, fetched block by block: raw blocks of 3.x are copied out as they are and
 * decoded by {@code wire}; columns of 2.x are put into a block of the same layout.
 */
final class NativeResult implements QueryResult.ResultSet {
  private static final int LENGTH_OFFSET = 4;

  private final Libtaos library;
  private final NativeConnection connection;
  private final Pointer result;
  private final List<ColumnInfo> columns;
  private final Precision precision;
  private final @Nullable NativeColumns columns2;
  private final IntByReference rows = new IntByReference();
  private final PointerByReference data = new PointerByReference();
  private final Optional<Function> fetchRawBlock;
  private boolean finished;

  NativeResult(Libtaos library, NativeConnection connection, Pointer result) throws TaosError {
    this.library = library;
    this.connection = connection;
    this.result = result;
    this.columns = new FieldLayout(library).read(result);
    this.precision =
        Precision.ofId(Libtaos.taos_result_precision(result)).orElse(Precision.MILLISECONDS);
    this.fetchRawBlock =
        library.hasRawBlocks() ? library.optional("taos_fetch_raw_block") : Optional.empty();
    this.columns2 = fetchRawBlock.isPresent() ? null : new NativeColumns(columns);
  }

  @Override
  public List<ColumnInfo> columns() {
    return columns;
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public @Nullable ResultBlock nextBlock() throws TaosError {
    if (finished) {
      return null;
    }
    connection.enter();
    try {
      ResultBlock block = fetch();
      if (block == null) {
        free();
      }
      return block;
    } catch (WireFormatException e) {
      throw TaosError.driver("a block that cannot be read: " + e.getMessage(), e);
    } finally {
      connection.leave();
    }
  }

  private @Nullable ResultBlock fetch() throws TaosError {
    return columns2 == null ? fetchRaw() : columns2.fetch(library, result);
  }

  private @Nullable ResultBlock fetchRaw() throws TaosError {
    int code = fetchRawBlock.orElseThrow().invokeInt(new Object[] {result, rows, data});
    if (code != 0) {
      throw library.error(result);
    }
    if (rows.getValue() == 0) {
      return null;
    }
    Pointer block = data.getValue();
    int length = block.getInt(LENGTH_OFFSET);
    if (length < 0) {
      throw TaosError.driver("a block that cannot be read: it is " + length + " bytes long");
    }
    byte[] bytes = new byte[length];
    block.read(0, bytes, 0, bytes.length);
    return new ResultBlock(bytes, 0, bytes.length);
  }

  @Override
  public void close() {
    try {
      connection.enter();
    } catch (TaosError closed) {
      // libtaos has forgotten the result with its connection.
      finished = true;
      return;
    }
    try {
      free();
    } finally {
      connection.leave();
    }
  }

  private void free() {
    if (!finished) {
      finished = true;
      Libtaos.taos_free_result(result);
    }
  }

  /**
   * Reads the descriptions of columns.
   *
   * <p>Layouts of {@code taos.h}: {@code TAOS_FIELD_E} (3.3.6.0 on) is name[65], type, precision,
   * scale, int32 bytes; {@code TAOS_FIELD} of 3.x is name[65], type, int32 bytes; that of 2.x
   * name[65], type, int16 bytes. Alignment makes them 72, 72 and 68 bytes long.
   */
  private record FieldLayout(Libtaos library) {
    private static final int NAME_BYTES = 65;
    private static final int TYPE = 65;
    private static final int PRECISION = 66;
    private static final int SCALE = 67;
    private static final int BYTES = 68;
    private static final int SIZE = 72;
    private static final int BYTES_OF_2 = 66;
    private static final int SIZE_OF_2 = 68;

    List<ColumnInfo> read(Pointer result) throws TaosError {
      Optional<Function> extended = library.optional("taos_fetch_fields_e");
      Pointer fields =
          extended.isPresent()
              ? extended.get().invokePointer(new Object[] {result})
              : Libtaos.taos_fetch_fields(result);
      if (fields == null) {
        throw library.error(result);
      }
      int size = library.hasRawBlocks() ? SIZE : SIZE_OF_2;
      List<ColumnInfo> columns = new ArrayList<>();
      for (int index = 0; index < Libtaos.taos_field_count(result); index++) {
        columns.add(column(fields.share((long) index * size, size), extended.isPresent()));
      }
      return List.copyOf(columns);
    }

    private ColumnInfo column(Pointer field, boolean extended) throws TaosError {
      byte[] name = field.getByteArray(0, NAME_BYTES);
      int end = 0;
      while (end < NAME_BYTES && name[end] != 0) {
        end++;
      }
      int typeId = field.getByte(TYPE);
      TaosType type =
          TaosType.ofId(typeId)
              .orElseThrow(() -> TaosError.driver("unknown column type " + typeId));
      return new ColumnInfo(
          new String(name, 0, end, StandardCharsets.UTF_8),
          type,
          library.hasRawBlocks() ? field.getInt(BYTES) : field.getShort(BYTES_OF_2),
          extended ? field.getByte(PRECISION) : 0,
          extended ? field.getByte(SCALE) : 0);
    }
  }
}
