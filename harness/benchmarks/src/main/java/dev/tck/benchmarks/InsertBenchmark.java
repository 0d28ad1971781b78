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
 * How many rows a connection inserts in a second by SQL, a thousand a statement; an operation is a
 * row.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class InsertBenchmark {
  private static final int ROWS = 1_000;
  private static final long FIRST_TIMESTAMP = 1_700_000_000_000L;

  /** A table, and the next timestamp to write; rows are never written twice. */
  @State(Scope.Benchmark)
  public static class Table {
    private String name = "";
    private long next = FIRST_TIMESTAMP;

    /** Creates the table. */
    @Setup(Level.Trial)
    public void create(Workbench workbench) throws Exception {
      name = workbench.table("inserted");
      workbench
          .driver()
          .execute("create table " + name + " (ts timestamp, v int, d double, s varchar(16))");
    }

    private String statement() {
      StringBuilder sql =
          new StringBuilder(64 * ROWS).append("insert into ").append(name).append(" values");
      for (int row = 0; row < ROWS; row++, next++) {
        sql.append('(')
            .append(next)
            .append(',')
            .append(row)
            .append(',')
            .append(row * 0.5)
            .append(",'row")
            .append(row)
            .append("')");
      }
      return sql.toString();
    }
  }

  /** Makes a statement of a thousand rows and executes it. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long insert(Workbench workbench, Table table) throws Exception {
    long affected = workbench.driver().execute(table.statement());
    if (affected != ROWS) {
      throw new IllegalStateException(affected + " rows affected instead of " + ROWS);
    }
    return affected;
  }
}
