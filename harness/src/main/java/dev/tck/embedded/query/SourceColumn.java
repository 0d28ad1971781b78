package dev.tck.embedded.query;

import dev.tck.embedded.type.DataType;

/** Describes a column that a source offers. */
record SourceColumn(String name, DataType type, Kind kind) {

  /** Names what a column is to its source. */
  enum Kind {
    /** Has a value a row. */
    COLUMN,
    /** Has a value a table. */
    TAG,
    /** Is the table's name. */
    TABLE_NAME
  }

  boolean isOfTable() {
    return kind != Kind.COLUMN;
  }
}
