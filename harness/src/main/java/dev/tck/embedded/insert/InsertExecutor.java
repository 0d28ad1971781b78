package dev.tck.embedded.insert;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.Table;
import dev.tck.embedded.store.Rows;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Executes INSERT … VALUES. */
public final class InsertExecutor {
  private static final long MILLISECONDS_PER_MINUTE = 60_000;
  private static final int HEAD_CHARACTERS = 4096;
  private static final int LONGEST_KEYWORD = 16;

  private final Catalogue catalogue;

  /** Creates an executor on a catalogue. */
  public InsertExecutor(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Returns whether a statement is an INSERT with values, not with a query. */
  public static boolean isInsertOfValues(String sql) {
    if (sql.length() <= HEAD_CHARACTERS) {
      return isInsertOfValues(new SqlScanner(sql), Integer.MAX_VALUE).orElse(false);
    }
    // The beginning of a long statement mostly tells.
    SqlScanner head = new SqlScanner(sql.substring(0, HEAD_CHARACTERS));
    Optional<Boolean> known = isInsertOfValues(head, HEAD_CHARACTERS - LONGEST_KEYWORD);
    return known.isPresent()
        ? known.get()
        : isInsertOfValues(new SqlScanner(sql), Integer.MAX_VALUE).orElse(false);
  }

  // Empty if what stands before a place does not tell.
  private static Optional<Boolean> isInsertOfValues(SqlScanner scanner, int until) {
    scanner.next();
    if (scanner.kind != ScanKind.INSERT) {
      return Optional.of(false);
    }
    while (true) {
      scanner.next();
      if (scanner.end > until) {
        return Optional.empty();
      }
      switch (scanner.kind) {
        case USING, VALUES, FILE -> {
          return Optional.of(true);
        }
        case NONE -> {
          return Optional.empty();
        }
        case KEYWORD -> {
          if (scanner.text().equalsIgnoreCase("select")) {
            return Optional.of(false);
          }
        }
        default -> {}
      }
    }
  }

  /**
   * Reads and executes a statement: all of it, or on an error nothing.
   *
   * @return the number of rows written, rows of the same key counted once
   * @throws TaosException if TDengine would refuse it
   */
  public long execute(String sql, Optional<String> database, InsertContext context)
      throws TaosException {
    Collection<TableWrite> writes = new InsertParser(sql, catalogue, database, context).parse();
    List<Rows> rows = new ArrayList<>(writes.size());
    for (TableWrite write : writes) {
      Rows toWrite = write.rows().rowsToWrite();
      checkTimeRange(toWrite, write.database(), context);
      rows.add(toWrite);
    }
    long affected = 0;
    int index = 0;
    for (TableWrite write : writes) {
      affected += write.table().data().write(rows.get(index++));
    }
    return affected;
  }

  /** Refuses rows that are older than KEEP or later than TDengine can tell (1547). */
  public static void checkTimeRange(Rows rows, Database database, InsertContext context)
      throws TaosException {
    Precision precision = database.precision();
    long perMillisecond = precision.unitsPerSecond() / 1000;
    long keep = database.options().keepMinutes().get(2) * MILLISECONDS_PER_MINUTE;
    long oldest = context.now(precision) - keep * perMillisecond;
    long latest = latest(precision);
    Vector times = rows.batch().column(0);
    for (int row = 0; row < times.rows(); row++) {
      long time = times.longAt(row);
      if (time < oldest || time > latest) {
        throw ErrorCode.TIMESTAMP_OUT_OF_RANGE.with();
      }
    }
  }

  // The year 2970; with nanoseconds the year 2262.
  private static long latest(Precision precision) {
    return switch (precision) {
      case MILLISECONDS -> 31_556_995_200_000L;
      case MICROSECONDS -> 31_556_995_200_000_000L;
      case NANOSECONDS -> 9_214_646_400_000_000_000L;
    };
  }

  /**
   * Reads a tag's value that CREATE TABLE or ALTER TABLE gives.
   *
   * @param text is the value as written
   * @return a vector of one row
   * @throws TaosException if the tag cannot have the value
   */
  public static Vector readTag(String text, Column tag, Table superTable, InsertContext context)
      throws TaosException {
    SqlScanner scanner = new SqlScanner(text);
    ValueReader values = new ValueReader(scanner, context, superTable.database().precision());
    scanner.nextValue();
    return TagsReader.readValue(values, scanner, tag);
  }
}
