package dev.tck.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.wire.FetchReply;
import dev.tck.wire.LittleEndian;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Pairs requests and replies of one WebSocket by request id; requests may come from any thread. */
final class WebSocketChannel implements WebSocket.Listener {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ConnectOptions options;
  private final AtomicLong requestIds = new AtomicLong();
  private final Map<Long, CompletableFuture<Frame>> pending = new ConcurrentHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private byte[] bytes = new byte[1 << 16];
  private int bytesLength;
  private final Object sending = new Object();
  private volatile @Nullable WebSocket socket;
  private volatile @Nullable TaosError broken;

  private sealed interface Frame {
    record Text(JsonNode json) implements Frame {}

    @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
    record Binary(byte[] bytes) implements Frame {}
  }

  private interface Sender {
    void send(long requestId) throws TaosError;
  }

  private WebSocketChannel(ConnectOptions options) {
    this.options = options;
  }

  static WebSocketChannel open(HttpClient client, ConnectOptions options) throws TaosError {
    WebSocketChannel channel = new WebSocketChannel(options);
    URI uri = URI.create("ws://" + options.authority() + "/ws");
    try {
      channel.socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(options.timeout())
              .buildAsync(uri, channel)
              .get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return channel;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException handshake) {
        throw TaosError.driver(
            "no WebSocket at " + uri + ": HTTP " + handshake.getResponse().statusCode(), handshake);
      }
      if (e.getCause() instanceof HttpTimeoutException) {
        throw TaosError.timeout("no connection to " + uri + " within " + options.timeout());
      }
      throw TaosError.driver("no connection to " + uri + ": " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw TaosError.timeout("no connection to " + uri + " within " + options.timeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TaosError.driver("interrupted", e);
    }
  }

  /** Sends a text request and returns its reply, which has code 0. */
  JsonNode request(String action, ObjectNode arguments) throws TaosError {
    return text(exchange(requestId -> sendText(action, arguments.put("req_id", requestId)), null));
  }

  /** Sends a binary request whose reply is text, which has code 0. */
  JsonNode binaryRequest(LongFunction<byte[]> frame) throws TaosError {
    return text(exchange(requestId -> sendBinary(frame.apply(requestId)), null));
  }

  /** Sends a binary request whose reply is binary. */
  byte[] fetch(LongFunction<byte[]> frame) throws TaosError {
    return binary(exchange(requestId -> sendBinary(frame.apply(requestId)), null));
  }

  /** Sends {@code fetch_block}, whose binary reply names the result instead of the request. */
  byte[] fetchBlock(long resultId, ObjectNode arguments) throws TaosError {
    return binary(
        exchange(
            requestId -> sendText("fetch_block", arguments.put("req_id", requestId)), resultId));
  }

  private Frame exchange(Sender sender, @Nullable Long resultId) throws TaosError {
    long requestId = requestIds.incrementAndGet();
    CompletableFuture<Frame> reply = new CompletableFuture<>();
    pending.put(requestId, reply);
    if (resultId != null) {
      pending.put(resultKey(resultId), reply);
    }
    try {
      sender.send(requestId);
      return await(reply);
    } finally {
      pending.remove(requestId);
      if (resultId != null) {
        pending.remove(resultKey(resultId));
      }
    }
  }

  // Request ids are positive, so the complement of a result id is never one.
  private static long resultKey(long resultId) {
    return ~resultId;
  }

  private static JsonNode text(Frame frame) throws TaosError {
    if (!(frame instanceof Frame.Text reply)) {
      throw TaosError.driver("a binary reply where text was due");
    }
    int code = reply.json().path("code").asInt();
    if (code != 0) {
      throw TaosError.server(code, reply.json().path("message").asText());
    }
    return reply.json();
  }

  private static byte[] binary(Frame frame) throws TaosError {
    if (frame instanceof Frame.Binary reply) {
      return reply.bytes();
    }
    text(frame);
    throw TaosError.driver("a text reply where a block was due");
  }

  /** Sends a text request that has no reply. */
  void tell(String action, ObjectNode arguments) throws TaosError {
    sendText(action, arguments.put("req_id", requestIds.incrementAndGet()));
  }

  private void sendText(String action, ObjectNode arguments) throws TaosError {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("action", action);
    message.set("args", arguments);
    String frame = message.toString();
    send(webSocket -> webSocket.sendText(frame, true));
  }

  private void sendBinary(byte[] frame) throws TaosError {
    send(webSocket -> webSocket.sendBinary(ByteBuffer.wrap(frame), true));
  }

  // The JDK's WebSocket refuses a second message while one is on its way.
  private void send(java.util.function.Function<WebSocket, CompletableFuture<WebSocket>> operation)
      throws TaosError {
    WebSocket current = socket;
    TaosError failure = broken;
    if (failure != null) {
      throw again(failure);
    }
    if (current == null) {
      throw TaosError.driver("connection closed");
    }
    synchronized (sending) {
      try {
        operation.apply(current).get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw TaosError.driver("connection lost: " + e.getCause(), e.getCause());
      } catch (TimeoutException e) {
        throw TaosError.timeout("the server reads nothing for " + options.timeout());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw TaosError.driver("interrupted", e);
      }
    }
  }

  private Frame await(CompletableFuture<Frame> reply) throws TaosError {
    TaosError failure = broken;
    if (failure != null) {
      throw again(failure);
    }
    try {
      return reply.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | CompletionException e) {
      if (e.getCause() instanceof TaosError error) {
        throw again(error);
      }
      throw TaosError.driver("connection lost: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw TaosError.timeout("no reply within " + options.timeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TaosError.driver("interrupted", e);
    }
  }

  // The end of a connection is told to many; one exception cannot be thrown by each of them.
  private static TaosError again(TaosError error) {
    return TaosError.driver(String.valueOf(error.getMessage()), error);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      deliver(message);
    }
    webSocket.request(1);
    return null;
  }

  private void deliver(String message) {
    try {
      JsonNode reply = JSON.readTree(message);
      complete(reply.path("req_id").asLong(), new Frame.Text(reply));
    } catch (JsonProcessingException e) {
      fail(TaosError.driver("a reply that is no JSON: " + e.getOriginalMessage(), e));
    }
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
    int length = data.remaining();
    if (bytesLength + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, bytesLength + length));
    }
    data.get(bytes, bytesLength, length);
    bytesLength += length;
    if (last) {
      deliver(Arrays.copyOf(bytes, bytesLength));
      bytesLength = 0;
    }
    webSocket.request(1);
    return null;
  }

  private void deliver(byte[] frame) {
    if (FetchReply.isFetchReply(frame)) {
      complete(FetchReply.read(frame).requestId(), new Frame.Binary(frame));
    } else if (frame.length > 16) {
      complete(resultKey(LittleEndian.getLong(frame, 8)), new Frame.Binary(frame));
    } else {
      fail(TaosError.driver("a binary reply of " + frame.length + " bytes"));
    }
  }

  private void complete(long key, Frame frame) {
    CompletableFuture<Frame> waiting = pending.get(key);
    if (waiting != null) {
      waiting.complete(frame);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    fail(
        TaosError.driver(
            "the server closed the connection" + (reason.isEmpty() ? "" : ": " + reason)));
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    fail(TaosError.driver("connection lost: " + error, error));
  }

  private void fail(TaosError error) {
    broken = error;
    pending.values().forEach(waiting -> waiting.completeExceptionally(error));
  }

  /** Says goodbye if the server listens, and closes. */
  void close() {
    WebSocket current = socket;
    socket = null;
    if (current != null) {
      if (broken == null) {
        fail(TaosError.driver("connection closed"));
        // The adapter closes without a Close frame of its own; waiting for one would last for
        // nothing.
        synchronized (sending) {
          current
              .sendClose(WebSocket.NORMAL_CLOSURE, "")
              .completeOnTimeout(current, 1, TimeUnit.SECONDS)
              .exceptionally(error -> current)
              .join();
        }
      }
      current.abort();
    }
  }
}
