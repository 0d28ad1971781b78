package dev.tck.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way of a connection: where its bytes go, and what has been read of them. */
final class Way {
  private final Direction direction;
  private final Channel source;
  private final Channel sink;
  private @Nullable Cutter cutter;
  private ByteBuf pending = Unpooled.EMPTY_BUFFER;
  private boolean waiting;
  private int httpMessages;
  private int dataMessages;
  private int controlFrames;

  Way(Direction direction, Channel source, Channel sink, Cutter cutter) {
    this.direction = direction;
    this.source = source;
    this.sink = sink;
    this.cutter = cutter;
  }

  Direction direction() {
    return direction;
  }

  Channel source() {
    return source;
  }

  Channel sink() {
    return sink;
  }

  /** Adds bytes that have not been cut yet, and takes them over. */
  void add(ByteBuf bytes) {
    if (pending.isReadable()) {
      pending = Unpooled.wrappedBuffer(pending, bytes);
    } else {
      pending.release();
      pending = bytes;
    }
  }

  /**
   * Returns the next complete message of what was added.
   *
   * @throws ForeignProtocolException if this is neither HTTP/1 nor WebSocket
   */
  Optional<Message> next() throws ForeignProtocolException {
    return cutter == null || waiting ? Optional.empty() : cutter.cut(pending);
  }

  /** Gives the buffer back if all of it has been cut. */
  void trim() {
    if (!pending.isReadable()) {
      release();
    }
  }

  /** Returns what is complete because the stream has ended. */
  Optional<Message> end() {
    return cutter == null ? Optional.empty() : cutter.end();
  }

  /** Reads what follows in another way. */
  void cutWith(@Nullable Cutter other) {
    cutter = other;
  }

  boolean isForeign() {
    return cutter == null;
  }

  /** Says whether what follows must not be looked at yet. */
  void waiting(boolean now) {
    waiting = now;
  }

  /** Returns the number of a message among those of its sort. */
  int number(Kind kind) {
    if (kind == Kind.HTTP) {
      return ++httpMessages;
    }
    return kind.isControl() ? ++controlFrames : ++dataMessages;
  }

  /** Takes what is held and belongs to no complete message; what follows is not looked at. */
  ByteBuf giveUp() {
    byte[] unfinished = cutter == null ? new byte[0] : cutter.unfinished();
    cutter = null;
    ByteBuf rest = pending;
    pending = Unpooled.EMPTY_BUFFER;
    return Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(unfinished), rest);
  }

  void release() {
    pending.release();
    pending = Unpooled.EMPTY_BUFFER;
  }
}
