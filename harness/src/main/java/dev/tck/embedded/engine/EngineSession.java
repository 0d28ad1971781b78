package dev.tck.embedded.engine;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.insert.InsertContext;
import dev.tck.embedded.insert.InsertExecutor;
import dev.tck.embedded.query.QueryContext;
import dev.tck.embedded.schemaless.SchemalessText;
import dev.tck.embedded.sql.SqlStrings;
import dev.tck.embedded.sql.Statement;
import dev.tck.embedded.sql.StatementParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A session on an engine. */
final class EngineSession implements Session {
  private final Engine engine;
  private final String user;
  private volatile Optional<String> database = Optional.empty();
  private volatile ZoneId zone = ZoneOffset.UTC;

  EngineSession(Engine engine, String user) {
    this.engine = engine;
    this.user = user;
  }

  @Override
  public StatementResult execute(String text) throws TaosException {
    String sql = SqlLimits.statement(text);
    return Guarding.execute(() -> executeStatement(sql));
  }

  @Override
  public long write(SchemalessText points) throws TaosException {
    String current = database.orElseThrow(ErrorCode.DATABASE_NOT_SELECTED::with);
    InsertContext insertContext = new InsertContext(engine.clock().instant(), zone);
    StatementResult result =
        Guarding.execute(
            () ->
                new StatementResult.Affected(
                    engine.schemaless().write(points, current, insertContext)));
    return result instanceof StatementResult.Affected affected ? affected.rows() : 0;
  }

  private StatementResult executeStatement(String sql) throws TaosException {
    Optional<String> current = database;
    InsertContext insertContext = new InsertContext(engine.clock().instant(), zone);
    if (InsertExecutor.isInsertOfValues(sql)) {
      InsertExecutor inserts = new InsertExecutor(engine.catalogue());
      return new StatementResult.Affected(inserts.execute(sql, current, insertContext));
    }
    Statement statement = StatementParser.parse(SqlStrings.foldCase(sql), current);
    if (statement instanceof Statement.Use use) {
      use(use.database());
      return new StatementResult.Affected(0);
    }
    QueryContext queryContext = queryContext(current, insertContext.now(), insertContext.zone());
    return new StatementExecutor(engine, queryContext, insertContext).execute(statement);
  }

  private QueryContext queryContext(Optional<String> current, Instant now, ZoneId zoneNow) {
    return new QueryContext(
        engine.catalogue(),
        current,
        now,
        zoneNow,
        user,
        engine.version(),
        engine.system().of(engine.catalogue().user(user)));
  }

  @Override
  public void use(String name) throws TaosException {
    boolean known = engine.catalogue().database(name).isPresent() || engine.system().isSystem(name);
    if (!known) {
      throw ErrorCode.DATABASE_NOT_EXIST.with();
    }
    database = Optional.of(name);
  }

  @Override
  public Optional<String> currentDatabase() {
    return database;
  }

  @Override
  public void timeZone(ZoneId newZone) {
    zone = newZone;
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public void close() {
    database = Optional.empty();
  }
}
