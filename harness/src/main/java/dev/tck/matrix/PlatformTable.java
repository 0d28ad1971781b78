package dev.tck.matrix;

import java.util.List;
import java.util.Optional;

/**
 * Holds the page's platform table, which is about connectors of the native interface.
 *
 * @param legend says what the literals mean
 * @param rows are its rows in the page's order
 * @param statements are what the page says about platforms in prose
 */
public record PlatformTable(
    List<LegendEntry> legend, List<PlatformRow> rows, List<Statement> statements) {
  public PlatformTable {
    legend = List.copyOf(legend);
    rows = List.copyOf(rows);
    statements = List.copyOf(statements);
  }

  /** Finds the row of a platform. */
  public Optional<PlatformRow> find(String cpu, String os) {
    return rows.stream().filter(row -> row.cpu().equals(cpu) && row.os().equals(os)).findFirst();
  }
}
