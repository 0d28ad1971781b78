package dev.tck.fidelity;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts statements and bodies, one at a time. */
final class RestClient {
  private final HttpClient client;
  private final Endpoint endpoint;
  private final Duration patience;

  RestClient(HttpClient client, Endpoint endpoint, Duration patience) {
    this.client = client;
    this.endpoint = endpoint;
    this.patience = patience;
  }

  /** What came back: a status and a body. */
  record Answer(int status, String body) {}

  /**
   * Executes SQL.
   *
   * @param database is the default database, empty for none
   * @throws TransportException if no answer comes
   */
  Answer sql(String sql, String database) throws TransportException {
    String path =
        database.isEmpty()
            ? "/rest/sql"
            : "/rest/sql/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    return post(path, sql);
  }

  /**
   * Posts a body to a path.
   *
   * @throws TransportException if no answer comes
   */
  Answer post(String path, String body) throws TransportException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.http(path))
            .timeout(patience)
            .header("Authorization", endpoint.authorization())
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      HttpResponse<String> response =
          client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new TransportException("no answer to POST " + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException("interrupted while waiting for POST " + path, e);
    }
  }
}
