package dev.tck.values;

/**
 * Reports a JSON form that is no value; the message names the place and what was expected there.
 */
public final class ValueFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for the author of the text. */
  public ValueFormatException(String message) {
    super(message);
  }
}
