package dev.tck.embedded.server;

import dev.tck.embedded.server.exchange.ChannelWork;
import dev.tck.embedded.server.exchange.Outgoing;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Tells a channel's work when it may go on and when it is over. */
final class WorkKeeper extends ChannelInboundHandlerAdapter {
  private final ChannelWork work;

  WorkKeeper(ChannelWork work) {
    this.work = work;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      work.resume();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    work.close();
  }

  // A broken stream or a broken handler: the peer learns it from the end of the connection.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Outgoing.close(context.channel());
  }
}
