package dev.tck.reference;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Says where and as whom to connect.
 *
 * @param database becomes the current database; empty for none
 * @param timeZone is the IANA name of the zone in which times without offset are read and rendered;
 *     empty for the server's
 * @param timeout bounds every exchange
 */
public record ConnectOptions(
    String host,
    int port,
    String user,
    String password,
    Optional<String> database,
    Optional<String> timeZone,
    Duration timeout) {
  public ConnectOptions {
    requireNonNull(host);
    requireNonNull(user);
    requireNonNull(password);
    requireNonNull(database);
    requireNonNull(timeZone);
    requireNonNull(timeout);
  }

  /** Creates options without database and time zone, with a timeout of 30 seconds. */
  public static ConnectOptions of(String host, int port, String user, String password) {
    return new ConnectOptions(
        host, port, user, password, Optional.empty(), Optional.empty(), Duration.ofSeconds(30));
  }

  /** Returns the same options with another database. */
  public ConnectOptions withDatabase(String name) {
    return new ConnectOptions(host, port, user, password, Optional.of(name), timeZone, timeout);
  }

  /** Returns the same options with another time zone. */
  public ConnectOptions withTimeZone(String zone) {
    return new ConnectOptions(host, port, user, password, database, Optional.of(zone), timeout);
  }

  /** Returns the same options with another timeout. */
  public ConnectOptions withTimeout(Duration duration) {
    return new ConnectOptions(host, port, user, password, database, timeZone, duration);
  }

  /** Returns {@code host:port}, with brackets around an IPv6 address. */
  String authority() {
    return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public String toString() {
    return "ConnectOptions["
        + user
        + "@"
        + authority()
        + database.map(name -> "/" + name).orElse("")
        + "]";
  }
}
