package dev.tck.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Listens on a port and leads every connection to the target.
 *
 * <p>A capture can be switched on and off at any time, also within a connection; captures and
 * everything else that is handed out are free of passwords and tokens. A target that cannot be
 * reached ends the connection, as a target that is not there would.
 */
public final class Proxy implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;
  private static final int CONNECT_MILLIS = 10_000;

  private final EventLoopGroup loop;
  private final ChannelGroup channels =
      new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);
  private final ProxyOptions options;
  private final Recorder recorder;
  private final Counters counters = new Counters();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile @Nullable Fault fault;
  private final Channel acceptor;

  private Proxy(ProxyOptions options) throws IOException {
    this.options = options;
    this.recorder = new Recorder(options.bytesKept(), options.messagesKept());
    this.loop =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("tck-proxy", true), NioIoHandler.newFactory());
    ChannelFuture bound = listen();
    if (!bound.isSuccess()) {
      stop();
      throw new IOException(
          "the proxy cannot listen on "
              + options.host()
              + ":"
              + options.port()
              + " ("
              + bound.cause().getMessage()
              + ")",
          bound.cause());
    }
    this.acceptor = bound.channel();
  }

  /**
   * Starts a proxy; it listens when this method returns.
   *
   * @throws IOException if the address cannot be bound; the message names it
   */
  public static Proxy start(ProxyOptions options) throws IOException {
    return new Proxy(options);
  }

  private ChannelFuture listen() {
    return new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.SO_BACKLOG, 1024)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.AUTO_READ, false)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel connector) {
                accepted(connector);
              }
            })
        .bind(options.host(), options.port())
        .awaitUninterruptibly();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Ends are seen in channelInactive.
  private void accepted(SocketChannel connector) {
    int number = connections.incrementAndGet();
    counters.connection();
    channels.add(connector);
    ChannelFuture connecting =
        new Bootstrap()
            .group(connector.eventLoop())
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel target) {
                    channels.add(target);
                  }
                })
            .connect(options.targetHost(), options.targetPort());
    connecting.addListener(
        done -> {
          if (done.isSuccess()) {
            join(number, connector, connecting.channel());
          } else {
            connector.close();
          }
        });
  }

  private void join(int number, Channel connector, Channel target) {
    Dialogue dialogue =
        new Dialogue(number, options.bytesKept(), recorder, counters, fault, connector, target);
    connector.pipeline().addLast(new ProxySide(dialogue, Direction.TO_TARGET));
    target.pipeline().addLast(new ProxySide(dialogue, Direction.TO_CONNECTOR));
    connector.config().setAutoRead(true);
    target.config().setAutoRead(true);
    if (!connector.isActive()) {
      dialogue.sourceEnded(Direction.TO_TARGET);
    }
  }

  /** Returns the address that is listened on. */
  public InetSocketAddress address() {
    return (InetSocketAddress) acceptor.localAddress();
  }

  /** Returns the port that is listened on. */
  public int port() {
    return address().getPort();
  }

  /** Returns what has passed since the proxy began. */
  public ProxyCounts counts() {
    return counters.counts();
  }

  /** Begins a capture; what an earlier one still holds is given up. */
  public void startCapture() {
    recorder.start();
  }

  /** Hands out what was captured so far, and goes on capturing. */
  public Capture takeCapture() {
    return recorder.take();
  }

  /** Ends the capture and hands it out. */
  public Capture stopCapture() {
    return recorder.stop();
  }

  /**
   * Sets what becomes of the messages of all connections from now on; those that are open go on as
   * they began.
   */
  public void setFault(Fault next) {
    fault = next;
  }

  /** Lets all messages of new connections pass again. */
  public void clearFault() {
    fault = null;
  }

  /** Closes the port and all connections, and leaves no thread behind. */
  @Override
  public void close() {
    acceptor.close().awaitUninterruptibly();
    channels.close().awaitUninterruptibly();
    stop();
  }

  private void stop() {
    loop.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
