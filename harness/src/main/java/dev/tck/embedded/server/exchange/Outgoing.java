package dev.tck.embedded.server.exchange;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;

/**
 * Sends without looking back: a write that fails means that the channel is gone, which its work
 * learns from {@code channelInactive}.
 */
@SuppressWarnings("FutureReturnValueIgnored")
public final class Outgoing {
  private Outgoing() {}

  /** Queues a message until the next {@link #send}. */
  public static void queue(Channel channel, Object message) {
    channel.write(message);
  }

  /** Sends a message. */
  public static void send(Channel channel, Object message) {
    channel.writeAndFlush(message);
  }

  /** Sends a message and closes the channel. */
  public static void sendAndClose(Channel channel, Object message) {
    channel.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
  }

  /** Closes a channel. */
  public static void close(Channel channel) {
    channel.close();
  }
}
