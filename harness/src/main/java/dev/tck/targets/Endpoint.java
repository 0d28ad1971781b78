package dev.tck.targets;

import static java.util.Objects.requireNonNull;

/** Says where a target's REST and WebSocket port is and as whom to log in. */
public record Endpoint(String host, int port, String user, String password) {
  public Endpoint {
    requireNonNull(host);
    requireNonNull(user);
    requireNonNull(password);
  }

  /** Returns the same login at another address. */
  public Endpoint at(String otherHost, int otherPort) {
    return new Endpoint(otherHost, otherPort, user, password);
  }

  /** Returns {@code host:port}, with brackets around an IPv6 address. */
  String authority() {
    return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public String toString() {
    return user + "@" + authority();
  }
}
