package dev.tck.embedded.server;

import dev.tck.embedded.server.websocket.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names what taosAdapter can be asked for, with method and path; {@code *} is any part. */
@SuppressWarnings("ImmutableEnumChecker") // What List.of makes never changes.
enum Route {
  SQL("POST", "rest/sql"),
  SQL_IN_DATABASE("POST", "rest/sql/*"),
  VGROUPS("POST", "rest/sql/*/vgid"),
  LOGIN("GET", "rest/login/*/*"),
  UPLOAD("POST", "rest/upload"),
  PING("GET", "-/ping"),
  INFLUX("POST", "influxdb/v1/write"),
  OPENTSDB_JSON("POST", "opentsdb/v1/put/json/*"),
  OPENTSDB_TELNET("POST", "opentsdb/v1/put/telnet/*"),
  SOCKET("GET", Endpoint.UNIFIED),
  SOCKET_QUERY("GET", Endpoint.QUERY),
  SOCKET_SUBSCRIPTION("GET", Endpoint.SUBSCRIPTION),
  SOCKET_STATEMENT("GET", Endpoint.STATEMENT),
  SOCKET_SCHEMALESS("GET", Endpoint.SCHEMALESS);

  private static final String ANY = "*";

  private final String method;
  private final List<String> parts;
  private final Optional<Endpoint> endpoint;

  Route(String method, String path) {
    this.method = method;
    this.parts = List.of(path.split("/"));
    this.endpoint = Optional.empty();
  }

  Route(String method, Endpoint endpoint) {
    this.method = method;
    this.parts = List.of(endpoint.path().substring(1).split("/"));
    this.endpoint = Optional.of(endpoint);
  }

  /** Returns the route of a method and the parts of a decoded path. */
  static Optional<Route> of(String method, List<String> parts) {
    return Arrays.stream(values())
        .filter(route -> route.method.equals(method) && route.fits(parts))
        .findFirst();
  }

  private boolean fits(List<String> actual) {
    if (actual.size() != parts.size()) {
      return false;
    }
    for (int index = 0; index < parts.size(); index++) {
      String wanted = parts.get(index);
      String found = actual.get(index);
      if (wanted.equals(ANY) ? found.isEmpty() : !wanted.equals(found)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the WebSocket endpoint of the route, if it is one. */
  Optional<Endpoint> endpoint() {
    return endpoint;
  }
}
