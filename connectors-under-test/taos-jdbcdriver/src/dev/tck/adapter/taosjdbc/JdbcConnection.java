package dev.tck.adapter.taosjdbc;

import dev.tck.adapter.sdk.QueryOutcome;
import dev.tck.adapter.sdk.TranslatedConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Executes statements, each in a {@link Statement} of its own. */
final class JdbcConnection implements TranslatedConnection {
  private final Connection connection;

  JdbcConnection(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Long execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return (long) statement.executeUpdate(sql);
    }
  }

  @Override
  public QueryOutcome query(String sql) throws SQLException {
    Statement statement = connection.createStatement();
    try {
      if (statement.execute(sql)) {
        return QueryOutcome.rows(new JdbcResult(statement, statement.getResultSet()));
      }
      // JDBC says -1 if there is no count.
      int count = statement.getUpdateCount();
      statement.close();
      return QueryOutcome.affected(count < 0 ? null : (long) count);
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
