package dev.tck.embedded.engine;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.schemaless.SchemalessText;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One connection's state: user, current database, time zone. Statements may come from several
 * threads at once, as taosAdapter allows on one socket.
 */
public interface Session extends AutoCloseable {

  /**
   * Executes one statement; what follows its first semicolon is ignored.
   *
   * @throws TaosException if TDengine would refuse it, or with a clear text if this server cannot
   *     execute it
   */
  StatementResult execute(String sql) throws TaosException;

  /**
   * Writes points into the current database; tables, columns and tags come about as needed.
   *
   * @return the number of rows written
   * @throws TaosException if there is no current database (896), or TDengine would refuse the
   *     points
   */
  long write(SchemalessText points) throws TaosException;

  /**
   * Makes a database the current one.
   *
   * @throws TaosException if it does not exist (904)
   */
  void use(String database) throws TaosException;

  /** Returns the current database. */
  Optional<String> currentDatabase();

  /** Sets the zone in which times without offset are read. */
  void timeZone(ZoneId zone);

  /** Returns the user's name. */
  String user();

  @Override
  void close();
}
