package dev.tck.embedded.engine;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.User;
import dev.tck.embedded.information.SystemCatalogue;
import dev.tck.embedded.schemaless.SchemalessWriter;
import java.time.Clock;

/**
 * Holds everything that one server knows, in memory: databases, tables with their rows, users. Safe
 * for use by many threads.
 */
public final class Engine implements AutoCloseable {
  private final String version;
  private final Clock clock;
  private final Catalogue catalogue;
  private final SystemCatalogue system;
  private final SchemalessWriter schemaless;

  /**
   * Creates the engine of a fresh server, which knows only the user {@code root} with the password
   * {@code taosdata}.
   *
   * @param version is what {@code server_version()} returns, {@code 3.3.6.6} for instance
   * @param clock tells what time it is to {@code now()}, and dates what is created
   */
  public Engine(String version, Clock clock) {
    this.version = version;
    this.clock = clock;
    this.catalogue = new Catalogue(clock);
    this.system = new SystemCatalogue(catalogue);
    this.schemaless = new SchemalessWriter(catalogue);
  }

  /**
   * Opens a session.
   *
   * @throws TaosException if there is no such user (849), or it has another password (855)
   */
  public Session login(String user, String password) throws TaosException {
    User known = catalogue.user(user).orElseThrow(ErrorCode.USER_NOT_EXIST::with);
    if (!known.hasPassword(password)) {
      throw ErrorCode.AUTHENTICATION_FAILURE.with();
    }
    if (!known.isEnabled()) {
      throw ErrorCode.USER_DISABLED.with();
    }
    return new EngineSession(this, user);
  }

  String version() {
    return version;
  }

  Clock clock() {
    return clock;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  SchemalessWriter schemaless() {
    return schemaless;
  }

  SystemCatalogue system() {
    return system;
  }

  /** Forgets all databases. */
  @Override
  public void close() {
    catalogue.databases().forEach(catalogue::dropDatabase);
  }
}
