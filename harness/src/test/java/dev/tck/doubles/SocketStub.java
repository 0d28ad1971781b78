package dev.tck.doubles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket server at {@code /ws} whose every frame a test decides. */
public final class SocketStub implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel server;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  /** Answers what a client sends. */
  public interface Script {
    /** Takes a text message. */
    void text(Client client, String action, ObjectNode arguments);

    /** Takes a binary message. */
    default void binary(Client client, byte[] message) {}
  }

  /** One connection, seen from the server. */
  public static final class Client {
    private final Channel channel;

    private Client(Channel channel) {
      this.channel = channel;
    }

    /** Sends a text message. */
    public void send(String message) {
      send(new TextWebSocketFrame(message));
    }

    /** Sends a binary message. */
    public void send(byte[] message) {
      send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(message)));
    }

    /** Sends a text message in two fragments. */
    public void sendInTwo(String message) {
      int half = message.length() / 2;
      send(new TextWebSocketFrame(false, 0, message.substring(0, half)));
      send(new ContinuationWebSocketFrame(true, 0, message.substring(half)));
    }

    /** Sends a Ping. */
    public void ping(String payload) {
      send(
          new PingWebSocketFrame(Unpooled.wrappedBuffer(payload.getBytes(StandardCharsets.UTF_8))));
    }

    /** Sends a Close frame. */
    public void sayGoodbye(int code, String reason) {
      send(new CloseWebSocketFrame(code, reason));
    }

    private void send(WebSocketFrame frame) {
      var unused = channel.writeAndFlush(frame);
    }

    /** Ends the connection without a word. */
    public void drop() {
      var unused = channel.close();
    }
  }

  /** Starts a server on a free port. */
  public SocketStub(Script script) {
    server =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(1 << 16),
                            new WebSocketServerProtocolHandler(
                                WebSocketServerProtocolConfig.newBuilder()
                                    .websocketPath("/ws")
                                    .dropPongFrames(false)
                                    .handleCloseFrames(false)
                                    .maxFramePayloadLength(1 << 24)
                                    .build()),
                            new Frames(script));
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  private final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Script script;

    Frames(Script script) {
      this.script = script;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame)
        throws JsonProcessingException {
      Client client = new Client(context.channel());
      if (frame instanceof TextWebSocketFrame text) {
        JsonNode message = JSON.readTree(text.text());
        script.text(client, message.path("action").asText(), message.withObject("/args"));
      } else if (frame instanceof BinaryWebSocketFrame) {
        script.binary(client, ByteBufUtil.getBytes(frame.content()));
      } else if (frame instanceof PongWebSocketFrame) {
        events.add("pong " + frame.content().toString(StandardCharsets.UTF_8));
      } else if (frame instanceof CloseWebSocketFrame close) {
        events.add("close " + close.statusCode());
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      events.add("gone");
    }
  }

  /** Returns the port on 127.0.0.1. */
  public int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /**
   * Returns the next of {@code pong PAYLOAD}, {@code close CODE} and {@code gone}, the end of a
   * connection.
   */
  public String nextEvent() throws InterruptedException {
    String event = events.poll(20, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("the client sent neither pong nor close, and stayed");
    }
    return event;
  }

  @Override
  public void close() {
    server.close().syncUninterruptibly();
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
