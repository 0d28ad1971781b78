package dev.tck.embedded.server.rest;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.engine.StatementResult;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.server.exchange.Step;
import dev.tck.embedded.server.text.CellText;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.TaosdToken.Credentials;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes the SQL of {@code POST /rest/sql[/db]} and streams the result.
 *
 * <p>Each request has a session of its own, so that {@code USE} succeeds and has no lasting effect.
 * A result that fails before its first block is answered with the error; one that fails later is
 * broken off, because taosAdapter's way (a shorter answer with code 0) would be taken for whole.
 */
public final class SqlExchange implements Step {
  private static final int PART_BYTES = 64 * 1024;
  private static final int FIRST_BYTES = 1024;

  private final HttpExchange exchange;
  private final SqlService service;
  private final RestRequest request;
  private boolean timing;
  private @Nullable Session session;
  private StatementResult.@Nullable Rows rows;
  private @Nullable RestRows writer;
  private @Nullable CellText text;
  private @Nullable ResultBlock block;
  private int nextRow;

  /** Creates the execution of a request. */
  public SqlExchange(HttpExchange exchange, SqlService service, RestRequest request) {
    this.exchange = exchange;
    this.service = service;
    this.request = request;
  }

  @Override
  public boolean advance() {
    boolean more = false;
    try {
      more = writer == null ? begin() : stream(writer);
    } catch (RestFailure e) {
      exchange.sendError(e.status(), e.code(), e.description());
    } catch (MalformedBody e) {
      exchange.send(RestAnswers.empty(400));
    } catch (TaosException e) {
      if (writer == null) {
        exchange.sendError(200, e.code(), String.valueOf(e.getMessage()));
      } else {
        exchange.breakOff();
      }
    } finally {
      if (!more) {
        abandon();
      }
    }
    return more;
  }

  private boolean begin() throws RestFailure, MalformedBody, TaosException {
    Credentials credentials = request.credentials();
    RestParameters parameters = RestParameters.read(request.query());
    String sql = request.sql();
    timing = parameters.timing();
    Session opened = service.login(credentials.user(), credentials.password());
    session = opened;
    parameters.connectionZone().ifPresent(opened::timeZone);
    use(opened, request.database());
    StatementResult result = opened.execute(sql);
    if (result instanceof StatementResult.Affected affected) {
      sendAffected(affected.rows(), parameters.rowWithMeta());
      return false;
    }
    return beginRows((StatementResult.Rows) result, parameters);
  }

  // taosAdapter tries the database and goes on without it, so that CREATE DATABASE works.
  private static void use(Session session, Optional<String> database) {
    if (database.isPresent()) {
      try {
        session.use(database.get());
      } catch (TaosException e) {
        // The statement tells whether it needs one.
      }
    }
  }

  private void sendAffected(long affected, boolean asObject) {
    CellText answer = new CellText(exchange.channel().alloc(), 128);
    answer.append("{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[");
    answer.append(asObject ? "{\"affected_rows\":" : "[").appendLong(affected);
    answer.append(asObject ? "}" : "]").append("],\"rows\":1");
    exchange.begin();
    sendEnd(answer);
  }

  private boolean beginRows(StatementResult.Rows result, RestParameters parameters)
      throws TaosException {
    rows = result;
    block = nextBlock(result);
    RestRows made =
        new RestRows(
            result.columns(), result.precision(), parameters.rendering(), parameters.rowWithMeta());
    CellText opened = new CellText(exchange.channel().alloc(), FIRST_BYTES);
    text = opened;
    opened.append("{\"code\":0,\"column_meta\":[");
    made.writeMeta(opened);
    opened.append("],\"data\":[");
    exchange.begin();
    writer = made;
    return stream(made);
  }

  private static @Nullable ResultBlock nextBlock(StatementResult.Rows rows) throws TaosException {
    byte[] bytes = rows.nextBlock();
    return bytes == null ? null : new ResultBlock(bytes, 0, bytes.length);
  }

  private boolean stream(RestRows made) throws TaosException {
    CellText target = Objects.requireNonNull(text);
    StatementResult.Rows source = Objects.requireNonNull(rows);
    while (block != null) {
      nextRow = made.write(block, nextRow, target, PART_BYTES);
      if (nextRow == block.rows()) {
        block = nextBlock(source);
        nextRow = 0;
      }
      if (target.length() >= PART_BYTES) {
        exchange.sendPart(target.take());
        return true;
      }
    }
    target.append("],\"rows\":").appendLong(made.written());
    text = null;
    sendEnd(target);
    return false;
  }

  private void sendEnd(CellText answer) {
    if (timing) {
      answer.append(",\"timing\":").appendLong(exchange.elapsedNanos());
    }
    exchange.sendLast(answer.append('}').takeLast());
  }

  @Override
  public void abandon() {
    if (text != null) {
      text.release();
      text = null;
    }
    if (rows != null) {
      rows.close();
      rows = null;
    }
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
