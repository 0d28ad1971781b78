package dev.tck.reference;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the native interface through libtaos.
 *
 * <p>The library does not survive calls with a closed connection, so closing waits for calls under
 * way, after asking the server to give them up where the library can.
 */
final class NativeConnection implements TaosConnection {
  // TSDB_OPTION_CONNECTION_TIMEZONE of taos.h.
  private static final int TIME_ZONE_OPTION = 1;

  private final Libtaos library;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private @Nullable Pointer connection;

  private NativeConnection(Libtaos library, Pointer connection) {
    this.library = library;
    this.connection = connection;
  }

  static NativeConnection open(Libtaos library, ConnectOptions options) throws TaosError {
    Pointer pointer =
        Libtaos.taos_connect(
            options.host(),
            options.user(),
            options.password(),
            options.database().orElse(null),
            (short) options.port());
    if (pointer == null) {
      throw library.error(null);
    }
    NativeConnection opened = new NativeConnection(library, pointer);
    try {
      if (options.timeZone().isPresent()) {
        opened.setTimeZone(pointer, options.timeZone().get());
      }
      return opened;
    } catch (TaosError e) {
      opened.close();
      throw e;
    }
  }

  private void setTimeZone(Pointer pointer, String zone) throws TaosError {
    Function set =
        library
            .optional("taos_options_connection")
            .orElseThrow(
                () ->
                    TaosError.driver(
                        "libtaos "
                            + library.version()
                            + " has no time zone of a connection, only of the whole process"));
    int code = set.invokeInt(new Object[] {pointer, TIME_ZONE_OPTION, zone});
    if (code != 0) {
      throw library.error(null);
    }
  }

  /**
   * Keeps the connection open until {@link #leave}.
   *
   * @throws TaosError if it is closed already
   */
  Pointer enter() throws TaosError {
    use.readLock().lock();
    Pointer open = connection;
    if (open == null) {
      use.readLock().unlock();
      throw TaosError.driver("the connection is closed");
    }
    return open;
  }

  /** Lets the connection be closed again. */
  void leave() {
    use.readLock().unlock();
  }

  @Override
  public QueryResult query(String sql) throws TaosError {
    Pointer open = enter();
    try {
      return result(Libtaos.taos_query(open, sql));
    } finally {
      leave();
    }
  }

  private QueryResult result(@Nullable Pointer result) throws TaosError {
    if (result == null || Libtaos.taos_errno(result) != 0) {
      TaosError error = library.error(result);
      if (result != null) {
        Libtaos.taos_free_result(result);
      }
      throw error;
    }
    if (Libtaos.taos_field_count(result) == 0) {
      long rows = affectedRows(result);
      Libtaos.taos_free_result(result);
      return new QueryResult.Affected(rows);
    }
    try {
      return new NativeResult(library, this, result);
    } catch (TaosError e) {
      Libtaos.taos_free_result(result);
      throw e;
    }
  }

  private long affectedRows(Pointer result) {
    return library
        .optional("taos_affected_rows64")
        .map(function -> function.invokeLong(new Object[] {result}))
        .orElseGet(() -> (long) Libtaos.taos_affected_rows(result));
  }

  // One at a time: whoever comes second must not ask a connection that is gone to stop its query.
  @Override
  public synchronized void close() {
    Pointer open = connection;
    if (open == null) {
      return;
    }
    Optional<Function> kill = library.optional("taos_kill_query");
    if (!use.writeLock().tryLock()) {
      kill.ifPresent(function -> function.invokeVoid(new Object[] {open}));
      use.writeLock().lock();
    }
    try {
      if (connection != null) {
        connection = null;
        Libtaos.taos_close(open);
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
