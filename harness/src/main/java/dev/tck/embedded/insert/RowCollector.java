package dev.tck.embedded.insert;

import dev.tck.embedded.store.Layout;
import dev.tck.embedded.store.Rows;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.VectorBuilder;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Collects the rows that a statement has for one table. */
final class RowCollector {
  private static final int EXPECTED_ROWS = 8;

  private final Layout layout;
  private final BatchBuilder builder;
  private final @Nullable BitSet[] omitted;

  RowCollector(Layout layout) {
    this.layout = layout;
    this.builder = new BatchBuilder(layout.types(), EXPECTED_ROWS);
    this.omitted = new BitSet[layout.types().size()];
  }

  VectorBuilder column(int index) {
    return builder.column(index);
  }

  /** Notes that a row got the values that the statement gives it. */
  void endRow() {
    builder.endRow();
  }

  int rows() {
    return builder.rows();
  }

  /** Fills what the rows so far leave out. */
  void fill() {
    for (int index = 0; index < builder.width(); index++) {
      VectorBuilder column = builder.column(index);
      int from = column.rows();
      if (from < builder.rows()) {
        column.appendNulls(builder.rows() - from);
        BitSet flags = omitted[index];
        if (flags == null) {
          flags = new BitSet();
          omitted[index] = flags;
        }
        flags.set(from, builder.rows());
      }
    }
  }

  /** Returns the rows; the collector must not be used any more. */
  Rows rowsToWrite() {
    return new Rows(layout, builder.build(), omitted);
  }
}
