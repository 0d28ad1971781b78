package dev.tck.proxy;

/** Reports a stream that is neither HTTP/1 nor WebSocket; it passes without being looked at. */
final class ForeignProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  ForeignProtocolException(String message) {
    super(message, null, false, false);
  }
}
