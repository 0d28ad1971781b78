package dev.tck.results;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Names what became of a scenario in a cell. */
public enum Status {
  /** Every check passed. */
  PASS,
  /** A check failed. */
  FAIL,
  /**
   * The adapter declares that the connector cannot do this; a contradiction only where the page
   * claims it.
   */
  UNSUPPORTED,
  /** The adapter's process died. */
  CRASH,
  /** No answer within the deadline. */
  HUNG,
  /** Our adapter is at fault, never the connector. */
  ADAPTER_FAULT,
  /** The target died or refuses everybody. */
  TARGET_FAULT,
  /** Not executed, with a reason. */
  NOT_RUN;

  /** Returns the spelling in files: {@code adapter-fault}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
