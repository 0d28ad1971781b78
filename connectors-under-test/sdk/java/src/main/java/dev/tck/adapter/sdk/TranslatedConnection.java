package dev.tck.adapter.sdk;

import org.jspecify.annotations.Nullable;

/** An open connection. */
public interface TranslatedConnection {

  /**
   * Executes a statement.
   *
   * @return the affected rows as the connector reports them, null if it reports none
   */
  @Nullable Long execute(String sql) throws Exception;

  /** Executes a statement that may have a result set. */
  QueryOutcome query(String sql) throws Exception;

  /** Closes the connection. */
  void close() throws Exception;
}
