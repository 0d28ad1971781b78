package dev.tck.embedded.query;

import dev.tck.embedded.catalogue.Catalogue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Holds what the meaning of a query depends on besides its text.
 *
 * @param database is the current database
 * @param now is the moment at which the statement is executed
 * @param zone is the connection's time zone
 * @param user is the connection's user
 * @param version is what {@code server_version()} returns
 * @param systemTables are the tables of information_schema and performance_schema
 */
public record QueryContext(
    Catalogue catalogue,
    Optional<String> database,
    Instant now,
    ZoneId zone,
    String user,
    String version,
    SystemTables systemTables) {}
