package dev.tck.matrix;

import java.util.List;
import java.util.Optional;

/**
 * Holds the page's version table; a server's version belongs to at most one row.
 *
 * @param rows are its rows in the page's order, the newest first
 * @param statements are what the page says about versions in prose
 */
public record VersionTable(List<VersionRow> rows, List<Statement> statements) {
  public VersionTable {
    rows = List.copyOf(rows);
    statements = List.copyOf(statements);
  }

  /** Finds a row by its id. */
  public Optional<VersionRow> find(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** Finds the row of a server; empty for a version of which the page has none, such as 2.1.7. */
  public Optional<VersionRow> rowOf(Version server) {
    return rows.stream().filter(row -> row.servers().contains(server)).findFirst();
  }
}
