package dev.tck.fidelity;

/** Reports that no answer came, or one that is no answer at all. */
final class TransportException extends Exception {
  private static final long serialVersionUID = 1L;

  TransportException(String message) {
    super(message);
  }

  TransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
