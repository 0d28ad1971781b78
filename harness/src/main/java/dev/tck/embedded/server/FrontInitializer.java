package dev.tck.embedded.server;

import dev.tck.embedded.server.exchange.ChannelWork;
import dev.tck.embedded.server.exchange.SqlService;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import java.util.concurrent.Executor;

/** Gives each new connection its handlers. */
final class FrontInitializer extends ChannelInitializer<SocketChannel> {
  // Go reads a request line and headers of up to 1 MiB together.
  private static final int MAXIMUM_HEAD_BYTES = 1024 * 1024;
  // Loopback is faster than a thorough compression.
  private static final int GZIP_LEVEL = 1;
  private static final int GZIP_WINDOW_BITS = 15;
  private static final int GZIP_MEMORY_LEVEL = 8;

  private final SqlService service;
  private final ServerOptions options;
  private final Executor workers;
  private final ChannelGroup channels;

  FrontInitializer(
      SqlService service, ServerOptions options, Executor workers, ChannelGroup channels) {
    this.service = service;
    this.options = options;
    this.workers = workers;
    this.channels = channels;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    channels.add(channel);
    ChannelWork work = new ChannelWork(channel, workers);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast(
        new HttpServerCodec(
            new HttpDecoderConfig()
                .setMaxInitialLineLength(MAXIMUM_HEAD_BYTES)
                .setMaxHeaderSize(MAXIMUM_HEAD_BYTES)));
    pipeline.addLast(new WebSocketServerCompressionHandler(options.maximumMessageBytes()));
    pipeline.addLast(
        new HttpContentCompressor(
            StandardCompressionOptions.gzip(GZIP_LEVEL, GZIP_WINDOW_BITS, GZIP_MEMORY_LEVEL)));
    pipeline.addLast(new HttpObjectAggregator(options.maximumMessageBytes()));
    pipeline.addLast(new HttpRouter(service, options, work));
    pipeline.addLast(new WorkKeeper(work));
  }
}
