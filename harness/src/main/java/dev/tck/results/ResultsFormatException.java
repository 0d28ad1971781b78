package dev.tck.results;

/** Reports a results file that cannot be read; the message names file, line and what is wrong. */
public final class ResultsFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for the user. */
  public ResultsFormatException(String message) {
    super(message);
  }
}
