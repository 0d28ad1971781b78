package dev.tck.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A provisioned taos-jdbcdriver, in a class loader of its own so that our libraries do not disturb
 * its.
 */
final class JdbcDriver implements Driver {
  private final URLClassLoader loader;
  private final Connection connection;
  private final Statement statement;

  JdbcDriver(Path libraries, String interfaceId, String host, int port, Properties login)
      throws ReflectiveOperationException, SQLException, IOException {
    this.loader = new URLClassLoader(jars(libraries), ClassLoader.getPlatformClassLoader());
    Protocol protocol = Protocol.of(interfaceId);
    java.sql.Driver driver =
        Class.forName(protocol.driver, true, loader)
            .asSubclass(java.sql.Driver.class)
            .getConstructor()
            .newInstance();
    String url = "jdbc:" + protocol.scheme + "://" + host + ":" + port + "/";
    this.connection = driver.connect(url, login);
    this.statement = connection.createStatement();
  }

  private enum Protocol {
    REST("com.taosdata.jdbc.rs.RestfulDriver", "TAOS-RS"),
    WEBSOCKET("com.taosdata.jdbc.ws.WebSocketDriver", "TAOS-WS"),
    NATIVE("com.taosdata.jdbc.TSDBDriver", "TAOS");

    private final String driver;
    private final String scheme;

    Protocol(String driver, String scheme) {
      this.driver = driver;
      this.scheme = scheme;
    }

    static Protocol of(String interfaceId) {
      return valueOf(interfaceId.toUpperCase(Locale.ROOT));
    }
  }

  private static URL[] jars(Path folder) throws IOException {
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jar")).sorted().toList()) {
        urls.add(file.toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }

  @Override
  public long execute(String sql) throws SQLException {
    return statement.executeUpdate(sql);
  }

  @Override
  public double sum(String sql) throws SQLException {
    double sum = 0;
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        sum += result.getTimestamp(1).getTime() + result.getInt(2) + result.getDouble(3);
      }
    }
    return sum;
  }

  @Override
  public long number(String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      if (!result.next()) {
        throw new SQLException("no row: " + sql);
      }
      return result.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    statement.close();
    connection.close();
    loader.close();
  }
}
