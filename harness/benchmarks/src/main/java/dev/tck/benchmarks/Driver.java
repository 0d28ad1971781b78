package dev.tck.benchmarks;

/** What a benchmark asks of a connector; one connection, one thread. */
interface Driver {

  /** Executes a statement without a result set and returns the affected rows. */
  long execute(String sql) throws Exception;

  /**
   * Reads every value of a result of a TIMESTAMP, an INT and a DOUBLE, each as the host language's
   * own, and returns the sum of all, so that nothing is skipped.
   */
  double sum(String sql) throws Exception;

  /** Returns the one BIGINT of a result of one row. */
  long number(String sql) throws Exception;

  /** Disconnects. */
  void close() throws Exception;
}
