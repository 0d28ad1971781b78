package dev.tck.results;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names how much a check weighs: a failed MUST fails the scenario, a failed SHOULD is shown. */
public enum Level {
  MUST,
  SHOULD;

  /** Returns the spelling in files. */
  @JsonValue
  public String text() {
    return name();
  }
}
