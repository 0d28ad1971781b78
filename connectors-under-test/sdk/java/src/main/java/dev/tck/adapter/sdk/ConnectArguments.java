package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonObject;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says where and as whom to connect. */
public final class ConnectArguments {
  private final JsonObject request;

  ConnectArguments(JsonObject request) {
    this.request = request;
  }

  /** Returns {@code native}, {@code rest} or {@code websocket}. */
  public String interfaceId() {
    return text("interface");
  }

  /** Returns the host's name or address. */
  public String host() {
    return text("host");
  }

  /** Returns the port. */
  public int port() {
    return request.getInt("port");
  }

  /** Returns the user's name. */
  public String user() {
    return text("user");
  }

  /** Returns the password. */
  public String password() {
    return text("password");
  }

  /** Returns the database to connect to, null for none. */
  public @Nullable String database() {
    return request.getString("database");
  }

  /** Returns the session's time zone, null for the connector's default. */
  public @Nullable String timezone() {
    return request.getString("timezone");
  }

  /** Returns settings of the connector or the adapter by name. */
  public Map<String, String> options() {
    Map<String, String> options = new TreeMap<>();
    JsonObject given = request.getObject("options", new JsonObject());
    given.forEach((name, value) -> options.put(name, String.valueOf(value)));
    return Collections.unmodifiableMap(options);
  }

  private String text(String field) {
    String value = request.getString(field);
    if (value == null) {
      throw new RequestException("connect needs the text \"" + field + "\"");
    }
    return value;
  }
}
