package dev.tck.embedded.server.rest;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.schemaless.SchemalessText;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.server.exchange.Step;
import dev.tck.embedded.server.text.ByteText;
import dev.tck.wire.TaosdToken.Credentials;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes the points of a request (protocol notes, {@code schemaless.md} §1): success is 204 without
 * body; each interface has its own shape of errors.
 */
abstract class SchemalessExchange implements Step {
  private static final int MOST_ID_BITS = 64;

  private final HttpExchange exchange;
  private final SqlService service;
  private final RestRequest request;

  SchemalessExchange(HttpExchange exchange, SqlService service, RestRequest request) {
    this.exchange = exchange;
    this.service = service;
    this.request = request;
  }

  /** Ends a request before TDengine is asked. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** Creates a refusal with the answer's JSON. */
    Refusal(int status, String json) {
      super(json, null, false, false);
      this.status = status;
    }
  }

  /** Returns who asks. */
  abstract Credentials credentials(RestRequest from) throws Refusal;

  /** Returns the database to write to. */
  abstract String database(RestRequest from) throws Refusal;

  /** Returns the points, nothing if there are none to write. */
  abstract Optional<SchemalessText> points(RestRequest from) throws Refusal, MalformedBody;

  /** Appends the members before the message of an error. */
  abstract void appendErrorHead(ByteText text);

  /** Checks {@code req_id}. */
  abstract void checkRequestId(String text) throws Refusal;

  @Override
  public final boolean advance() {
    try {
      Credentials credentials = credentials(request);
      checkRequestId(request.query().text("req_id"));
      String database = database(request);
      Optional<SchemalessText> points = points(request);
      try (Session session = service.login(credentials.user(), credentials.password())) {
        if (points.isPresent()) {
          session.use(database);
          session.write(points.get());
        }
      }
      exchange.send(RestAnswers.noContent());
    } catch (Refusal e) {
      ByteText text = new ByteText(exchange.channel().alloc(), 128);
      text.append(String.valueOf(e.getMessage()));
      exchange.send(RestAnswers.json(e.status, text.takeLast()));
    } catch (MalformedBody e) {
      exchange.send(RestAnswers.empty(400));
    } catch (TaosException e) {
      exchange.send(RestAnswers.json(500, error(e).takeLast()));
    }
    return false;
  }

  private ByteText error(TaosException cause) {
    ByteText text = new ByteText(exchange.channel().alloc(), 128);
    text.append('{');
    appendErrorHead(text);
    text.append(",\"message\":");
    text.appendHtmlSafe("[0x" + Integer.toHexString(cause.code()) + "] " + cause.getMessage());
    return text.append('}');
  }

  /** Returns the tag that names child tables, if the request says one. */
  static Optional<String> tableNameKey(RestRequest from) {
    return from.query().get("table_name_key").filter(key -> !key.isEmpty());
  }

  /** Returns the days of {@code ttl}, 0 without it, nothing if it is no number. */
  static OptionalLong timeToLive(RestRequest from) {
    String text = from.query().text("ttl");
    if (text.isEmpty()) {
      return OptionalLong.of(0);
    }
    return text.matches("[+-]?[0-9]{1,9}")
        ? OptionalLong.of(Math.max(0, Long.parseLong(text)))
        : OptionalLong.empty();
  }

  /** Returns whether a text can be a request's number. */
  static boolean isRequestId(String text) {
    return text.isEmpty()
        || (text.matches("[0-9]+") && new BigInteger(text).bitLength() <= MOST_ID_BITS);
  }

  /** Returns user and password of the header {@code Authorization: Basic}, if it is one. */
  static Optional<Credentials> basic(RestRequest from) {
    if (!from.authorization().startsWith("Basic ")) {
      return Optional.empty();
    }
    try {
      return Optional.of(RestAuthorization.read(from.authorization()));
    } catch (RestFailure e) {
      return Optional.empty();
    }
  }
}
