package dev.tck.embedded.server.rest;

import dev.tck.embedded.schemaless.Protocol;
import dev.tck.embedded.schemaless.SchemalessText;
import dev.tck.embedded.schemaless.TimeUnit;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.server.text.ByteText;
import dev.tck.wire.TaosdToken.Credentials;
import java.util.Optional;
import java.util.OptionalLong;

/** Executes {@code POST /influxdb/v1/write}. */
public final class InfluxExchange extends SchemalessExchange {

  /** Creates the execution of a request. */
  public InfluxExchange(HttpExchange exchange, SqlService service, RestRequest request) {
    super(exchange, service, request);
  }

  private static Refusal notNumeric(String what) {
    return new Refusal(
        400,
        "{\"code\":\"illegal param\",\"message\":\"%1$s must be numeric\",\"op\":\"parse %1$s\",\"err\":\"%1$s must be numeric\",\"line\":0}"
            .formatted(what));
  }

  @Override
  Credentials credentials(RestRequest from) throws Refusal {
    String user = from.query().text("u");
    String password = from.query().text("p");
    if (!user.isEmpty() && !password.isEmpty()) {
      return new Credentials(user, password);
    }
    return basic(from)
        .orElseThrow(
            () -> new Refusal(401, "{\"code\":\"forbidden\",\"message\":\"get auth error\"}"));
  }

  @Override
  void checkRequestId(String text) throws Refusal {
    if (!isRequestId(text)) {
      throw notNumeric("req_id");
    }
  }

  @Override
  String database(RestRequest from) throws Refusal {
    String name = from.query().text("db");
    if (name.isEmpty()) {
      throw new Refusal(
          400,
          "{\"code\":\"not found\",\"message\":\"db required\",\"op\":\"get db query\",\"err\":\"db required\",\"line\":0}");
    }
    return name;
  }

  @Override
  Optional<SchemalessText> points(RestRequest from) throws Refusal, MalformedBody {
    OptionalLong timeToLive = timeToLive(from);
    if (timeToLive.isEmpty()) {
      throw notNumeric("ttl");
    }
    return Optional.of(
        new SchemalessText(
            Protocol.LINE,
            SchemalessText.ofBytes(from.body()),
            TimeUnit.of(from.query().text("precision")),
            tableNameKey(from),
            timeToLive.getAsLong()));
  }

  @Override
  void appendErrorHead(ByteText text) {
    text.append("\"code\":\"internal error\"");
  }
}
