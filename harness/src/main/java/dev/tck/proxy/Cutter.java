package dev.tck.proxy;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** Cuts one way of a connection into messages, as its bytes come. */
interface Cutter {

  /**
   * Reads from a buffer, moving its position, until a message is complete or nothing is left.
   *
   * @throws ForeignProtocolException if this is neither HTTP/1 nor WebSocket
   */
  Optional<Message> cut(ByteBuf input) throws ForeignProtocolException;

  /** Returns the very bytes that were read and belong to no complete message, if they are held. */
  byte[] unfinished();

  /** Returns what is complete because the stream has ended. */
  Optional<Message> end();
}
