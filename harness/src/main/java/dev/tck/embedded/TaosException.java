package dev.tck.embedded;

/** Refuses a statement or a connection with one of TDengine's codes and its message. */
public final class TaosException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * Creates the exception.
   *
   * @param code is TDengine's code masked with 0xFFFF, as REST and WebSocket send it
   * @param message is TDengine's text
   */
  public TaosException(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Returns TDengine's code masked with 0xFFFF. */
  public int code() {
    return code;
  }
}
