package dev.tck.benchmarks;

import dev.tck.reference.ConnectOptions;
import dev.tck.reference.NativeConnector;
import dev.tck.reference.ReferenceConnector;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A connection and a database of its own; where the server is comes by system properties {@code
 * tck.bench.*}.
 */
@State(Scope.Benchmark)
public class Workbench {
  /**
   * Is {@code reference}, or {@code taos-jdbcdriver@VERSION=FOLDER} with the folder of its jars.
   */
  @Param("reference")
  public String connector = "reference";

  /** Is {@code rest}, {@code websocket} or {@code native}. */
  @Param({"rest", "websocket"})
  public String interfaceId = "rest";

  private Driver driver = new NoDriver();
  private String database = "";

  /** Connects and creates a database. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    String host = property("host");
    boolean natively = interfaceId.equals("native");
    int port = Integer.parseInt(property(natively ? "nativePort" : "port"));
    String user = property("user");
    // Not a command line's business, so not a system property.
    String password =
        Objects.requireNonNull(System.getenv("TCK_BENCH_PASSWORD"), "TCK_BENCH_PASSWORD");
    if (connector.equals("reference")) {
      ConnectOptions options = ConnectOptions.of(host, port, user, password);
      driver =
          new ReferenceDriver(
              natively
                  ? new NativeConnector(Path.of(property("library"))).connect(options)
                  : new ReferenceConnector().connect(by(), options));
    } else {
      Properties login = new Properties();
      login.setProperty("user", user);
      login.setProperty("password", password);
      Path libraries = Path.of(connector.substring(connector.indexOf('=') + 1));
      driver = new JdbcDriver(libraries, interfaceId, host, port, login);
    }
    database = "tck_bench_" + ProcessHandle.current().pid();
    driver.execute("drop database if exists " + database);
    driver.execute("create database " + database + " vgroups 1");
  }

  private ReferenceConnector.Interface by() {
    return ReferenceConnector.Interface.valueOf(interfaceId.toUpperCase(Locale.ROOT));
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty("tck.bench." + name), name);
  }

  /** Drops the database and disconnects. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    driver.execute("drop database " + database);
    driver.close();
  }

  Driver driver() {
    return driver;
  }

  /** Returns a table's name with its database. */
  String table(String name) {
    return database + "." + name;
  }

  private static final class NoDriver implements Driver {
    @Override
    public long execute(String sql) {
      throw new IllegalStateException("not connected");
    }

    @Override
    public double sum(String sql) {
      throw new IllegalStateException("not connected");
    }

    @Override
    public long number(String sql) {
      throw new IllegalStateException("not connected");
    }

    @Override
    public void close() {}
  }
}
