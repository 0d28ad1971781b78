package dev.tck.wire;

/**
 * Reports bytes that do not follow the format; the message names the offset, what stands there and
 * what must.
 */
public final class WireFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for whoever reads the frame's dump. */
  public WireFormatException(String message) {
    super(message);
  }
}
