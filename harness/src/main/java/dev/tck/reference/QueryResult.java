package dev.tck.reference;

import dev.tck.values.Precision;
import dev.tck.wire.ResultBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement gives: a number of affected rows, or a result set. */
public sealed interface QueryResult {

  /** A statement without result set changed this many rows. */
  record Affected(long rows) implements QueryResult {}

  /** A result set, read block by block by one thread; must be closed. */
  non-sealed interface ResultSet extends QueryResult, AutoCloseable {

    /** Returns the columns. */
    List<ColumnInfo> columns();

    /**
     * Returns the precision of the timestamps in the blocks.
     *
     * <p>REST does not state it, so there it is known from the first timestamp on, and milliseconds
     * before.
     */
    Precision precision();

    /**
     * Returns the next block, or null after the last one.
     *
     * @throws TaosError if the server fails or the connection does
     */
    @Nullable ResultBlock nextBlock() throws TaosError;

    /** Frees the result on the server if it was not read to its end. */
    @Override
    void close() throws TaosError;
  }
}
