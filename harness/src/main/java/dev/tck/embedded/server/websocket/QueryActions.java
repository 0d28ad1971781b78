package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.ResultColumn;
import dev.tck.embedded.engine.StatementResult;
import dev.tck.embedded.server.text.ByteText;
import dev.tck.wire.BinaryRequest;
import dev.tck.wire.FetchReply;
import dev.tck.wire.LittleEndian;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.WireFormatException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Executes SQL and hands out its results, in JSON and in binary messages (protocol notes, {@code
 * websocket.md} §4 and §5).
 */
final class QueryActions {
  private static final int SHORTEST_QUERY_BYTES = BinaryRequest.HEADER_BYTES + 7;
  private static final int FETCH_BYTES = BinaryRequest.HEADER_BYTES + 2;
  private static final int VERSION = 1;
  private static final int FETCH_BLOCK_PREFIX_BYTES = 16;

  // Since 3.3.6.0 the reply on /ws tells precision and scale of decimals; on /rest/ws it never
  // does.
  private final boolean withDecimals;

  QueryActions(boolean withDecimals) {
    this.withDecimals = withDecimals;
  }

  /** Registers the actions that both endpoints know. */
  void registerCommon(ActionRegistry registry) {
    registry.add("query", "query", this::query);
    registry.add("fetch", "fetch", QueryActions::fetch);
    registry.add("fetch_block", "fetch block", QueryActions::fetchBlock);
    registry.add("free_result", "free result", QueryActions::free);
  }

  /** Registers all actions of {@code /ws}. */
  void register(ActionRegistry registry) {
    registerCommon(registry);
    registry.add("num_fields", "num fields", QueryActions::fieldCount);
    registry.add(BinaryRequest.QUERY, "binary_query", this::binaryQuery);
    registry.add(BinaryRequest.FETCH_RAW_BLOCK, "fetch_raw_block", QueryActions::fetchRawBlock);
  }

  private void query(Connection connection, Request.Text request)
      throws MalformedArguments, TaosException, AdapterException {
    request.args().requireObject();
    long id = request.args().unsigned("req_id");
    execute(connection, request, id, request.args().text("sql").orElse(""));
  }

  private void binaryQuery(Connection connection, Request.Binary request)
      throws TaosException, AdapterException {
    execute(connection, request, BinaryRequest.requestId(request.frame()), sql(request.frame()));
  }

  /**
   * Returns the SQL of a binary message.
   *
   * @throws AdapterException if the message is short or of another version
   */
  static String sql(byte[] frame) throws AdapterException {
    if (frame.length < SHORTEST_QUERY_BYTES) {
      throw new AdapterException("message length is too short");
    }
    try {
      return BinaryRequest.sql(frame);
    } catch (WireFormatException e) {
      throw new AdapterException(String.valueOf(e.getMessage()));
    }
  }

  private void execute(Connection connection, Request request, long requestId, String sql)
      throws TaosException, AdapterException {
    StatementResult result = connection.session().execute(sql);
    if (result instanceof StatementResult.Affected affected) {
      replyAffected(connection, request, requestId, affected.rows());
    } else if (result instanceof StatementResult.Rows rows) {
      replyRows(connection, request, requestId, rows);
    }
  }

  private void replyAffected(
      Connection connection, Request request, long requestId, long affected) {
    ByteText reply = connection.reply(request, requestId);
    reply.append(",\"id\":0,\"is_update\":true,\"affected_rows\":").appendLong(affected);
    reply.append(",\"fields_count\":0,\"fields_names\":null,\"fields_types\":null");
    reply.append(",\"fields_lengths\":null,\"precision\":0");
    if (withDecimals) {
      reply.append(",\"fields_precisions\":null,\"fields_scales\":null");
    }
    connection.send(reply);
  }

  private void replyRows(
      Connection connection, Request request, long requestId, StatementResult.Rows rows) {
    List<ResultColumn> columns = rows.columns();
    ByteText reply = connection.reply(request, requestId);
    reply.append(",\"id\":").appendLong(connection.add(rows));
    reply.append(",\"is_update\":false,\"affected_rows\":0,\"fields_count\":");
    reply.appendLong(columns.size());
    reply.append(",\"fields_names\":");
    char before = '[';
    for (ResultColumn column : columns) {
      reply.append(before).appendHtmlSafe(column.name());
      before = ',';
    }
    reply.append(']');
    numbers(reply, ",\"fields_types\":", columns, column -> column.type().id());
    numbers(reply, ",\"fields_lengths\":", columns, ResultColumn::length);
    reply.append(",\"precision\":").appendLong(rows.precision().id());
    if (withDecimals) {
      numbers(reply, ",\"fields_precisions\":", columns, ResultColumn::precision);
      numbers(reply, ",\"fields_scales\":", columns, ResultColumn::scale);
    }
    connection.send(reply);
  }

