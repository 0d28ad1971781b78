package dev.tck.adapter.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open result, read row by row as the connector hands it out. */
public interface TranslatedResult {

  /** Describes the columns. */
  List<Column> columns() throws Exception;

  /** Moves to the next row; false after the last. */
  boolean next() throws Exception;

  /**
   * Returns the host object of a column of the current row, as the connector returns it.
   *
   * @param index counts from 0
   */
  @Nullable Object get(int index) throws Exception;

  /**
   * Puts a host object into the protocol's form; never called for null.
   *
   * @param index counts from 0
   */
  WireValue translate(int index, Object host) throws Exception;

  /** Closes the result. */
  void close() throws Exception;
}
