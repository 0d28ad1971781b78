package dev.tck.benchmarks;

import dev.tck.reference.ConnectOptions;
import dev.tck.reference.QueryResult;
import dev.tck.reference.ReferenceConnector;
import dev.tck.reference.TaosConnection;
import dev.tck.reference.TaosError;
import dev.tck.values.TaosType;
import dev.tck.wire.ResultBlock;

/** The reference connector. */
final class ReferenceDriver implements Driver {
  private final TaosConnection connection;

  ReferenceDriver(String interfaceId, ConnectOptions options) throws TaosError {
    ReferenceConnector.Interface by =
        interfaceId.equals("rest")
            ? ReferenceConnector.Interface.REST
            : ReferenceConnector.Interface.WEBSOCKET;
    this.connection = new ReferenceConnector().connect(by, options);
  }

  @Override
  public long execute(String sql) throws TaosError {
    return connection.execute(sql);
  }

  @Override
  public long sum(String sql, int column) throws TaosError {
    long sum = 0;
    try (QueryResult.ResultSet result = (QueryResult.ResultSet) connection.query(sql)) {
      for (ResultBlock block = result.nextBlock(); block != null; block = result.nextBlock()) {
        sum += sum(block, column);
      }
    }
    return sum;
  }

  private static long sum(ResultBlock block, int column) {
    long sum = 0;
    boolean wide = block.type(column) == TaosType.BIGINT;
    for (int row = 0; row < block.rows(); row++) {
      if (!block.isNull(column, row)) {
        sum += wide ? block.longAt(column, row) : block.intAt(column, row);
      }
    }
    return sum;
  }

  @Override
  public void close() {
    connection.close();
  }
}
