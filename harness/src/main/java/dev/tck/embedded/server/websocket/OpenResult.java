package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.engine.ResultColumn;
import dev.tck.embedded.engine.StatementResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A result that a client has not read to its end, and the block that it fetched last. */
final class OpenResult {
  private final StatementResult.Rows rows;
  private byte @Nullable [] block;

  OpenResult(StatementResult.Rows rows) {
    this.rows = rows;
  }

  List<ResultColumn> columns() {
    return rows.columns();
  }

  /**
   * Makes the next block the current one and returns it, or nothing at the end.
   *
   * @throws TaosException if the rest of the result cannot be computed
   */
  Optional<byte[]> next() throws TaosException {
    block = rows.nextBlock();
    return block();
  }

  /** Returns the current block, if one was fetched. */
  Optional<byte[]> block() {
    return Optional.ofNullable(block);
  }

  void close() {
    block = null;
    rows.close();
  }
}
