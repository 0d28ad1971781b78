package dev.tck.embedded.engine;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.query.BatchStream;
import dev.tck.embedded.query.BoundQuery;
import dev.tck.embedded.query.Field;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.vector.Batch;
import dev.tck.embedded.vector.BatchBuilder;
import dev.tck.embedded.vector.BlockWriter;
import dev.tck.values.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query as result blocks, each made when it is asked for. */
final class QueryRows implements StatementResult.Rows {
  private final BoundQuery query;
  private final List<DataType> types;
  private final BatchStream rows;
  private @Nullable Batch ahead;
  private boolean closed;

  /** Opens the query, so that the tables are read as they are now. */
  QueryRows(BoundQuery query) throws TaosException {
    this.query = query;
    this.types = query.fields().stream().map(Field::type).toList();
    this.rows = query.open();
  }

  @Override
  public List<ResultColumn> columns() {
    return query.fields().stream().map(QueryRows::column).toList();
  }

  private static ResultColumn column(Field field) {
    DataType type = field.type();
    return new ResultColumn(
        field.name(),
        type.type(),
        type.length(),
        type.blockBytes(),
        type.precision(),
        type.scale());
  }

  @Override
  public Precision precision() {
    return query.precision();
  }

  // Small batches, such as those of many small tables, are put together.
  @Override
  public byte @Nullable [] nextBlock() throws TaosException {
    Batch first = take();
    if (first == null) {
      return null;
    }
    Batch second = take();
    if (second == null || first.rows() + second.rows() > BatchStream.BATCH_ROWS) {
      ahead = second;
      return BlockWriter.write(types, first);
    }
    BatchBuilder together = new BatchBuilder(types, first.rows() + second.rows());
    together.appendRange(first, 0, first.rows());
    while (second != null && together.rows() + second.rows() <= BatchStream.BATCH_ROWS) {
      together.appendRange(second, 0, second.rows());
      second = take();
    }
    ahead = second;
    return BlockWriter.write(types, together.build());
  }

  private @Nullable Batch take() throws TaosException {
    if (closed) {
      return null;
    }
    Batch batch = ahead;
    if (batch != null) {
      ahead = null;
      return batch;
    }
    return Guarding.next(rows);
  }

  @Override
  public void close() {
    closed = true;
    ahead = null;
  }
}
