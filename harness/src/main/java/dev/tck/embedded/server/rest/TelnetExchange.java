package dev.tck.embedded.server.rest;

import dev.tck.embedded.schemaless.Protocol;
import dev.tck.embedded.schemaless.SchemalessText;
import dev.tck.embedded.schemaless.TimeUnit;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.server.text.ByteText;
import dev.tck.wire.TaosdToken.Credentials;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Executes {@code POST /opentsdb/v1/put/telnet/{db}}. */
public final class TelnetExchange extends SchemalessExchange {
  private static final String PUT = "put ";

  /** Creates the execution of a request. */
  public TelnetExchange(HttpExchange exchange, SqlService service, RestRequest request) {
    super(exchange, service, request);
  }

  @Override
  Credentials credentials(RestRequest from) throws Refusal {
    return basic(from)
        .orElseThrow(() -> new Refusal(401, "{\"code\":401,\"message\":\"auth needed\"}"));
  }

  @Override
  void checkRequestId(String text) throws Refusal {
    if (!isRequestId(text)) {
      throw notNumeric("req_id", "ParseUint", text);
    }
  }

  private static Refusal notNumeric(String name, String function, String text) {
    String quoted = text.replace("\\", "\\\\\\\\").replace("\"", "\\\\\\\"");
    return new Refusal(
        400,
        "{\"code\":400,\"message\":\"illegal param, %s must be numeric strconv.%s: parsing \\\"%s\\\": invalid syntax\"}"
            .formatted(name, function, quoted));
  }

  @Override
  String database(RestRequest from) {
    return from.database().orElse("");
  }

  @Override
  Optional<SchemalessText> points(RestRequest from) throws Refusal, MalformedBody {
    OptionalLong timeToLive = timeToLive(from);
    if (timeToLive.isEmpty()) {
      throw notNumeric("ttl", "Atoi", from.query().text("ttl"));
    }
    String text =
        SchemalessText.ofBytes(from.body())
            .lines()
            .filter(line -> !line.isEmpty())
            .map(TelnetExchange::withoutPut)
            .collect(Collectors.joining("\n"));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SchemalessText(
            Protocol.TELNET,
            text,
            TimeUnit.NANOSECONDS,
            tableNameKey(from),
            timeToLive.getAsLong()));
  }

  private static String withoutPut(String line) {
    String stripped = line.strip();
    return stripped.startsWith(PUT) ? stripped.substring(PUT.length()) : stripped;
  }

  @Override
  void appendErrorHead(ByteText text) {
    text.append("\"code\":500");
  }
}
