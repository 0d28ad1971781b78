package dev.tck.benchmarks;

/** What a benchmark asks of a connector; one connection, one thread. */
interface Driver {

  /** Executes a statement without a result set and returns the affected rows. */
  long execute(String sql) throws Exception;

  /**
   * Reads a whole result and returns the sum of its first BIGINT or INT column, so that nothing is
   * skipped.
   */
  long sum(String sql, int column) throws Exception;

  /** Disconnects. */
  void close() throws Exception;
}
