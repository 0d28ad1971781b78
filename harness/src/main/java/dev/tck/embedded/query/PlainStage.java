package dev.tck.embedded.query;

import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** A query without groups: each row of the source gives a row. */
final class PlainStage implements Stage {
  private final RowSource source;
  private final List<Scalar> keys;
  private final Projection projection;
  private final boolean rowsOfTables;

  /**
   * Creates the stage.
   *
   * @param rowsOfTables is true if a row is given for each table, not for each row
   */
  PlainStage(RowSource source, List<Scalar> keys, Projection projection, boolean rowsOfTables) {
    this.source = source;
    this.keys = keys;
    this.projection = projection;
    this.rowsOfTables = rowsOfTables;
  }

  @Override
  public Partitions open() throws TaosException {
    BatchStream rows = rowsOfTables ? new ListStream(source.tableRows()) : source.open();
    BatchStream projected = projection.apply(rows);
    if (keys.isEmpty()) {
      return Partitions.single(projected);
    }
    // The keys stand behind the columns of the query, and are dropped again at the end.
    int width = projection.outputs().size();
    List<Scalar> all = new ArrayList<>(projection.outputs());
    all.addAll(keys);
    Projection withKeys = new Projection(all, projection.having());
    List<DataType> types = withKeys.types();
    int[] keyColumns = java.util.stream.IntStream.range(width, all.size()).toArray();
    return new Splitting(withKeys.apply(rows), keyColumns, types).partitions();
  }
}
