package dev.tck.embedded.catalogue;

/**
 * Names the options of databases that are whole numbers, with their ranges and defaults (a 3.3.6
 * server's answers). Lengths of time are in minutes.
 */
public enum DatabaseOption {
  BUFFER("buffer", "buffer", 3, 16384, 256),
  CACHE_SIZE("cachesize", "cacheSize", 1, 65536, 1),
  COMPRESSION("comp", "compression", 0, 2, 2),
  DURATION("duration", "daysPerFile", 60, 3650 * 1440, 10 * 1440),
  WAL_FSYNC_PERIOD("wal_fsync_period", "fsyncPeriod", 0, 180000, 3000),
  MAX_ROWS("maxrows", "maxRowsPerBlock", 200, 10000000, 4096),
  MIN_ROWS("minrows", "minRowsPerBlock", 10, 1000000, 100),
  KEEP_TIME_OFFSET("keep_time_offset", "keep_time_offset", 0, 23, 0),
  PAGES("pages", "pages", 64, Integer.MAX_VALUE - 1, 256),
  PAGE_SIZE("pagesize", "pagesize", 1, 16384, 4),
  TSDB_PAGE_SIZE("tsdb_pagesize", "tsdbPagesize", 1, 16384, 4),
  REPLICA("replica", "replications", 1, 3, 1),
  WAL_LEVEL("wal_level", "walLevel", 0, 2, 1),
  VGROUPS("vgroups", "vgroups", 1, 1024, 2),
  SINGLE_STABLE("single_stable", "singleStable", 0, 1, 0),
  SCHEMALESS("schemaless", "schemaless", 0, Integer.MAX_VALUE, 0),
  WAL_RETENTION_PERIOD("wal_retention_period", "walRetentionPeriod", -2, Integer.MAX_VALUE, 3600),
  WAL_RETENTION_SIZE("wal_retention_size", "walRetentionSize", -1, Integer.MAX_VALUE, 0),
  WAL_ROLL_PERIOD("wal_roll_period", "walRollPeriod", 0, Integer.MAX_VALUE, 0),
  WAL_SEGMENT_SIZE("wal_segment_size", "walSegmentSize", 0, Integer.MAX_VALUE, 0),
  STT_TRIGGER("stt_trigger", "sstTrigger", 1, 16, 2),
  TABLE_PREFIX("table_prefix", "table_prefix", -191, 191, 0),
  TABLE_SUFFIX("table_suffix", "table_suffix", -191, 191, 0),
  S3_KEEP_LOCAL("s3_keeplocal", "s3KeepLocal", 1440, 365000 * 1440, 365 * 1440),
  S3_CHUNK_PAGES("s3_chunkpages", "s3_chunkpages", 131072, 1048576, 131072),
  S3_COMPACT("s3_compact", "s3_compact", 0, 1, 1),
  COMPACT_INTERVAL("compact_interval", "compact_interval", 10, 365000 * 1440, 0),
  COMPACT_TIME_OFFSET("compact_time_offset", "compact_time_offset", 0, 23, 0);

  private final String keyword;
  private final String errorName;
  private final long least;
  private final long most;
  private final long standard;

  DatabaseOption(String keyword, String errorName, long least, long most, long standard) {
    this.keyword = keyword;
    this.errorName = errorName;
    this.least = least;
    this.most = most;
    this.standard = standard;
  }

  /** Returns the option as written in SQL. */
  public String keyword() {
    return keyword;
  }

  /** Returns the name by which error messages call the option. */
  public String errorName() {
    return errorName;
  }

  /** Returns the least value. */
  public long least() {
    return least;
  }

  /** Returns the greatest value. */
  public long most() {
    return most;
  }

  /** Returns the value if nothing is said. */
  public long standard() {
    return standard;
  }
}
