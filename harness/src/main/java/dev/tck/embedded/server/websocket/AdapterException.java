package dev.tck.embedded.server.websocket;

/** Refuses a message with code 65535, as the adapter does without asking TDengine. */
final class AdapterException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The code that stands for the adapter itself. */
  static final int CODE = 0xFFFF;

  AdapterException(String message) {
    super(message, null, false, false);
  }
}
