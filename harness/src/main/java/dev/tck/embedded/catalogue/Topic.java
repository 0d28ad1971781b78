package dev.tck.embedded.catalogue;

import dev.tck.embedded.sql.Statement;

/**
 * Holds a topic.
 *
 * @param database is the database whose changes it carries
 * @param schema is the JSON text of its columns, {@code NULL} for a topic of a database
 * @param created is in milliseconds since the epoch
 */
public record Topic(
    Statement.CreateTopic definition, String database, String schema, long created) {
  /** Returns the name. */
  public String name() {
    return definition.name();
  }
}
