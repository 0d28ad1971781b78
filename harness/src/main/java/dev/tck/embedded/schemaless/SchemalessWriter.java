package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.SuperTable;
import dev.tck.embedded.insert.InsertContext;
import dev.tck.embedded.insert.InsertExecutor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes points, and creates or widens the tables that they need. Nothing is written if a line is
 * not understood; used by many threads at once.
 */
public final class SchemalessWriter {
  private final Catalogue catalogue;
  // TDengine's client numbers its requests, and tells the number in some messages.
  private final AtomicLong requests = new AtomicLong();

  /** Creates a writer on a catalogue. */
  public SchemalessWriter(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Writes points into a database.
   *
   * @return the number of rows written
   * @throws TaosException if a line is wrong (515, 522, 543, 295, 12290), types differ (12290,
   *     12292), or as INSERT and ALTER TABLE refuse it
   */
  public long write(SchemalessText request, String databaseName, InsertContext context)
      throws TaosException {
    Database database =
        catalogue.database(databaseName).orElseThrow(ErrorCode.DATABASE_NOT_EXIST::with);
    String requestId = Long.toHexString(requests.incrementAndGet());
    List<Point> points = new PointReader(request, database, context).read();
    Map<String, TableNeeds> needs = new LinkedHashMap<>();
    for (Point point : points) {
      needs
          .computeIfAbsent(point.measurement(), name -> new TableNeeds())
          .add(point, request.text());
    }
    SuperTableGrowth growth =
        new SuperTableGrowth(catalogue, database, context, request, requestId);
    Map<String, SuperTable> superTables = new LinkedHashMap<>();
    for (Map.Entry<String, TableNeeds> need : needs.entrySet()) {
      superTables.put(need.getKey(), growth.grow(need.getKey(), need.getValue()));
    }
    long written = 0;
    for (ChildTableWrite write : writes(points, superTables, database, context)) {
      written += write.write(request.timeToLive());
    }
    return written;
  }

  private static List<ChildTableWrite> writes(
      List<Point> points,
      Map<String, SuperTable> superTables,
      Database database,
      InsertContext context)
      throws TaosException {
    Map<List<String>, List<Point>> byTable = new LinkedHashMap<>();
    for (Point point : points) {
      byTable
          .computeIfAbsent(List.of(point.measurement(), point.table()), table -> new ArrayList<>())
          .add(point);
    }
    List<ChildTableWrite> writes = new ArrayList<>();
    for (List<Point> rows : byTable.values()) {
      SuperTable superTable = superTables.get(rows.get(0).measurement());
      if (superTable == null) {
        throw new IllegalStateException("every measurement has a super table");
      }
      ChildTableWrite write = new ChildTableWrite(superTable, rows);
      InsertExecutor.checkTimeRange(write.rows(), database, context);
      writes.add(write);
    }
    return writes;
  }
}
