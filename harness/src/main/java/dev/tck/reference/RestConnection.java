package dev.tck.reference;

import dev.tck.wire.ResultBlock;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** Speaks {@code POST /rest/sql[/db]} (protocol notes, {@code rest.md}). */
final class RestConnection implements TaosConnection {
  private final HttpClient client;
  private final ConnectOptions options;
  private volatile URI uri;
  private final String authorization;
  private volatile boolean closed;

  private RestConnection(HttpClient client, ConnectOptions options) {
    this.client = client;
    this.options = options;
    this.uri = uri(options, "/rest/sql", false);
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (options.user() + ":" + options.password()).getBytes(StandardCharsets.UTF_8));
  }

  static RestConnection open(HttpClient client, ConnectOptions options) throws TaosError {
    RestConnection connection = new RestConnection(client, options);
    // 2.x writes instants without their zone unless it is asked by this path, which 3.x has not.
    boolean two = connection.serverVersion().startsWith("2.");
    connection.uri = uri(options, two ? "/rest/sqlutc" : "/rest/sql", true);
    if (options.database().isPresent()) {
      String name = options.database().get();
      connection.execute(two ? "show " + name + ".vgroups" : "use `" + name + "`");
    }
    return connection;
  }

  private String serverVersion() throws TaosError {
    if (query("select server_version()") instanceof QueryResult.ResultSet result) {
      try (result) {
        ResultBlock block = result.nextBlock();
        if (block != null && block.rows() == 1) {
          return block.textAt(0, 0);
        }
      }
    }
    throw TaosError.driver("what answers tells no version of a server");
  }

  private static URI uri(ConnectOptions options, String path, boolean withDatabase) {
    String database =
        options.database().filter(name -> withDatabase).map(name -> "/" + encode(name)).orElse("");
    String zone = options.timeZone().map(name -> "?conn_tz=" + encode(name)).orElse("");
    return URI.create("http://" + options.authority() + path + database + zone);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public QueryResult query(String sql) throws TaosError {
    if (closed) {
      throw TaosError.driver("connection closed");
    }
    HttpResponse<InputStream> response = post(sql);
    InputStream body = new TimedBody(response.body(), options.timeout());
    try {
      return RestAnswer.read(unzipped(response, body), response.statusCode());
    } catch (TaosError e) {
      closeQuietly(body);
      throw e;
    }
  }

  private static InputStream unzipped(HttpResponse<?> response, InputStream body) throws TaosError {
    boolean zipped =
        response
            .headers()
            .firstValue("Content-Encoding")
            .filter("gzip"::equalsIgnoreCase)
            .isPresent();
    try {
      return zipped ? new GZIPInputStream(body, 1 << 16) : body;
    } catch (IOException e) {
      throw RestAnswer.unreadable(e);
    }
  }

  private HttpResponse<InputStream> post(String sql) throws TaosError {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(options.timeout())
            .header("Authorization", authorization)
            .header("Accept-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofString(sql, StandardCharsets.UTF_8))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException e) {
      throw TaosError.timeout(
          "no answer from " + options.authority() + " within " + options.timeout());
    } catch (IOException e) {
      throw TaosError.driver("no connection to " + options.authority() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TaosError.driver("interrupted", e);
    }
  }

  private static void closeQuietly(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // The answer is of no use any more; the error that led here is the one to report.
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
