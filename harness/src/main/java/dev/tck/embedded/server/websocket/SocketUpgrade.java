package dev.tck.embedded.server.websocket;

import dev.tck.embedded.server.exchange.ChannelWork;
import dev.tck.embedded.server.exchange.SqlService;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.function.LongSupplier;

/** Turns an HTTP connection into a WebSocket (RFC 6455, version 13, no sub-protocol). */
public final class SocketUpgrade {
  private final SqlService service;
  private final ChannelWork work;
  private final LongSupplier nanoTime;
  private final int maximumMessageBytes;

  /** Creates the upgrade of a connection. */
  public SocketUpgrade(
      SqlService service, ChannelWork work, LongSupplier nanoTime, int maximumMessageBytes) {
    this.service = service;
    this.work = work;
    this.nanoTime = nanoTime;
    this.maximumMessageBytes = maximumMessageBytes;
  }

  /** Returns whether a request asks for the upgrade in the way RFC 6455 wants it. */
  public static boolean isAskedFor(FullHttpRequest request) {
    HttpHeaders headers = request.headers();
    return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        && headers.contains(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13", true)
        && !headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY, "").isEmpty();
  }

  /** Answers with 101 and puts the endpoint's handler in place of the handlers of HTTP. */
  public void perform(ChannelHandlerContext context, FullHttpRequest request, Endpoint endpoint) {
    ChannelPipeline pipeline = context.pipeline();
    WebSocketDecoderConfig config =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(maximumMessageBytes)
            .allowExtensions(true)
            .withUTF8Validator(false)
            .build();
    Connection connection = new Connection(context.channel(), service, nanoTime);
    pipeline.addAfter(
        context.name(),
        "socket",
        new SocketHandler(endpoint.actions(), work, connection, nanoTime));
    pipeline.addAfter(
        context.name(), "messages", new WebSocketFrameAggregator(maximumMessageBytes));
    pipeline.addAfter(
        context.name(), "silence", new IdleStateHandler(SocketHandler.SILENCE_SECONDS, 0, 0));
    var ignored =
        new WebSocketServerHandshaker13(request.uri(), null, config)
            .handshake(context.channel(), request);
    pipeline.remove(context.handler());
  }
}
