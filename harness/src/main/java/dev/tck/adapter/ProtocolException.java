package dev.tck.adapter;

/**
 * Reports a message that protocol version 1 does not allow; the message names the place, what was
 * found and what the adapter's author can do about it.
 */
public final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for the adapter's author. */
  public ProtocolException(String message) {
    super(message);
  }
}
