package dev.tck.fidelity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Says in which way a target's answer is not the recorded one. */
public enum Reason {
  /** The target says itself that it does not have this. */
  NOT_SUPPORTED,
  /** The recorded server refuses, the target does not. */
  ERROR_MISSING,
  /** The target refuses, the recorded server does not. */
  ERROR_UNEXPECTED,
  /** Both refuse, with different codes. */
  ERROR_CODE,
  /** Both refuse with the same code and different words. */
  ERROR_TEXT,
  /** Another HTTP status. */
  HTTP_STATUS,
  /** Other names, types or lengths of columns. */
  COLUMNS,
  /** Another number of changed rows. */
  AFFECTED_ROWS,
  /** Another number of rows. */
  ROW_COUNT,
  /** The same rows in an order that TDengine does not give. */
  ROW_ORDER,
  /** Other values. */
  VALUES,
  /** The same content, written otherwise. */
  TEXT,
  /** Another WebSocket reply to the query. */
  SOCKET_REPLY,
  /** The same rows in other blocks. */
  BLOCK_PARTITION,
  /** A block whose header, column descriptions or lengths differ. */
  BLOCK_LAYOUT,
  /** A block with other rows. */
  BLOCK_VALUES,
  /** No answer came, or none that can be read. */
  TRANSPORT,
  /** The case could not be prepared, so that it was not replayed. */
  SETUP;

  /** Returns the spelling in files. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
