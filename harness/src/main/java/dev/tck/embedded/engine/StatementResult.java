package dev.tck.embedded.engine;

import dev.tck.embedded.TaosException;
import dev.tck.values.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement gives: a number of rows, or a result set. */
public sealed interface StatementResult {

  /** A statement without result set changed this many rows (0 for DDL). */
  record Affected(long rows) implements StatementResult {}

  /** A result set whose blocks are made as they are asked for; used by one thread at a time. */
  non-sealed interface Rows extends StatementResult, AutoCloseable {

    /** Returns the columns. */
    List<ResultColumn> columns();

    /** Returns the precision of the timestamps, milliseconds if no database is involved. */
    Precision precision();

    /**
     * Returns the next result block in wire format, with at least one row, or null at the end.
     *
     * @throws TaosException if the rest of the result cannot be computed
     */
    byte @Nullable [] nextBlock() throws TaosException;

    @Override
    void close();
  }
}
