package dev.tck.fidelity;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Names a running server that speaks REST and WebSocket on one port.
 *
 * @param host is a name or an address
 * @param port is taosAdapter's port
 * @param user may create databases and users
 * @param password is the user's
 */
public record Endpoint(String host, int port, String user, String password) {
  public Endpoint {
    requireNonNull(host);
    requireNonNull(user);
    requireNonNull(password);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
  }

  /** Returns the URL of a path, which begins with a slash and is encoded already. */
  URI http(String path) {
    return URI.create("http://" + host + ":" + port + path);
  }

  /** Returns the URL of a WebSocket's path. */
  URI socket(String path) {
    return URI.create("ws://" + host + ":" + port + path);
  }

  /** Returns the value of the {@code Authorization} header. */
  String authorization() {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  @Override
  public String toString() {
    return "http://" + host + ":" + port;
  }
}
