package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.Session;
import dev.tck.embedded.engine.StatementResult;
import dev.tck.embedded.server.exchange.Outgoing;
import dev.tck.embedded.server.exchange.SqlService;
import dev.tck.embedded.server.text.ByteText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state of one socket: the session and the results that are open. One thread at a time
 * uses it.
 */
final class Connection {
  private static final int USUAL_REPLY_BYTES = 256;

  private final Channel channel;
  private final SqlService service;
  private final LongSupplier nanoTime;
  private final Map<Long, OpenResult> results = new HashMap<>();
  private @Nullable Session session;
  private long lastResultId;

  Connection(Channel channel, SqlService service, LongSupplier nanoTime) {
    this.channel = channel;
    this.service = service;
    this.nanoTime = nanoTime;
  }

  /** Returns the engine. */
  SqlService service() {
    return service;
  }

  /** Returns whether {@code conn} has succeeded. */
  boolean isConnected() {
    return session != null;
  }

  /** Keeps the session that {@code conn} has opened. */
  void connected(Session opened) {
    session = opened;
  }

  /**
   * Returns the session.
   *
   * @throws AdapterException if there is none yet
   */
  Session session() throws AdapterException {
    if (session == null) {
      throw new AdapterException("server not connected");
    }
    return session;
  }

  /** Keeps a result and returns its id, 1 or more. */
  long add(StatementResult.Rows rows) {
    lastResultId++;
    results.put(lastResultId, new OpenResult(rows));
    return lastResultId;
  }

  /** Returns an open result. */
  Optional<OpenResult> result(long id) {
    return Optional.ofNullable(results.get(id));
  }

  /** Closes a result if it is open. */
  void free(long id) {
    OpenResult result = results.remove(id);
    if (result != null) {
      result.close();
    }
  }

  /** Closes everything. */
  void close() {
    results.values().forEach(OpenResult::close);
    results.clear();
    if (session != null) {
      session.close();
      session = null;
    }
  }

  /** Returns the nanoseconds since a request came. */
  long elapsedNanos(Request request) {
    return nanoTime.getAsLong() - request.started();
  }

  /** Begins the reply to a request: the five keys that every reply has. */
  ByteText reply(Request request, long requestId) {
    return reply(request, requestId, 0, "");
  }

  /** Begins a reply that has none of the usual keys. */
  ByteText bareReply() {
    return new ByteText(channel.alloc(), USUAL_REPLY_BYTES);
  }

  private ByteText reply(Request request, long requestId, int code, String message) {
    ByteText text = bareReply();
    text.append("{\"code\":").appendLong(code);
    text.append(",\"message\":").appendHtmlSafe(message);
    text.append(",\"action\":").appendHtmlSafe(request.action());
    text.append(",\"req_id\":").appendUnsigned(requestId);
    text.append(",\"timing\":").appendLong(elapsedNanos(request));
    return text;
  }

  /** Sends a reply that {@link #reply} began. */
  void send(ByteText reply) {
    Outgoing.send(channel, new TextWebSocketFrame(reply.append('}').takeLast()));
  }

  /** Sends an error. */
  void sendError(Request request, long requestId, int code, String message) {
    send(reply(request, requestId, code, message));
  }

  /** Sends an error of TDengine. */
  void sendError(Request request, long requestId, TaosException failure) {
    sendError(request, requestId, failure.code(), String.valueOf(failure.getMessage()));
  }

  /** Sends a binary reply whose parts need not be copied together. */
  void send(byte[]... parts) {
    ByteBuf frame = Unpooled.wrappedBuffer(parts);
    Outgoing.send(channel, new BinaryWebSocketFrame(frame));
  }
}
