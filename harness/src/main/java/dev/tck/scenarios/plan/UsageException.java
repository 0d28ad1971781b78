package dev.tck.scenarios.plan;

/**
 * Reports a selection that means nothing; the message says what is wrong and offers near matches.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for the user. */
  public UsageException(String message) {
    super(message);
  }
}
