package dev.tck.reference;

import org.jspecify.annotations.Nullable;

/** Reports that the server refused, that the connection failed, or that no answer came in time. */
public final class TaosError extends Exception {
  private static final long serialVersionUID = 1L;

  private final Origin origin;
  private final int code;

  private TaosError(Origin origin, int code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.origin = origin;
    this.code = code;
  }

  /** Says who reports the error. */
  public enum Origin {
    SERVER,
    DRIVER,
    TIMEOUT
  }

  /** Returns an error that the server reported; the code is masked to 16 bits. */
  public static TaosError server(int code, String message) {
    return new TaosError(Origin.SERVER, code & 0xFFFF, message, null);
  }

  /** Returns an error of the connection or of this connector. */
  public static TaosError driver(String message, @Nullable Throwable cause) {
    return new TaosError(Origin.DRIVER, 0, message, cause);
  }

  /** Returns an error of the connection or of this connector. */
  public static TaosError driver(String message) {
    return driver(message, null);
  }

  /** Returns the error of waiting too long. */
  public static TaosError timeout(String message) {
    return new TaosError(Origin.TIMEOUT, 0, message, null);
  }

  /** Returns who reports the error. */
  public Origin origin() {
    return origin;
  }

  /** Returns TDengine's code masked with 0xFFFF; 0 if the server did not speak. */
  public int code() {
    return code;
  }
}
