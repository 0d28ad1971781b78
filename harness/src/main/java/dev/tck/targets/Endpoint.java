package dev.tck.targets;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * Says where a target's ports are and as whom to log in.
 *
 * @param port speaks REST and WebSocket
 * @param nativePort is taosd's own, for libtaos; empty if it cannot be reached or is not known
 */
public record Endpoint(
    String host, int port, String user, String password, OptionalInt nativePort) {
  public Endpoint {
    requireNonNull(host);
    requireNonNull(user);
    requireNonNull(password);
    requireNonNull(nativePort);
  }

  /** Creates an endpoint without a native port. */
  public Endpoint(String host, int port, String user, String password) {
    this(host, port, user, password, OptionalInt.empty());
  }

  /** Returns the same login at another address. */
  public Endpoint at(String otherHost, int otherPort) {
    return new Endpoint(otherHost, otherPort, user, password);
  }

  /** Returns where libtaos connects: the same login at the native port. */
  public Endpoint natively() {
    return at(host, nativePort.orElseThrow());
  }

  /** Returns the same with taosd's own port. */
  public Endpoint withNativePort(int taosd) {
    return new Endpoint(host, port, user, password, OptionalInt.of(taosd));
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
