package dev.tck.provision;

/** Reports a mistake in a {@code connector.yaml}; the message names file, line and remedy. */
public final class DefinitionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message for the file's author. */
  public DefinitionException(String message) {
    super(message);
  }
}
