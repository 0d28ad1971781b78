package dev.tck.embedded.server.exchange;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;

/** Opens sessions: what the network front needs of the engine. Used by many threads at once. */
public interface SqlService {

  /**
   * Opens a session without current database.
   *
   * @throws TaosException if user and password do not fit (849, 855), or their form is wrong (519,
   *     520)
   */
  Session login(String user, String password) throws TaosException;

  /**
   * Reads a statement without executing it.
   *
   * @throws TaosException if it is not written as TDengine wants it; whether what it names exists
   *     is not looked at
   */
  void check(Session session, String sql) throws TaosException;

  /** Returns the version of TDengine that is spoken, {@code 3.3.6.6}. */
  String version();
}
