package dev.tck.embedded.engine;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.definition.ChildTableDefinition;
import dev.tck.embedded.definition.DatabaseDefinition;
import dev.tck.embedded.definition.PrivilegeDefinition;
import dev.tck.embedded.definition.TableAlteration;
import dev.tck.embedded.definition.TableDefinition;
import dev.tck.embedded.definition.TopicDefinition;
import dev.tck.embedded.definition.UserDefinition;
import dev.tck.embedded.engine.StatementResult.Affected;
import dev.tck.embedded.information.Describing;
import dev.tck.embedded.information.Showing;
import dev.tck.embedded.insert.InsertContext;
import dev.tck.embedded.query.QueryContext;
import dev.tck.embedded.query.QueryPlanner;
import dev.tck.embedded.sql.Statement;

/** Executes parsed statements. */
final class StatementExecutor {
  private final Engine engine;
  private final Catalogue catalogue;
  private final QueryContext queryContext;
  private final InsertContext insertContext;

  StatementExecutor(Engine engine, QueryContext queryContext, InsertContext insertContext) {
    this.engine = engine;
    this.catalogue = engine.catalogue();
    this.queryContext = queryContext;
    this.insertContext = insertContext;
  }

  StatementResult execute(Statement statement) throws TaosException {
    if (statement instanceof Statement.Select select) {
      return new QueryRows(new QueryPlanner(queryContext).plan(select.query()));
    } else if (statement instanceof Statement.Show show) {
      return new QueryRows(new Showing(engine.system(), queryContext).plan(show));
    } else if (statement instanceof Statement.Describe describe) {
      return new QueryRows(new Describing(engine.system()).describe(describe.table()));
    } else if (statement instanceof Statement.Delete delete) {
      return new Affected(new Deletion(queryContext).execute(delete));
    } else if (statement instanceof Statement.InsertSelect insert) {
      return new Affected(new QueryInsertion(queryContext, insertContext).execute(insert));
    }
    define(statement);
    return new Affected(0);
  }

  private void define(Statement statement) throws TaosException {
    if (statement instanceof Statement.CreateDatabase create) {
      new DatabaseDefinition(catalogue).create(create);
    } else if (statement instanceof Statement.AlterDatabase alter) {
      new DatabaseDefinition(catalogue).alter(alter);
    } else if (statement instanceof Statement.DropDatabase drop) {
      new DatabaseDefinition(catalogue).drop(drop);
    } else if (statement instanceof Statement.CreateTable create) {
      new TableDefinition(catalogue).create(create);
    } else if (statement instanceof Statement.CreateChildTables create) {
      new ChildTableDefinition(catalogue, insertContext).create(create);
    } else if (statement instanceof Statement.DropTables drop) {
      new TableDefinition(catalogue).drop(drop);
    } else if (statement instanceof Statement.DropSuperTable drop) {
      new TableDefinition(catalogue).drop(drop);
    } else if (statement instanceof Statement.AlterTable alter) {
      new TableAlteration(catalogue, insertContext).alter(alter);
    } else {
      administer(statement);
    }
  }

  private void administer(Statement statement) throws TaosException {
    if (statement instanceof Statement.CreateTopic create) {
      new TopicDefinition(catalogue, queryContext).create(create);
    } else if (statement instanceof Statement.DropTopic drop) {
      new TopicDefinition(catalogue, queryContext).drop(drop);
    } else if (statement instanceof Statement.DropConsumerGroup drop) {
      new TopicDefinition(catalogue, queryContext).drop(drop);
    } else if (statement instanceof Statement.CreateUser create) {
      new UserDefinition(catalogue).create(create);
    } else if (statement instanceof Statement.AlterUser alter) {
      new UserDefinition(catalogue).alter(alter);
    } else if (statement instanceof Statement.DropUser drop) {
      new UserDefinition(catalogue).drop(drop, queryContext.user());
    } else if (statement instanceof Statement.ChangePrivileges change) {
      new PrivilegeDefinition(catalogue).change(change);
    } else if (statement instanceof Statement.NoOperation none) {
      requireDatabase(none);
    } else if (statement instanceof Statement.Kill kill) {
      throw unknown(kill);
    } else {
      throw ErrorCode.NOT_SUPPORTED.with(name(statement));
    }
  }

  private static TaosException unknown(Statement.Kill kill) {
    return switch (kill.what()) {
      case "connection" -> ErrorCode.INVALID_CONNECTION_ID.with();
      case "transaction" -> ErrorCode.TRANSACTION_NOT_EXIST.with();
      default ->
          kill.id().matches("[0-9a-f]+:[0-9a-f]+")
              ? ErrorCode.INVALID_CONNECTION_ID.with()
              : ErrorCode.INVALID_QUERY_ID.with();
    };
  }

  private void requireDatabase(Statement.NoOperation statement) throws TaosException {
    boolean missing =
        statement.database().isPresent()
            && catalogue.database(statement.database().get()).isEmpty();
    if (missing) {
      throw ErrorCode.DATABASE_NOT_EXIST.with();
    }
  }

  private static String name(Statement statement) {
    return statement instanceof Statement.Explain ? "EXPLAIN" : "this statement";
  }
}
