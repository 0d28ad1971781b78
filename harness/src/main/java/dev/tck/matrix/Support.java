package dev.tck.matrix;

import java.util.Locale;

/** Names what a cell of the page claims. */
public enum Support {
  /** Tested and verified by the vendor. */
  OFFICIAL,
  /** Tested and verified by others. */
  UNOFFICIAL,
  /** Said to be supported, or named as the version to use. */
  SUPPORTED,
  /** Said to be untested. */
  UNTESTED,
  /** Said not to exist. */
  ABSENT;

  /** Returns whether the page claims that it works: only then a failure contradicts the page. */
  public boolean isClaimed() {
    return this == OFFICIAL || this == UNOFFICIAL || this == SUPPORTED;
  }

  /** Returns the spelling in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the spelling in files.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Support of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
