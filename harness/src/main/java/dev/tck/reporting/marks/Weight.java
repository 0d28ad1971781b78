package dev.tck.reporting.marks;

/** Names how much a scenario weighs in a mark. */
public enum Weight {
  /** Makes the difference between partial support and none. */
  CORE,
  /** Has to pass. */
  MUST,
  /** Is shown and counts for nothing. */
  SHOULD
}
