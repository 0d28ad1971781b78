package dev.tck.results;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Names who is at fault when a scenario does not pass. */
public enum Blame {
  CONNECTOR,
  TARGET,
  ADAPTER,
  HARNESS,
  UNDECIDED;

  /** Returns the spelling in files. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
