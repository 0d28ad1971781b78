package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.sql.TableName;
import java.util.Optional;

/** Finds what stands behind FROM. */
final class SourceBinder {
  private final QueryContext context;

  SourceBinder(QueryContext context) {
    this.context = context;
  }

  /**
   * Returns the source.
   *
   * @throws TaosException if a database (904) or table (9731) does not exist
   */
  Source bind(Query.Source source) throws TaosException {
    if (source instanceof Query.NamedTable table) {
      return bindTable(table);
    } else if (source instanceof Query.DerivedTable derived) {
      BoundQuery query = new QueryPlanner(context).plan(derived.query());
      return new SubquerySource(query, derived.alias().orElse(""));
    }
    throw ErrorCode.NOT_SUPPORTED.with("a join");
  }

  private Source bindTable(Query.NamedTable table) throws TaosException {
    TableName name = table.name();
    String alias = table.alias().orElse(name.table());
    SystemTables systemTables = context.systemTables();
    if (systemTables.isSystemDatabase(name.database())) {
      Optional<SystemTables.SystemTable> found = systemTables.find(name.database(), name.table());
      return new SystemSource(found.orElseThrow(ErrorCode.QUERIED_TABLE_NOT_EXIST::with), alias);
    }
    Database database =
        context
            .catalogue()
            .database(name.database())
            .orElseThrow(ErrorCode.QUERIED_DATABASE_NOT_EXIST::with);
    return new TableSource(
        database.table(name.table()).orElseThrow(ErrorCode.QUERIED_TABLE_NOT_EXIST::with), alias);
  }
}
