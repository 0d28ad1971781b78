package dev.tck.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Tells a dialogue what happens on one of its channels. */
final class ProxySide extends ChannelInboundHandlerAdapter {
  private final Dialogue dialogue;
  private final Direction from;
  private final Direction into;

  /**
   * Creates the handler of a channel.
   *
   * @param from is the way that begins at the channel; the other one ends there
   */
  ProxySide(Dialogue dialogue, Direction from) {
    this.dialogue = dialogue;
    this.from = from;
    this.into = from == Direction.TO_TARGET ? Direction.TO_CONNECTOR : Direction.TO_TARGET;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    dialogue.received(from, (ByteBuf) message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    dialogue.writable(into);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    dialogue.sourceEnded(from);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // The end is seen in channelInactive.
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
