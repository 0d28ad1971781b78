package dev.tck.embedded.vector;

import dev.tck.embedded.type.DataType;
import dev.tck.wire.LittleEndian;
import dev.tck.wire.ResultBlockWriter;
import java.util.List;

/** Writes batches as result blocks, by copying. */
public final class BlockWriter {
  private static final int COLUMN_INFO_BYTES = 5;
  private static final int COLUMN_LENGTH_BYTES = 4;

  private BlockWriter() {}

  /** Returns the block of a batch whose columns are declared with these types. */
  public static byte[] write(List<DataType> types, Batch batch) {
    int columns = types.size();
    int total = ResultBlockWriter.headerLength(columns) + 1;
    for (int column = 0; column < columns; column++) {
      total += batch.column(column).blockLength();
    }
    byte[] block = new byte[total];
    int info = ResultBlockWriter.writeHeader(block, 0, total, batch.rows(), columns);
    int lengths = info + COLUMN_INFO_BYTES * columns;
    int data = ResultBlockWriter.headerLength(columns);
    for (int column = 0; column < columns; column++) {
      Vector vector = batch.column(column);
      block[info] = (byte) types.get(column).type().id();
      LittleEndian.putInt(block, info + 1, types.get(column).blockBytes());
      LittleEndian.putInt(block, lengths, vector.blockDataLength());
      info += COLUMN_INFO_BYTES;
      lengths += COLUMN_LENGTH_BYTES;
      data = vector.writeTo(block, data);
    }
    return block;
  }
}
