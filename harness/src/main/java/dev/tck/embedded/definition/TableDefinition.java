package dev.tck.embedded.definition;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.Schema;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.sql.TableName;
import java.util.Optional;

/** Executes CREATE TABLE, CREATE STABLE, DROP TABLE and DROP STABLE. */
public final class TableDefinition {
  private final Catalogue catalogue;

  /** Creates an executor on a catalogue. */
  public TableDefinition(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Creates a normal table or a super table. */
  public void create(Statement.CreateTable statement) throws TaosException {
    TableName name = statement.name();
    requirePlainName(name);
    if (DatabaseDefinition.isSystemDatabase(name.database())) {
      throw ErrorCode.INVALID_OPERATION.with(
          "Cannot create table of system database: " + quoted(name));
    }
    Database database =
        catalogue.database(name.database()).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
    Schema schema = SchemaReader.read(statement.columns(), statement.tags());
    Table.Options options = options(statement.options());
    Optional<Table> existing = database.table(name.table());
    if (!statement.tags().isEmpty()) {
      requireNoTimeToLive(statement.options());
      if (!database.createSuperTable(name.table(), schema, options) && !statement.ifNotExists()) {
        throw ErrorCode.STABLE_EXISTS.with();
      }
    } else if (existing.isEmpty() || !statement.ifNotExists()) {
      database.createNormalTable(name.table(), schema, options);
    }
  }

  private static void requireNoTimeToLive(Statement.TableOptions options) throws TaosException {
    if (options.timeToLive().isPresent()) {
      throw ErrorCode.INVALID_TABLE_OPTION.with(
          "Only supported for create non-super table in databases configured with the 'TTL'"
              + " option");
    }
  }

  static Table.Options options(Statement.TableOptions options) {
    return new Table.Options(options.comment(), options.timeToLive().orElse(0L));
  }

  static void requirePlainName(TableName name) throws TaosException {
    if (name.table().contains(".")) {
      throw new TaosException(
          ErrorCode.INVALID_IDENTIFIER.code(), "The table name cannot contain '.'");
    }
  }

  private static String quoted(TableName name) {
    return "`" + name.database() + "`.`" + name.table() + "`";
  }

  /** Drops tables, in order, until one cannot be dropped. */
  public void drop(Statement.DropTables statement) throws TaosException {
    // One IF EXISTS holds for the tables behind it too.
    boolean mayMiss = false;
    for (Statement.DropItem item : statement.tables()) {
      if (item.ifExists()) {
        mayMiss = true;
      }
      drop(item, mayMiss, statement.tables().size() > 1);
    }
  }

  private void drop(Statement.DropItem item, boolean mayMiss, boolean several)
      throws TaosException {
    if (DatabaseDefinition.isSystemDatabase(item.name().database())) {
      throw ErrorCode.INVALID_OPERATION.with(
          "Cannot drop table of system database: " + quoted(item.name()));
    }
    Database database =
        catalogue.database(item.name().database()).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
    Optional<Table> table = database.table(item.name().table());
    if (table.isEmpty()) {
      if (mayMiss) {
        return;
      }
      throw ErrorCode.TABLE_NOT_EXIST.with();
    }
    if (several && table.get() instanceof SuperTable) {
      throw ErrorCode.CANNOT_DROP_STABLE_IN_BATCH.with();
    }
    drop(table.get());
  }

  private void drop(Table table) throws TaosException {
    if (table instanceof SuperTable superTable
        && TopicDefinition.uses(catalogue, superTable, Optional.empty())) {
      throw ErrorCode.TOPIC_MUST_BE_DROPPED.with();
    }
    table.database().drop(table);
  }

  /** Drops a super table with its child tables. */
  public void drop(Statement.DropSuperTable statement) throws TaosException {
    Optional<Table> table =
        catalogue
            .database(statement.name().database())
            .flatMap(database -> database.table(statement.name().table()))
            .filter(SuperTable.class::isInstance);
    if (table.isPresent()) {
      drop(table.get());
    } else if (!statement.ifExists()) {
      throw ErrorCode.STABLE_NOT_EXIST.with();
    }
  }
}
