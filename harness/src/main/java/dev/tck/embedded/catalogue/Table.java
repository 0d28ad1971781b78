package dev.tck.embedded.catalogue;

import java.util.Optional;

/** A table of any kind. */
public abstract sealed class Table permits SuperTable, DataTable {
  private final Database database;
  private final String name;
  private final long uid;
  private final long created;
  private volatile Optional<String> comment;
  private volatile long timeToLive;

  Table(Database database, String name, long uid, long created, Options options) {
    this.database = database;
    this.name = name;
    this.uid = uid;
    this.created = created;
    this.comment = options.comment();
    this.timeToLive = options.timeToLive();
  }

  /**
   * What may be said of a table besides its columns.
   *
   * @param timeToLive is in days, 0 for ever
   */
  public record Options(Optional<String> comment, long timeToLive) {
    /** Nothing said. */
    public static final Options NONE = new Options(Optional.empty(), 0);
  }

  /** Returns the database in which the table is. */
  public Database database() {
    return database;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the number that tells the table from all others, in order of creation. */
  public long uid() {
    return uid;
  }

  /** Returns when the table was created, in milliseconds since the epoch. */
  public long created() {
    return created;
  }

  /** Returns the comment. */
  public Optional<String> comment() {
    return comment;
  }

  /** Returns the days after which the table vanishes, 0 for never. */
  public long timeToLive() {
    return timeToLive;
  }

  /** Changes the comment. */
  public void comment(String newComment) {
    comment = Optional.of(newComment);
  }

  /** Changes the days after which the table vanishes. */
  public void timeToLive(long days) {
    timeToLive = days;
  }

  /** Returns the present schema. */
  public abstract Schema schema();
}
