package dev.tck.embedded.information;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import java.util.List;
import java.util.Optional;

/** Writes rows cell by cell. */
final class RowWriter {
  private final BatchBuilder rows;
  private int column;

  RowWriter(List<DataType> types) {
    rows = new BatchBuilder(types, 16);
  }

  RowWriter text(String value) {
    rows.column(column++).appendText(value);
    return this;
  }

  RowWriter text(Optional<String> value) {
    return value.isPresent() ? text(value.get()) : none();
  }

  RowWriter number(long value) {
    rows.column(column++).appendLong(value);
    return this;
  }

  RowWriter bool(boolean value) {
    return number(value ? 1 : 0);
  }

  RowWriter none() {
    rows.column(column++).appendNull();
    return this;
  }

  /** Ends the row; cells that were not written are NULL. */
  void end() {
    while (column < rows.width()) {
      none();
    }
    rows.endRow();
    column = 0;
  }

  Batch build() {
    return rows.build();
  }
}
