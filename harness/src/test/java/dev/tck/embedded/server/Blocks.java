package dev.tck.embedded.server;

import dev.tck.values.TaosType;
import dev.tck.wire.ColumnBuffer;
import dev.tck.wire.ResultBlockWriter;
import java.util.List;

/** Makes result blocks for doubles. */
final class Blocks {
  private Blocks() {}

  static byte[] ofLongs(long... values) {
    return of(TaosType.BIGINT, values);
  }

  static byte[] ofInts(long... values) {
    return of(TaosType.INT, values);
  }

  static byte[] ofTimestamps(long... values) {
    return of(TaosType.TIMESTAMP, values);
  }

  private static byte[] of(TaosType type, long... values) {
    ColumnBuffer column = new ColumnBuffer(type, type.width());
    for (long value : values) {
      column.appendInteger(value);
    }
    return ResultBlockWriter.toBytes(List.of(column));
  }
}
