package dev.tck.values;

import java.util.Optional;

/** Names the unit in which a database counts time since 1970-01-01T00:00:00Z. */
public enum Precision {
  MILLISECONDS(0, "ms", 1_000L, 3),
  MICROSECONDS(1, "us", 1_000_000L, 6),
  NANOSECONDS(2, "ns", 1_000_000_000L, 9);

  private final int id;
  private final String text;
  private final long unitsPerSecond;
  private final int digits;

  Precision(int id, String text, long unitsPerSecond, int digits) {
    this.id = id;
    this.text = text;
    this.unitsPerSecond = unitsPerSecond;
    this.digits = digits;
  }

  /** Returns the precision with this id in WebSocket replies, if there is one. */
  public static Optional<Precision> ofId(int id) {
    return id < 0 || id > 2 ? Optional.empty() : Optional.of(values()[id]);
  }

  /**
   * Returns the precision with this spelling in {@code CREATE DATABASE … PRECISION}, in any case.
   */
  public static Optional<Precision> ofText(String text) {
    for (Precision precision : values()) {
      if (precision.text.equalsIgnoreCase(text)) {
        return Optional.of(precision);
      }
    }
    return Optional.empty();
  }

  /** Returns the id in WebSocket replies: 0, 1 or 2. */
  public int id() {
    return id;
  }

  /** Returns the spelling in SQL and in our JSON form: {@code ms}, {@code us} or {@code ns}. */
  public String text() {
    return text;
  }

  /** Returns how many units make a second. */
  public long unitsPerSecond() {
    return unitsPerSecond;
  }

  /** Returns the nanoseconds of one unit. */
  public long nanosPerUnit() {
    return 1_000_000_000L / unitsPerSecond;
  }

  /** Returns the digits of a second's fraction, as REST answers print them. */
  public int digits() {
    return digits;
  }
}
