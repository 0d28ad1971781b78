package dev.tck.targets;

/** Reports a target that cannot be had; the message says what happened and what helps. */
public final class TargetException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for the user. */
  public TargetException(String message) {
    super(message);
  }
}
