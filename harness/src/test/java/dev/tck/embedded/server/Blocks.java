package dev.tck.embedded.server;

import dev.tck.values.TaosType;
import dev.tck.wire.ColumnBuffer;
import dev.tck.wire.ResultBlockWriter;
import java.util.List;

/** Makes result blocks for doubles. */
final class Blocks {
  private Blocks() {}

  static byte[] ofLongs(long... values) {
    ColumnBuffer column = new ColumnBuffer(TaosType.BIGINT, 8);
    for (long value : values) {
      column.appendInteger(value);
    }
    return ResultBlockWriter.toBytes(List.of(column));
  }
}
