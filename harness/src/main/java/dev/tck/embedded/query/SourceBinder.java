package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.sql.Query;
import dev.tck.embedded.sql.TableName;
import java.util.LinkedHashSet;
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
    return bindJoin((Query.Join) source);
  }

  private Source bindJoin(Query.Join join) throws TaosException {
    Source left = bind(join.left());
    Source right = bind(join.right());
    for (String qualifier : new LinkedHashSet<>(right.qualifiers())) {
      if (left.qualifiers().contains(qualifier)) {
        throw ErrorCode.NOT_UNIQUE_ALIAS.with(qualifier);
      }
    }
    long start = 0;
    long end = 0;
    if (join.windowOffset().isPresent()) {
      start = join.windowOffset().get().start().in(left.precision());
      end = join.windowOffset().get().end().in(left.precision());
    }
    boolean window =
        join.kind() == Query.JoinKind.LEFT_WINDOW || join.kind() == Query.JoinKind.RIGHT_WINDOW;
    long limit = join.limit().orElse(window ? Long.MAX_VALUE : 1);
    return new JoinSource(
        left,
        right,
        new JoinSource.JoinRule(join.kind(), Math.min(start, end), Math.max(start, end), limit),
        scope -> bindCondition(join, scope));
  }

  private Optional<Scalar> bindCondition(Query.Join join, Scope scope) throws TaosException {
    if (join.on().isEmpty()) {
      return Optional.empty();
    }
    ExpressionBinder binder =
        new ExpressionBinder(
            context, Optional.of(scope), scope.source().precision(), ErrorCode.ILLEGAL_AGGREGATE);
    return Optional.of(binder.bind(join.on().get()));
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
