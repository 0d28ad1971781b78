package dev.tck.fidelity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends queries over one WebSocket and fetches their blocks in the JSON way, one at a time. */
final class SocketClient implements AutoCloseable {
  private static final int PREFIX_BYTES = 16;

  private final ObjectMapper mapper = JsonMapper.builder().build();
  private final Duration patience;
  private final Inbox inbox = new Inbox();
  private final WebSocket socket;
  private long lastRequestId;

  /** A reply to a query with the blocks of its rows. */
  record Result(ObjectNode reply, List<String> blocks) {}

  private SocketClient(HttpClient client, Endpoint endpoint, String path, Duration patience)
      throws TransportException {
    this.patience = patience;
    try {
      this.socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(patience)
              .buildAsync(endpoint.socket(path), inbox)
              .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new TransportException("no WebSocket at " + endpoint + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException("interrupted while connecting", e);
    }
  }

  /**
   * Connects and logs in.
   *
   * @param path is {@code /ws} or {@code /rest/ws}
   * @param database is the current database, empty for none
   * @throws TransportException if the server does not let us in
   */
  static SocketClient open(
      HttpClient client, Endpoint endpoint, String path, String database, Duration patience)
      throws TransportException {
    SocketClient opened = new SocketClient(client, endpoint, path, patience);
    ObjectNode args = opened.mapper.createObjectNode();
    args.put("user", endpoint.user()).put("password", endpoint.password()).put("db", database);
    JsonNode reply = opened.text(opened.call("conn", args));
    if (reply.path("code").asInt(-1) != 0) {
      opened.close();
      throw new TransportException("conn on " + path + " is refused: " + reply);
    }
    return opened;
  }

  /**
   * Executes a query and fetches all of its blocks.
   *
   * @throws TransportException if an answer does not come or makes no sense
   */
  Result query(String sql) throws TransportException {
    JsonNode reply = text(call("query", mapper.createObjectNode().put("sql", sql)));
    if (!(reply instanceof ObjectNode object)) {
      throw new TransportException("the reply to query is no object: " + reply);
    }
    long id = object.path("id").asLong();
    boolean rows = object.path("code").asInt() == 0 && !object.path("is_update").asBoolean();
    List<String> blocks = rows ? fetchAll(id) : List.of();
    object.remove(List.of("id", "req_id", "timing"));
    return new Result(object, blocks);
  }

  private List<String> fetchAll(long id) throws TransportException {
    List<String> blocks = new ArrayList<>();
    while (true) {
      JsonNode reply = text(call("fetch", mapper.createObjectNode().put("id", id)));
      if (reply.path("code").asInt(-1) != 0) {
        throw new TransportException("fetch fails: " + reply);
      }
      if (reply.path("completed").asBoolean(true)) {
        return blocks;
      }
      byte[] frame = binary(call("fetch_block", mapper.createObjectNode().put("id", id)));
      if (frame.length < PREFIX_BYTES) {
        throw new TransportException("fetch_block sends " + frame.length + " bytes");
      }
      blocks.add(HexFormat.of().formatHex(frame, PREFIX_BYTES, frame.length));
    }
  }

  private Object call(String action, ObjectNode args) throws TransportException {
    args.put("req_id", ++lastRequestId);
    ObjectNode message = mapper.createObjectNode().put("action", action);
    message.set("args", args);
    try {
      socket.sendText(message.toString(), true).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      Object reply = inbox.messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (reply == null) {
        throw new TransportException(action + " is not answered within " + patience);
      } else if (reply instanceof Ended ended) {
        throw new TransportException("the WebSocket ends instead of a reply: " + ended.why());
      }
      return reply;
    } catch (ExecutionException | TimeoutException e) {
      throw new TransportException(action + " cannot be sent: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException("interrupted while waiting for " + action, e);
    }
  }

  private JsonNode text(Object reply) throws TransportException {
    if (reply instanceof String text) {
      try {
        return mapper.readTree(text);
      } catch (JsonProcessingException e) {
        throw new TransportException("a text reply is no JSON: " + text, e);
      }
    }
    throw new TransportException("a binary reply came where text belongs");
  }

  private byte[] binary(Object reply) throws TransportException {
    if (reply instanceof byte[] bytes) {
      return bytes;
    }
    throw new TransportException("a text reply came where a block belongs: " + reply);
  }

  @Override
  public void close() {
    socket.abort();
  }

  private record Ended(String why) {}

  /** Puts messages together and queues them. */
  private static final class Inbox implements WebSocket.Listener {
    private final BlockingQueue<Object> messages = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.writeBytes(copy);
      if (last) {
        messages.add(bytes.toByteArray());
        bytes.reset();
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      messages.add(new Ended("closed with " + code + " " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      messages.add(new Ended(error.toString()));
    }
  }
}
