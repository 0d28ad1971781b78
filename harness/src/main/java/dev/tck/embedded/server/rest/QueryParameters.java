package dev.tck.embedded.server.rest;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the parameters of a URL; of several with one name the first counts, and one that is not
 * properly encoded is no parameter, as in Go.
 */
public final class QueryParameters {
  private final Map<String, String> values = new HashMap<>();

  /** Reads what follows the question mark of a URL. */
  public QueryParameters(String query) {
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        add(name, value);
      }
    }
  }

  private void add(String name, String value) {
    try {
      values.putIfAbsent(
          QueryStringDecoder.decodeComponent(name), QueryStringDecoder.decodeComponent(value));
    } catch (IllegalArgumentException e) {
      // Not properly encoded: left out.
    }
  }

  /** Returns a parameter's value, which may be empty. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns a parameter's value, or an empty text if it is not there. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }
}
