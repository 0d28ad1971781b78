package dev.tck.reference;

import java.net.http.HttpClient;
import java.time.Duration;

/** Opens connections; one instance serves a whole program. */
public final class ReferenceConnector {
  /** The connector's version: that of the harness. */
  public static final String VERSION = "0.1.0";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** Names the interfaces that this connector speaks. */
  public enum Interface {
    REST,
    WEBSOCKET
  }

  /**
   * Connects.
   *
   * @throws TaosError if the server cannot be reached or refuses; REST asks for {@code select 1} to
   *     find out, and with a database for {@code use}, because taosAdapter ignores an unknown
   *     database in the path
   */
  public TaosConnection connect(Interface by, ConnectOptions options) throws TaosError {
    return switch (by) {
      case REST -> RestConnection.open(client, options);
      case WEBSOCKET -> WebSocketConnection.open(client, options);
    };
  }
}
