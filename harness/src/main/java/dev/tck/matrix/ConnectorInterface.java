package dev.tck.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names the ways from a connector to a server. */
public enum ConnectorInterface {
  /** By libtaos, the vendor's C library. */
  NATIVE("Native"),
  /** By HTTP requests to taosAdapter, or to taosd before 2.4. */
  REST("REST"),
  /** By a WebSocket of taosAdapter. */
  WEBSOCKET("WebSocket");

  private final String title;

  ConnectorInterface(String title) {
    this.title = title;
  }

  /** Returns the spelling in files: {@code native}, {@code rest}, {@code websocket}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name for readers. */
  public String title() {
    return title;
  }

  /** Finds an interface by its spelling in files. */
  public static Optional<ConnectorInterface> find(String id) {
    return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
  }

  /** Returns the spellings of all. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(ConnectorInterface::id).toList();
  }
}
