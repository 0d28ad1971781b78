package dev.tck.matrix;

import java.util.List;
import java.util.Optional;

/**
 * Holds the feature rows and the page's feature tables.
 *
 * @param legend says what the literals of the tables mean
 * @param rows are the feature rows, {@code versions} and {@code installation} among them
 * @param tables are the page's tables, one an interface
 * @param statements are what the page says about features in prose
 * @param installation are the steps that install client drivers
 */
public record Features(
    List<LegendEntry> legend,
    List<FeatureRow> rows,
    List<FeatureTable> tables,
    List<Statement> statements,
    List<InstallationStep> installation) {
  public Features {
    legend = List.copyOf(legend);
    rows = List.copyOf(rows);
    tables = List.copyOf(tables);
    statements = List.copyOf(statements);
    installation = List.copyOf(installation);
  }

  /** Finds a feature row by its id. */
  public Optional<FeatureRow> find(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** Finds the table of an interface. */
  public Optional<FeatureTable> table(ConnectorInterface connectorInterface) {
    return tables.stream()
        .filter(table -> table.connectorInterface() == connectorInterface)
        .findFirst();
  }
}
