package dev.tck.benchmarks;

import dev.tck.reference.QueryResult;
import dev.tck.reference.TaosConnection;
import dev.tck.reference.TaosError;
import dev.tck.wire.ResultBlock;
import java.util.Objects;

/** The reference connector. */
final class ReferenceDriver implements Driver {
  private final TaosConnection connection;

  ReferenceDriver(TaosConnection connection) {
    this.connection = connection;
  }

  @Override
  public long execute(String sql) throws TaosError {
    return connection.execute(sql);
  }

  @Override
  public double sum(String sql) throws TaosError {
    double sum = 0;
    try (QueryResult.ResultSet result = (QueryResult.ResultSet) connection.query(sql)) {
      for (ResultBlock block = result.nextBlock(); block != null; block = result.nextBlock()) {
        for (int row = 0; row < block.rows(); row++) {
          sum += block.longAt(0, row) + block.intAt(1, row) + block.doubleAt(2, row);
        }
      }
    }
    return sum;
  }

  @Override
  public long number(String sql) throws TaosError {
    try (QueryResult.ResultSet result = (QueryResult.ResultSet) connection.query(sql)) {
      ResultBlock block = Objects.requireNonNull(result.nextBlock(), sql);
      return block.longAt(0, 0);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
