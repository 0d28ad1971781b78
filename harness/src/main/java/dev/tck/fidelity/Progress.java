package dev.tck.fidelity;

/** Hears how far a replay is. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = (caseName, done, total) -> {};

  /**
   * Is called before each case.
   *
   * @param done is the number of exchanges behind us
   * @param total is the number of all exchanges
   */
  void starts(String caseName, int done, int total);
}
