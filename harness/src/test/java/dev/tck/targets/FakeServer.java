package dev.tck.targets;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A taosd or taosadapter that listens where its configuration says and answers what a harness asks
 * before it is content.
 */
final class FakeServer {
  private static final int HTTP_OFFSET = 11;
  private static final Pattern SERVER_PORT = Pattern.compile("(?m)^serverPort (\\d+)$");
  private static final Pattern ADAPTER_PORT = Pattern.compile("(?m)^port = (\\d+)$");

  private FakeServer() {}

  /**
   * Listens until it is ended.
   *
   * @param arguments are the program's name, the installation's folder, the version, {@code -c} and
   *     the configuration
   */
  public static void main(String[] arguments) throws IOException {
    Path installation = Path.of(arguments[1]);
    String version = arguments[2];
    Path configuration = Path.of(arguments[4]);
    if (arguments[0].equals("taosadapter")) {
      listen(installation, version, port(ADAPTER_PORT, configuration));
    } else {
      int port = port(SERVER_PORT, configuration.resolve("taos.cfg"));
      listen(installation, version, port);
      if (version.startsWith("2.")) {
        listen(installation, version, port + HTTP_OFFSET);
      }
    }
    FakeInstallation.noteRunning(installation, arguments[0], configuration);
  }

  private static int port(Pattern pattern, Path file) throws IOException {
    Matcher port = pattern.matcher(Files.readString(file));
    if (!port.find()) {
      throw new IOException("no port in " + file);
    }
    return Integer.parseInt(port.group(1));
  }

  private static void listen(Path installation, String version, int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/rest/sql",
        exchange -> {
          String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String cell = sql.startsWith("show dnodes") ? state(installation) : version;
          byte[] answer =
              ("{\"code\":0,\"data\":[[\"" + cell + "\"]]}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  private static String state(Path installation) {
    return Files.exists(installation.resolve("offline")) ? "offline" : "ready";
  }
}
