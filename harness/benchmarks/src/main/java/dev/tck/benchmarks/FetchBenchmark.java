package dev.tck.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How many rows a connection fetches in a second, of a timestamp, an INT and a DOUBLE; an operation
 * is a row.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FetchBenchmark {
  private static final int ROWS = 100_000;
  private static final int ROWS_PER_INSERT = 5_000;
  private static final long FIRST_TIMESTAMP = 1_700_000_000_000L;
  // Of the timestamps, of 0 to ROWS - 1, and of the halves of these.
  private static final double SUM = (double) ROWS * FIRST_TIMESTAMP + 2.5 * ROWS * (ROWS - 1) / 2;

  /** A table of a hundred thousand rows. */
  @State(Scope.Benchmark)
  public static class Table {
    private String query = "";

    /** Creates and fills the table. */
    @Setup(Level.Trial)
    public void fill(Workbench workbench) throws Exception {
      String name = workbench.table("fetched");
      workbench.driver().execute("create table " + name + " (ts timestamp, v int, d double)");
      for (int first = 0; first < ROWS; first += ROWS_PER_INSERT) {
        StringBuilder sql = new StringBuilder("insert into ").append(name).append(" values");
        for (int row = first; row < first + ROWS_PER_INSERT; row++) {
          sql.append('(')
              .append(FIRST_TIMESTAMP + row)
              .append(',')
              .append(row)
              .append(',')
              .append(row * 0.5)
              .append(')');
        }
        workbench.driver().execute(sql.toString());
      }
      query = "select ts, v, d from " + name;
    }
  }

  /** Reads the whole table and adds all its values up, which shows that nothing was left out. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double fetch(Workbench workbench, Table table) throws Exception {
    double sum = workbench.driver().sum(table.query);
    if (Math.abs(sum - SUM) > ROWS) {
      throw new IllegalStateException("the rows add up to " + sum);
    }
    return sum;
  }
}
