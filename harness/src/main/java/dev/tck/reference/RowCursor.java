package dev.tck.reference;

import dev.tck.values.Value;
import dev.tck.wire.ResultBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through a result row by row, over the borders of blocks; for reports and checks. */
public final class RowCursor {
  private final QueryResult.ResultSet result;
  private @Nullable ResultBlock block;
  private int row;
  private boolean ended;

  /** Creates a cursor before the first row. */
  public RowCursor(QueryResult.ResultSet result) {
    this.result = result;
  }

  /**
   * Moves to the next row, if there is one.
   *
   * @throws TaosError if the server or the connection fails
   */
  public boolean advance() throws TaosError {
    row++;
    while (!ended && (block == null || row >= block.rows())) {
      block = result.nextBlock();
      row = 0;
      ended = block == null;
    }
    return !ended;
  }

  /** Returns the values of the current row. */
  public List<Value> values() {
    ResultBlock current = block;
    if (current == null) {
      throw new IllegalStateException("no current row");
    }
    return ResultValues.row(current, row, result.precision());
  }

  /** Returns whether another row may follow; false is certain. */
  public boolean hasMore() {
    return !ended;
  }
}
