package dev.tck.fidelity;

/** Reports a recording that cannot be read; the message names file, line and what is wrong. */
public final class RecordingFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for the user. */
  public RecordingFormatException(String message) {
    super(message);
  }
}
