package dev.tck.embedded.information;

import dev.tck.embedded.catalogue.Catalogue;
import dev.tck.embedded.catalogue.Database;
import dev.tck.embedded.catalogue.DatabaseOption;
import dev.tck.embedded.catalogue.DatabaseOptions;
import dev.tck.embedded.catalogue.SuperTable;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of ins_databases, and what stands in SHOW CREATE DATABASE. */
final class DatabaseRows {
  private static final int SYSTEM_PREFIX = 10;

  private final Catalogue catalogue;
  private final List<SystemTableDefinition> systemTables;

  DatabaseRows(Catalogue catalogue, List<SystemTableDefinition> systemTables) {
    this.catalogue = catalogue;
    this.systemTables = systemTables;
  }

  void write(RowWriter rows) {
    writeSystemDatabase("information_schema", rows);
    writeSystemDatabase("performance_schema", rows);
    for (Database database : catalogue.databases()) {
      write(database, rows);
    }
  }

  private void writeSystemDatabase(String name, RowWriter rows) {
    long tables = systemTables.stream().filter(table -> table.database().equals(name)).count();
    rows.text(name).number(catalogue.started()).none().number(tables);
    for (int column = 0; column < SYSTEM_PREFIX; column++) {
      rows.none();
    }
    rows.text("ms").text("ready").end();
  }

  private static void write(Database database, RowWriter rows) {
    DatabaseOptions options = database.options();
    long tables =
        database.tables().stream().filter(table -> !(table instanceof SuperTable)).count();
    rows.text(database.name()).number(database.created());
    number(options, DatabaseOption.VGROUPS, rows);
    rows.number(tables);
    number(options, DatabaseOption.REPLICA, rows);
    rows.text("on")
        .text(DurationText.of(options.number(DatabaseOption.DURATION)))
        .text(keep(options));
    number(options, DatabaseOption.BUFFER, rows);
    number(options, DatabaseOption.PAGE_SIZE, rows);
    number(options, DatabaseOption.PAGES, rows);
    number(options, DatabaseOption.MIN_ROWS, rows);
    number(options, DatabaseOption.MAX_ROWS, rows);
    number(options, DatabaseOption.COMPRESSION, rows);
    rows.text(options.precision().text()).text("ready").none();
    number(options, DatabaseOption.SINGLE_STABLE, rows);
    rows.text(options.cacheModel());
    number(options, DatabaseOption.CACHE_SIZE, rows);
    number(options, DatabaseOption.WAL_LEVEL, rows);
    number(options, DatabaseOption.WAL_FSYNC_PERIOD, rows);
    number(options, DatabaseOption.WAL_RETENTION_PERIOD, rows);
    number(options, DatabaseOption.WAL_RETENTION_SIZE, rows);
    number(options, DatabaseOption.STT_TRIGGER, rows);
    number(options, DatabaseOption.TABLE_PREFIX, rows);
    number(options, DatabaseOption.TABLE_SUFFIX, rows);
    number(options, DatabaseOption.TSDB_PAGE_SIZE, rows);
    number(options, DatabaseOption.KEEP_TIME_OFFSET, rows);
    number(options, DatabaseOption.S3_CHUNK_PAGES, rows);
    rows.text(options.number(DatabaseOption.S3_KEEP_LOCAL) + "m");
    number(options, DatabaseOption.S3_COMPACT, rows);
    rows.number(0).text(options.encryptAlgorithm());
    rows.text(DurationText.of(options.number(DatabaseOption.COMPACT_INTERVAL)))
        .text(options.compactTimeRange())
        .text(options.number(DatabaseOption.COMPACT_TIME_OFFSET) + "h")
        .end();
  }

  private static void number(DatabaseOptions options, DatabaseOption option, RowWriter rows) {
    rows.number(options.number(option));
  }

  private static String keep(DatabaseOptions options) {
    return options.keepMinutes().stream().map(DurationText::of).collect(Collectors.joining(","));
  }

  /** Returns the statement that would create a database. */
  static String createStatement(Database database) {
    DatabaseOptions options = database.options();
    return "CREATE DATABASE `%s` BUFFER %d CACHESIZE %d CACHEMODEL '%s' COMP %d DURATION %s "
            .formatted(
                database.name(),
                options.number(DatabaseOption.BUFFER),
                options.number(DatabaseOption.CACHE_SIZE),
                options.cacheModel(),
                options.number(DatabaseOption.COMPRESSION),
                DurationText.of(options.number(DatabaseOption.DURATION)))
        + "WAL_FSYNC_PERIOD %d MAXROWS %d MINROWS %d STT_TRIGGER %d KEEP %s PAGES %d PAGESIZE %d "
            .formatted(
                options.number(DatabaseOption.WAL_FSYNC_PERIOD),
                options.number(DatabaseOption.MAX_ROWS),
                options.number(DatabaseOption.MIN_ROWS),
                options.number(DatabaseOption.STT_TRIGGER),
                keep(options),
                options.number(DatabaseOption.PAGES),
                options.number(DatabaseOption.PAGE_SIZE))
        + "PRECISION '%s' REPLICA %d WAL_LEVEL %d VGROUPS %d SINGLE_STABLE %d TABLE_PREFIX %d "
            .formatted(
                options.precision().text(),
                options.number(DatabaseOption.REPLICA),
                options.number(DatabaseOption.WAL_LEVEL),
                options.number(DatabaseOption.VGROUPS),
                options.number(DatabaseOption.SINGLE_STABLE),
                options.number(DatabaseOption.TABLE_PREFIX))
        + "TABLE_SUFFIX %d TSDB_PAGESIZE %d WAL_RETENTION_PERIOD %d WAL_RETENTION_SIZE %d "
            .formatted(
                options.number(DatabaseOption.TABLE_SUFFIX),
                options.number(DatabaseOption.TSDB_PAGE_SIZE),
                options.number(DatabaseOption.WAL_RETENTION_PERIOD),
                options.number(DatabaseOption.WAL_RETENTION_SIZE))
        + "KEEP_TIME_OFFSET %d ENCRYPT_ALGORITHM '%s' S3_CHUNKPAGES %d S3_KEEPLOCAL %dm "
            .formatted(
                options.number(DatabaseOption.KEEP_TIME_OFFSET),
                options.encryptAlgorithm(),
                options.number(DatabaseOption.S3_CHUNK_PAGES),
                options.number(DatabaseOption.S3_KEEP_LOCAL))
        + "S3_COMPACT %d COMPACT_INTERVAL %s COMPACT_TIME_RANGE %s COMPACT_TIME_OFFSET %dh"
            .formatted(
                options.number(DatabaseOption.S3_COMPACT),
                DurationText.of(options.number(DatabaseOption.COMPACT_INTERVAL)),
                options.compactTimeRange(),
                options.number(DatabaseOption.COMPACT_TIME_OFFSET));
  }
}
