package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonStringWriter;

/** Calls the connector in a loop, so that the protocol costs nothing. */
final class BenchLoop {
  private final TranslatedConnection connection;
  private final JsonObject params;
  private final Histogram histogram = new Histogram();
  private long nextRow;

  BenchLoop(TranslatedConnection connection, JsonObject params) {
    this.connection = connection;
    this.params = params;
  }

  private interface Operation {
    long run() throws Exception;
  }

  /** Runs the workload and writes what its measured part did. */
  void run(String workload, long warmupMillis, long measureMillis, JsonStringWriter out)
      throws Exception {
    Operation operation = operation(workload);
    loop(operation, warmupMillis * 1_000_000, false);
    histogram.clear();
    long[] done = loop(operation, measureMillis * 1_000_000, true);
    out.value("operations", done[0]).value("rows", done[1]).value("nanos", done[2]);
    histogram.write(out);
  }

  private Operation operation(String workload) {
    switch (workload) {
      case "roundtrip":
      case "fetch":
        String sql = text("sql");
        return () -> fetch(sql);
      case "insert":
        String into = "INSERT INTO " + text("into") + " VALUES ";
        String row = text("row");
        int rows = params.getInt("rows", 1);
        return () -> insert(into, row, rows);
      default:
        throw new RequestException("bench knows roundtrip, insert and fetch, not " + workload);
    }
  }

  private String text(String field) {
    String value = params.getString(field);
    if (value == null) {
      throw new RequestException("this workload needs the text params." + field);
    }
    return value;
  }

  private long[] loop(Operation operation, long nanos, boolean measured) throws Exception {
    long operations = 0;
    long rows = 0;
    long start = System.nanoTime();
    long now = start;
    while (now - start < nanos || (measured && operations == 0)) {
      rows += operation.run();
      operations++;
      long end = System.nanoTime();
      histogram.add(end - now);
      now = end;
    }
    return new long[] {operations, rows, Math.max(1, now - start)};
  }

  private long fetch(String sql) throws Exception {
    TranslatedResult result = connection.query(sql).result();
    if (result == null) {
      return 0;
    }
    long rows = 0;
    int width = result.columns().size();
    try {
      while (result.next()) {
        for (int index = 0; index < width; index++) {
          result.get(index);
        }
        rows++;
      }
    } finally {
      result.close();
    }
    return rows;
  }

  private long insert(String into, String row, int rows) throws Exception {
    long start = params.getLong("start", 0);
    long step = params.getLong("step", 1);
    StringBuilder sql = new StringBuilder(into);
    for (int index = 0; index < rows; index++) {
      long number = nextRow++;
      sql.append(
          row.replace("{ts}", Long.toString(start + number * step))
              .replace("{i}", Long.toString(number)));
    }
    connection.execute(sql.toString());
    return rows;
  }
}
