package dev.tck.adapter.sdk;

import org.jspecify.annotations.Nullable;

/** An error as the connector reports it. */
public final class ConnectorError {
  private final Origin origin;
  private final @Nullable Long code;
  private final String className;
  private final String message;

  /**
   * Describes an error.
   *
   * @param origin says who refused
   * @param code is the connector's numeric code, null if it gives none
   * @param thrown gives class and message
   */
  public ConnectorError(Origin origin, @Nullable Long code, Throwable thrown) {
    this.origin = origin;
    this.code = code;
    this.className = thrown.getClass().getName();
    this.message = String.valueOf(thrown.getMessage());
  }

  /** Says who reported an error. */
  public enum Origin {
    /** TDengine. */
    SERVER("server"),
    /** The connector itself. */
    DRIVER("driver"),
    /** The connector gave up waiting. */
    TIMEOUT("timeout");

    private final String text;

    Origin(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  Origin origin() {
    return origin;
  }

  @Nullable Long code() {
    return code;
  }

  String className() {
    return className;
  }

  String message() {
    return message;
  }
}
