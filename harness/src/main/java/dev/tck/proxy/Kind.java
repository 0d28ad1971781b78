package dev.tck.proxy;

import java.util.Locale;

/** Names what passes. */
public enum Kind {
  /** A request or an answer. */
  HTTP,
  /** A text message on a WebSocket. */
  TEXT,
  /** A binary message on a WebSocket. */
  BINARY,
  PING,
  PONG,
  CLOSE;

  /** Returns the spelling in captures. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isControl() {
    return this == PING || this == PONG || this == CLOSE;
  }
}
