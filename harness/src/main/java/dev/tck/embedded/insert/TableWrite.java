package dev.tck.embedded.insert;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.DataTable;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.catalogue.TagValues;
import org.jspecify.annotations.Nullable;

/** Holds what a statement writes into one table, which it may have to create first. */
final class TableWrite {
  private final Database database;
  private final String name;
  private final @Nullable DataTable existing;
  private final @Nullable SuperTable superTable;
  private final TagValues tags;
  private final Table.Options options;
  private final RowCollector rows;

  private TableWrite(
      Database database,
      String name,
      @Nullable DataTable existing,
      @Nullable SuperTable superTable,
      TagValues tags,
      Table.Options options,
      RowCollector rows) {
    this.database = database;
    this.name = name;
    this.existing = existing;
    this.superTable = superTable;
    this.tags = tags;
    this.options = options;
    this.rows = rows;
  }

  static TableWrite into(DataTable table) {
    return new TableWrite(
        table.database(),
        table.name(),
        table,
        null,
        TagValues.NONE,
        Table.Options.NONE,
        new RowCollector(table.schema().layout()));
  }

  static TableWrite creating(
      SuperTable superTable, String name, TagValues tags, Table.Options options) {
    return new TableWrite(
        superTable.database(),
        name,
        null,
        superTable,
        tags,
        options,
        new RowCollector(superTable.schema().layout()));
  }

  Database database() {
    return database;
  }

  boolean createsTable() {
    return existing == null;
  }

  /** Returns the schema of the super table of a table to be created. */
  Schema superTableSchema() {
    if (superTable == null) {
      throw new IllegalStateException("a table to be created has a super table");
    }
    return superTable.schema();
  }

  RowCollector rows() {
    return rows;
  }

  /** Returns the table, created now if need be. */
  DataTable table() throws TaosException {
    if (existing != null) {
      return existing;
    }
    if (superTable == null) {
      throw new IllegalStateException("a table to be created has a super table");
    }
    return database.childTable(superTable, name, tags, options);
  }
}