  private static void numbers(
      ByteText reply, String key, List<ResultColumn> columns, ToIntFunction<ResultColumn> number) {
    reply.append(key);
    char before = '[';
    for (ResultColumn column : columns) {
      reply.append(before).appendLong(number.applyAsInt(column));
      before = ',';
    }
    reply.append(']');
  }

  private static OpenResult open(Connection connection, long resultId) throws AdapterException {
    return connection.result(resultId).orElseThrow(() -> new AdapterException("result is nil"));
  }

  private static void fetch(Connection connection, Request.Text request)
      throws MalformedArguments, TaosException, AdapterException {
    request.args().requireObject();
    long requestId = request.args().unsigned("req_id");
    long resultId = request.args().unsigned("id");
    OpenResult result = open(connection, resultId);
    Optional<byte[]> block = next(connection, result, resultId);
    ByteText reply = connection.reply(request, requestId);
    reply.append(",\"id\":").appendUnsigned(resultId);
    if (block.isEmpty()) {
      connection.send(reply.append(",\"completed\":true,\"lengths\":null,\"rows\":0"));
      return;
    }
    byte[] bytes = block.get();
    reply.append(",\"completed\":false");
    numbers(reply, ",\"lengths\":", result.columns(), QueryActions::blockWidth);
    reply.append(",\"rows\":").appendLong(new ResultBlock(bytes, 0, bytes.length).rows());
    connection.send(reply);
  }

  private static int blockWidth(ResultColumn column) {
    return column.type().isVariable() ? column.blockBytes() : column.type().width();
  }

  // At the end, and after an error, the result is gone.
  private static Optional<byte[]> next(Connection connection, OpenResult result, long resultId)
      throws TaosException {
    boolean keep = false;
    try {
      Optional<byte[]> block = result.next();
      keep = block.isPresent();
      return block;
    } finally {
      if (!keep) {
        connection.free(resultId);
      }
    }
  }

  private static void fetchBlock(Connection connection, Request.Text request)
      throws MalformedArguments, AdapterException {
    request.args().requireObject();
    request.args().unsigned("req_id");
    long resultId = request.args().unsigned("id");
    byte[] block =
        open(connection, resultId).block().orElseThrow(() -> new AdapterException("block is nil"));
    byte[] prefix = new byte[FETCH_BLOCK_PREFIX_BYTES];
    LittleEndian.putLong(prefix, 0, connection.elapsedNanos(request));
    LittleEndian.putLong(prefix, 8, resultId);
    connection.send(prefix, block);
  }

  private static void fetchRawBlock(Connection connection, Request.Binary request) {
    byte[] frame = request.frame();
    long requestId = BinaryRequest.requestId(frame);
    long resultId = BinaryRequest.id(frame);
    try {
      checkFetch(frame);
      OpenResult result = open(connection, resultId);
      Optional<byte[]> block = next(connection, result, resultId);
      long timing = connection.elapsedNanos(request);
      if (block.isEmpty()) {
        connection.send(FetchReply.end(requestId, resultId, timing));
      } else {
        byte[] bytes = block.get();
        connection.send(FetchReply.blockHeader(requestId, resultId, timing, bytes.length), bytes);
      }
    } catch (AdapterException e) {
      sendFetchError(connection, request, AdapterException.CODE, String.valueOf(e.getMessage()));
    } catch (TaosException e) {
      sendFetchError(connection, request, e.code(), String.valueOf(e.getMessage()));
    }
  }

  private static void checkFetch(byte[] frame) throws AdapterException {
    if (frame.length < FETCH_BYTES) {
      throw new AdapterException("message length is too short");
    }
    if (LittleEndian.getUnsignedShort(frame, BinaryRequest.HEADER_BYTES) != VERSION) {
      throw new AdapterException("unknown fetch raw block version");
    }
  }

  private static void sendFetchError(
      Connection connection, Request.Binary request, int code, String message) {
    byte[] frame = request.frame();
    connection.send(
        FetchReply.error(
            BinaryRequest.requestId(frame),
            BinaryRequest.id(frame),
            connection.elapsedNanos(request),
            code,
            message));
  }

  private static void free(Connection connection, Request.Text request) throws MalformedArguments {
    request.args().requireObject();
    request.args().unsigned("req_id");
    connection.free(request.args().unsigned("id"));
  }

  private static void fieldCount(Connection connection, Request.Text request)
      throws MalformedArguments, AdapterException {
    request.args().requireObject();
    long requestId = request.args().unsigned("req_id");
    OpenResult result = open(connection, request.args().unsigned("result_id"));
    ByteText reply = connection.reply(request, requestId).append(",\"num_fields\":");
    reply.appendLong(result.columns().size());
    connection.send(reply);
  }
}
