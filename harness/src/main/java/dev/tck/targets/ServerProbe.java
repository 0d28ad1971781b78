package dev.tck.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Asks a server for its version, by the one request that every TDengine since 2.0 answers. */
final class ServerProbe {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /**
   * Returns what {@code select server_version()} answers.
   *
   * @throws TargetException if nobody answers there, or not as TDengine does
   */
  String version(Endpoint endpoint) throws TargetException {
    JsonNode answer = answer(endpoint, "select server_version()");
    int code = answer.path("code").asInt();
    if (code != 0) {
      throw new TargetException(
          "the server at "
              + endpoint.authority()
              + " refuses the user "
              + endpoint.user()
              + ": "
              + String.format("0x%04X ", code)
              + answer.path("desc").asText());
    }
    String version = answer.path("data").path(0).path(0).asText("");
    if (version.isEmpty()) {
      throw new TargetException(
          "what answers at " + endpoint.authority() + " is no TDengine: " + answer);
    }
    return version;
  }

  /**
   * Returns whether the server takes tables: it answers earlier, but refuses them until its own
   * data node is ready.
   *
   * @throws TargetException if nobody answers there, or not as TDengine does
   */
  boolean isReady(Endpoint endpoint) throws TargetException {
    for (JsonNode row : answer(endpoint, "show dnodes").path("data")) {
      for (JsonNode cell : row) {
        if (cell.asText().equals("ready")) {
          return true;
        }
      }
    }
    return false;
  }

  private JsonNode answer(Endpoint endpoint, String sql) throws TargetException {
    String login = endpoint.user() + ":" + endpoint.password();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + endpoint.authority() + "/rest/sql"))
            .timeout(TIMEOUT)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(sql))
            .build();
    try {
      return object(endpoint, client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new TargetException(
          "no TDengine answers at "
              + endpoint.authority()
              + " ("
              + e
              + "); is the server running, and is this the port of taosAdapter (6041)?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted while asking " + endpoint.authority());
    }
  }

  private static JsonNode object(Endpoint endpoint, HttpResponse<String> response)
      throws TargetException {
    try {
      JsonNode answer = JsonMapper.builder().build().readTree(response.body());
      if (answer.isObject()) {
        return answer;
      }
    } catch (JsonProcessingException e) {
      throw notTdengine(endpoint, response.statusCode());
    }
    throw notTdengine(endpoint, response.statusCode());
  }

  private static TargetException notTdengine(Endpoint endpoint, int status) {
    return new TargetException(
        "what answers at "
            + endpoint.authority()
            + " is no TDengine (HTTP "
            + status
            + " without its JSON)");
  }
}
