package dev.tck.reporting.marks;

/** Names what an outcome contributes to a mark. */
public enum Standing {
  /** The scenario passed. */
  HOLDS,
  /** The connector failed it. */
  FAILS,
  /** It ran into something that is not the connector's fault, or did not run: nobody knows. */
  INCONCLUSIVE,
  /** It counts for nothing: provisional, optional, or about what the page does not claim. */
  UNCOUNTED
}
