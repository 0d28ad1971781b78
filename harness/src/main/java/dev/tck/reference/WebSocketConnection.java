package dev.tck.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.BinaryRequest;
import dev.tck.wire.FetchReply;
import dev.tck.wire.LittleEndian;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.WireFormatException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speaks {@code /ws} (protocol notes, {@code websocket.md}): version, conn, then binary query and
 * fetch_raw_block, or query, fetch and fetch_block on servers before 3.3.2.0.
 */
final class WebSocketConnection implements TaosConnection {
  private final WebSocketChannel channel;
  private final boolean binary;

  private WebSocketConnection(WebSocketChannel channel, boolean binary) {
    this.channel = channel;
    this.binary = binary;
  }

  static WebSocketConnection open(HttpClient client, ConnectOptions options) throws TaosError {
    WebSocketChannel channel = WebSocketChannel.open(client, options);
    try {
      String version = channel.request("version", arguments()).path("version").asText("");
      ObjectNode login = arguments();
      login.put("user", options.user()).put("password", options.password());
      login.put("db", options.database().orElse(""));
      options.timeZone().ifPresent(zone -> login.put("tz", zone));
      login.put("app", "tck");
      channel.request("conn", login);
      return new WebSocketConnection(channel, hasBinaryQuery(version));
    } catch (TaosError e) {
      channel.close();
      throw e;
    }
  }

  // Binary query and fetch came with 3.3.2.0.
  private static boolean hasBinaryQuery(String version) {
    String[] parts = version.split("[.]", -1);
    int[] floor = {3, 3, 2};
    for (int index = 0; index < floor.length; index++) {
      int part =
          index < parts.length && parts[index].matches("\\d{1,9}")
              ? Integer.parseInt(parts[index])
              : 0;
      if (part != floor[index]) {
        return part > floor[index];
      }
    }
    return true;
  }

  private static ObjectNode arguments() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public QueryResult query(String sql) throws TaosError {
    JsonNode reply =
        binary
            ? channel.binaryRequest(requestId -> BinaryRequest.query(requestId, sql))
            : channel.request("query", arguments().put("sql", sql));
    if (reply.path("is_update").asBoolean()) {
      return new QueryResult.Affected(reply.path("affected_rows").asLong());
    }
    long id = reply.path("id").asLong();
    Precision precision =
        Precision.ofId(reply.path("precision").asInt()).orElse(Precision.MILLISECONDS);
    return new Rows(id, columns(reply), precision);
  }

  private static List<ColumnInfo> columns(JsonNode reply) throws TaosError {
    List<ColumnInfo> columns = new ArrayList<>();
    for (int index = 0; index < reply.path("fields_count").asInt(); index++) {
      int typeId = reply.path("fields_types").path(index).asInt();
      TaosType type =
          TaosType.ofId(typeId)
              .orElseThrow(() -> TaosError.driver("unknown column type " + typeId));
      columns.add(
          new ColumnInfo(
              reply.path("fields_names").path(index).asText(),
              type,
              reply.path("fields_lengths").path(index).asInt(),
              reply.path("fields_precisions").path(index).asInt(),
              reply.path("fields_scales").path(index).asInt()));
    }
    return List.copyOf(columns);
  }

  @Override
  public void close() {
    channel.close();
  }

  private final class Rows implements QueryResult.ResultSet {
    private static final int FETCH_BLOCK_HEADER = 16;

    private final long id;
    private final List<ColumnInfo> columns;
    private final Precision precision;
    private boolean finished;

    Rows(long id, List<ColumnInfo> columns, Precision precision) {
      this.id = id;
      this.columns = columns;
      this.precision = precision;
    }

    @Override
    public List<ColumnInfo> columns() {
      return columns;
    }

    @Override
    public Precision precision() {
      return precision;
    }

    @Override
    public @Nullable ResultBlock nextBlock() throws TaosError {
      if (finished) {
        return null;
      }
      try {
        return binary ? nextRawBlock() : nextFetchedBlock();
      } catch (WireFormatException e) {
        throw TaosError.driver("a block that cannot be read: " + e.getMessage(), e);
      }
    }

    private @Nullable ResultBlock nextRawBlock() throws TaosError {
      byte[] frame = channel.fetch(requestId -> BinaryRequest.fetchRawBlock(requestId, id));
      FetchReply reply = FetchReply.read(frame);
      if (reply.code() != 0) {
        finished = true;
        throw TaosError.server(reply.code(), reply.message());
      }
      if (reply.finished()) {
        finished = true;
        return null;
      }
      return new ResultBlock(frame, reply.blockStart(), reply.blockLength());
    }

    private @Nullable ResultBlock nextFetchedBlock() throws TaosError {
      JsonNode fetched = channel.request("fetch", arguments().put("id", id));
      if (fetched.path("completed").asBoolean()) {
        finished = true;
        return null;
      }
      byte[] frame = channel.fetchBlock(id, arguments().put("id", id));
      if (frame.length < FETCH_BLOCK_HEADER + 2 * Integer.BYTES) {
        throw TaosError.driver("a block of " + frame.length + " bytes");
      }
      int length = LittleEndian.getInt(frame, FETCH_BLOCK_HEADER + 4);
      return new ResultBlock(
          frame, FETCH_BLOCK_HEADER, Math.min(length, frame.length - FETCH_BLOCK_HEADER));
    }

    @Override
    public void close() throws TaosError {
      if (!finished) {
        finished = true;
        channel.tell("free_result", arguments().put("id", id));
      }
    }
  }
}
