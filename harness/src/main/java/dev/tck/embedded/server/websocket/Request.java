package dev.tck.embedded.server.websocket;

import org.jspecify.annotations.Nullable;

/** What a client asks for in one message. */
sealed interface Request {

  /** Returns the action's name, as the reply repeats it. */
  String action();

  /** Returns when the message came, on the server's clock of nanoseconds. */
  long started();

  /** A text message. */
  record Text(String action, Arguments args, long started) implements Request {}

  /** A binary message; its fields are read with {@link dev.tck.wire.BinaryRequest}. */
  final class Binary implements Request {
    private final String action;
    private final byte[] frame;
    private final long started;

    Binary(String action, byte[] frame, long started) {
      this.action = action;
      this.frame = frame;
      this.started = started;
    }

    @Override
    public String action() {
      return action;
    }

    /** Returns the message, which nobody changes. */
    byte[] frame() {
      return frame;
    }

    @Override
    public long started() {
      return started;
    }
  }

  /**
   * A text message that is no request.
   *
   * @param problem is what the adapter says of it
   * @param args are the arguments, if there are any
   */
  record Broken(String problem, @Nullable Arguments args, long started) implements Request {
    @Override
    public String action() {
      return "";
    }
  }
}
