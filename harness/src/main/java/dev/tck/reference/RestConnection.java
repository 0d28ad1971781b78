package dev.tck.reference;

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
  private volatile boolean two;
  private volatile boolean closed;

  private RestConnection(HttpClient client, ConnectOptions options) {
    this.client = client;
    this.options = options;
    this.uri = uri(options, "/rest/sql");
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (options.user() + ":" + options.password()).getBytes(StandardCharsets.UTF_8));
  }

  static RestConnection open(HttpClient client, ConnectOptions options) throws TaosError {
    RestConnection connection = new RestConnection(client, options);
    try {
      connection.execute(options.database().map(name -> "use `" + name + "`").orElse("select 1"));
    } catch (TaosError e) {
      if (!connection.two) {
        throw e;
      }
    }
    if (connection.two) {
      // 2.x writes instants without their zone unless it is asked by a path that 3.x has not, and
      // checks the database of USE no more than that of the path.
      connection.uri = uri(options, "/rest/sqlutc");
      connection.execute(
          options.database().map(name -> "show " + name + ".vgroups").orElse("select 1"));
    }
    return connection;
  }

  private static URI uri(ConnectOptions options, String path) {
    String database = options.database().map(name -> "/" + encode(name)).orElse("");
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
      return RestAnswer.read(unzipped(response, body), response.statusCode(), () -> two = true);
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
