package dev.tck.embedded.server.websocket;

import dev.tck.embedded.server.exchange.ChannelWork;
import dev.tck.embedded.server.exchange.Outgoing;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the messages of one socket and queues their answers.
 *
 * <p>Pings are answered at once, before answers that wait. As taosAdapter does, the server pings
 * every 54 seconds, ends a socket that has been silent for 114, and closes without a frame of its
 * own.
 */
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
  /** Is how long a peer may be silent. */
  static final int SILENCE_SECONDS = 114;

  private static final int PING_SECONDS = 54;

  private final ActionRegistry actions;
  private final ChannelWork work;
  private final Connection connection;
  private final LongSupplier nanoTime;
  private final RequestReader reader = new RequestReader();
  private @Nullable Future<?> pings;

  SocketHandler(
      ActionRegistry actions, ChannelWork work, Connection connection, LongSupplier nanoTime) {
    super(true);
    this.actions = actions;
    this.work = work;
    this.connection = connection;
    this.nanoTime = nanoTime;
    work.onClose(
        () -> {
          connection.close();
          return false;
        });
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    pings =
        context
            .executor()
            .scheduleAtFixedRate(
                () -> Outgoing.send(context.channel(), new PingWebSocketFrame()),
                PING_SECONDS,
                PING_SECONDS,
                TimeUnit.SECONDS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (pings != null) {
      pings.cancel(false);
    }
    context.fireChannelInactive();
  }

  // What came before the upgrade was answered was read as HTTP: no client may send so early.
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof WebSocketFrame) {
      super.channelRead(context, message);
    } else {
      ReferenceCountUtil.release(message);
      Outgoing.close(context.channel());
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame) {
      String message = frame.content().toString(StandardCharsets.UTF_8);
      long started = nanoTime.getAsLong();
      work.submit(
          () -> {
            actions.run(connection, reader.read(message, started));
            return false;
          });
    } else if (frame instanceof BinaryWebSocketFrame) {
      byte[] message = ByteBufUtil.getBytes(frame.content());
      long started = nanoTime.getAsLong();
      work.submit(
          () -> {
            actions.run(connection, message, started);
            return false;
          });
    } else if (frame instanceof PingWebSocketFrame) {
      Outgoing.send(context.channel(), new PongWebSocketFrame(frame.content().retain()));
    } else if (frame instanceof CloseWebSocketFrame) {
      Outgoing.close(context.channel());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      Outgoing.close(context.channel());
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof TooLongFrameException) {
      Outgoing.sendAndClose(
          context.channel(), new CloseWebSocketFrame(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    } else {
      Outgoing.close(context.channel());
    }
  }
}
