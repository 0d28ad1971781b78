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
    TABLE_NAME,
    /** Has a value a row, but only a star stands for it. */
    UNNAMED
  }

  boolean isOfTable() {
    return kind == Kind.TAG || kind == Kind.TABLE_NAME;
  }

  /** Returns whether a statement can name the column. */
  boolean isCalled(String wanted) {
    return (kind == Kind.COLUMN || kind == Kind.TAG) && name.equals(wanted);
  }
}
