package dev.tck.reference;

/** A connection to TDengine; may be used by several threads at once. */
public interface TaosConnection extends AutoCloseable {

  /**
   * Executes any statement.
   *
   * @throws TaosError if the server refuses or the connection fails
   */
  QueryResult query(String sql) throws TaosError;

  /**
   * Executes a statement and returns the rows it affected; a result set is read away and counts 0.
   *
   * @throws TaosError if the server refuses or the connection fails
   */
  default long execute(String sql) throws TaosError {
    QueryResult result = query(sql);
    if (result instanceof QueryResult.Affected affected) {
      return affected.rows();
    }
    try (QueryResult.ResultSet resultSet = (QueryResult.ResultSet) result) {
      while (resultSet.nextBlock() != null) {
        // Read to the end, so that the server frees it.
      }
    }
    return 0;
  }

  /** Closes the connection; statements under way fail. */
  @Override
  void close();
}
