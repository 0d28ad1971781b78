package dev.tck.embedded.server;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Engine;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.insert.InsertExecutor;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.sql.SqlStrings;
import dev.tck.embedded.sql.StatementParser;

/** Leads the network front to the engine. */
final class EngineService implements SqlService {
  private final Engine engine;
  private final String version;

  EngineService(Engine engine, String version) {
    this.engine = engine;
    this.version = version;
  }

  @Override
  public Session login(String user, String password) throws TaosException {
    return engine.login(user, password);
  }

  @Override
  public void check(Session session, String sql) throws TaosException {
    if (!InsertExecutor.isInsertOfValues(sql)) {
      StatementParser.parse(SqlStrings.foldCase(sql), session.currentDatabase());
    }
  }

  @Override
  public String version() {
    return version;
  }
}
