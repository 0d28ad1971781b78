package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import java.util.List;
import java.util.Optional;

/** Finds the tables in which a server describes itself. */
public interface SystemTables {

  /** Names a column of a system table. */
  record SystemColumn(String name, DataType type) {}

  /** A table whose rows are made when they are read. */
  interface SystemTable {
    /** Returns the columns. */
    List<SystemColumn> columns();

    /** Returns the rows as they are now. */
    Batch rows() throws TaosException;
  }

  /** Returns whether a database is one of those that hold system tables. */
  boolean isSystemDatabase(String database);

  /** Returns a system table by name, regardless of case. */
  Optional<SystemTable> find(String database, String table);
}
