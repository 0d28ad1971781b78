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
    boolean rest = interfaceId.equals("rest");
    String className =
        rest ? "com.taosdata.jdbc.rs.RestfulDriver" : "com.taosdata.jdbc.ws.WebSocketDriver";
    java.sql.Driver driver =
        Class.forName(className, true, loader)
            .asSubclass(java.sql.Driver.class)
            .getConstructor()
            .newInstance();
    String url = "jdbc:TAOS-" + (rest ? "RS" : "WS") + "://" + host + ":" + port + "/";
    this.connection = driver.connect(url, login);
    this.statement = connection.createStatement();
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
  public long sum(String sql, int column) throws SQLException {
    long sum = 0;
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        sum += result.getLong(column + 1);
      }
    }
    return sum;
  }

  @Override
  public void close() throws SQLException, IOException {
    statement.close();
    connection.close();
    loader.close();
  }
}
