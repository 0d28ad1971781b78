package dev.tck.embedded.server;

import dev.tck.embedded.engine.Engine;
import dev.tck.embedded.server.exchange.CheckedLogin;
import dev.tck.embedded.server.exchange.SqlService;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs the TDengine-compatible server on one port: REST and WebSocket, as taosAdapter does.
 *
 * <p>Netty carries it: many connectors under test open hundreds of sockets, and blocks must go from
 * the engine's arrays to the socket without being copied about.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;
  private static final int PATIENCE_SECONDS = 10;
  private static final long WORKER_STACK_BYTES = 16L * 1024 * 1024;
  private static final WriteBufferWaterMark WATER_MARKS =
      new WriteBufferWaterMark(256 * 1024, 1024 * 1024);

  private final EventLoopGroup loops;
  private final ExecutorService workers;
  private final ChannelGroup channels;
  private final Channel acceptor;
  private final Runnable after;

  private EmbeddedServer(
      EventLoopGroup loops,
      ExecutorService workers,
      ChannelGroup channels,
      Channel acceptor,
      Runnable after) {
    this.loops = loops;
    this.workers = workers;
    this.channels = channels;
    this.acceptor = acceptor;
    this.after = after;
  }

  /**
   * Starts a server with an empty engine of its own; it listens when this method returns.
   *
   * @param version is the version of TDengine that is spoken, {@code 3.3.6.6} for instance
   * @param clock tells what time it is to {@code now()}, and dates what is created
   * @throws IOException if the address cannot be bound; the message names it
   */
  public static EmbeddedServer start(String version, Clock clock, ServerOptions options)
      throws IOException {
    Engine engine = new Engine(version, clock);
    try {
      return start(new EngineService(engine, version), options, engine::close);
    } catch (IOException e) {
      engine.close();
      throw e;
    }
  }

  /**
   * Starts a server before any engine; it listens when this method returns.
   *
   * @throws IOException if the address cannot be bound; the message names it
   */
  public static EmbeddedServer start(SqlService service, ServerOptions options) throws IOException {
    return start(service, options, () -> {});
  }

  private static EmbeddedServer start(SqlService service, ServerOptions options, Runnable after)
      throws IOException {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            EVENT_LOOPS,
            new DefaultThreadFactory("tck-embedded-io", true),
            NioIoHandler.newFactory());
    ExecutorService workers =
        Executors.newFixedThreadPool(options.workers(), EmbeddedServer::worker);
    ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARKS)
            .childHandler(
                new FrontInitializer(new CheckedLogin(service), options, workers, channels));
    var bound = bootstrap.bind(options.host(), options.port()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stop(loops, workers);
      throw new IOException(
          "the embedded server cannot listen on "
              + options.host()
              + ":"
              + options.port()
              + " ("
              + bound.cause().getMessage()
              + "); choose another port, or 0 for any",
          bound.cause());
    }
    return new EmbeddedServer(loops, workers, channels, bound.channel(), after);
  }

  // Expressions are read and computed recursively: nested ones need a deep stack.
  private static Thread worker(Runnable work) {
    Thread thread = new Thread(null, work, "tck-embedded-sql", WORKER_STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** Returns the address that is listened on. */
  public InetSocketAddress address() {
    return (InetSocketAddress) acceptor.localAddress();
  }

  /** Returns the port that is listened on. */
  public int port() {
    return address().getPort();
  }

  /**
   * Closes the port and all connections, waits for running statements, and leaves no thread behind.
   */
  @Override
  public void close() {
    acceptor.close().awaitUninterruptibly();
    channels.close().awaitUninterruptibly();
    stop(loops, workers);
    after.run();
  }

  // The loops end first: whatever a channel's end still asks of the workers is then in their queue.
  private static void stop(EventLoopGroup loops, ExecutorService workers) {
    loops
        .shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    workers.shutdown();
    try {
      if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
