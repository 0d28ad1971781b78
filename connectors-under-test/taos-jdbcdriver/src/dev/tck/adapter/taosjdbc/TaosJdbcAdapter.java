package dev.tck.adapter.taosjdbc;

import dev.tck.adapter.sdk.AdapterServer;
import dev.tck.adapter.sdk.ConnectArguments;
import dev.tck.adapter.sdk.ConnectorError;
import dev.tck.adapter.sdk.Identity;
import dev.tck.adapter.sdk.TranslatedConnection;
import dev.tck.adapter.sdk.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates requests into calls of taos-jdbcdriver, through JDBC only. */
public final class TaosJdbcAdapter implements Translation {
  private static final String VERSION_FILE = "/taos-jdbc-version.properties";
  private static final String DRIVER = "com.taosdata.jdbc.rs.RestfulDriver";

  // The driver's own codes (its class TSDBErrorNumbers); all others come from the server.
  private static final int DRIVER_CODES = 0x2300;
  private static final int DRIVER_CODES_END = 0x2400;
  private static final int CONNECTION_TIMEOUT = 0x231d;
  private static final int QUERY_TIMEOUT = 0x231e;

  private static final Pattern CODE_IN_TEXT = Pattern.compile("^\\(0x([0-9a-fA-F]{1,7})\\)");

  private TaosJdbcAdapter() {}

  /** Serves the adapter protocol. */
  public static void main(String[] arguments) {
    AdapterServer.serve(new TaosJdbcAdapter());
  }

  @Override
  public Identity identity() throws Exception {
    return new Identity(
        "taos-jdbcdriver", version(), Arrays.asList("rest", "websocket", "native"), "com.taosdata.");
  }

  // DatabaseMetaData.getDriverVersion tells the same, but only on an open connection.
  private static String version() throws ClassNotFoundException, IOException {
    Properties properties = new Properties();
    try (InputStream in = Class.forName(DRIVER).getResourceAsStream(VERSION_FILE)) {
      if (in == null) {
        throw new IOException("the driver's jar has no " + VERSION_FILE);
      }
      properties.load(in);
    }
    return properties.getProperty("DRIVER_VERSION", "unknown").trim();
  }

  @Override
  public TranslatedConnection connect(ConnectArguments arguments) throws Exception {
    Properties properties = new Properties();
    properties.putAll(arguments.options());
    properties.setProperty("user", arguments.user());
    properties.setProperty("password", arguments.password());
    if (arguments.timezone() != null) {
      properties.setProperty("timezone", arguments.timezone());
    }
    return new JdbcConnection(DriverManager.getConnection(url(arguments), properties));
  }

  private static String url(ConnectArguments arguments) {
    String host =
        arguments.host().indexOf(':') < 0 ? arguments.host() : "[" + arguments.host() + "]";
    String database = arguments.database() == null ? "" : arguments.database();
    return "jdbc:" + protocol(arguments.interfaceId()) + "://" + host + ":" + arguments.port() + "/" + database;
  }

  private static String protocol(String interfaceId) {
    switch (interfaceId) {
      case "rest":
        return "TAOS-RS";
      case "websocket":
        return "TAOS-WS";
      default:
        return "TAOS";
    }
  }

  @Override
  public @Nullable ConnectorError describe(Throwable thrown) {
    if (!(thrown instanceof SQLException)) {
      return null;
    }
    int code = ((SQLException) thrown).getErrorCode();
    return new ConnectorError(
        origin(thrown, code == 0 ? codeInText(thrown) : code),
        code == 0 ? null : (long) code,
        thrown);
  }

  // A refused login over WebSocket has its code in the text only: "(0x357):auth failure:…". That
  // tells who refused; the code itself stays untold, as it is to a user of getErrorCode().
  private static int codeInText(Throwable thrown) {
    Matcher code = CODE_IN_TEXT.matcher(String.valueOf(thrown.getMessage()));
    return code.find() ? Integer.parseInt(code.group(1), 16) : 0;
  }

  private static ConnectorError.Origin origin(Throwable thrown, int code) {
    if (thrown instanceof SQLTimeoutException
        || code == CONNECTION_TIMEOUT
        || code == QUERY_TIMEOUT) {
      return ConnectorError.Origin.TIMEOUT;
    }
    return code == 0 || (code >= DRIVER_CODES && code < DRIVER_CODES_END)
        ? ConnectorError.Origin.DRIVER
        : ConnectorError.Origin.SERVER;
  }
}
