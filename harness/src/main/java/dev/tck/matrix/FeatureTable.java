package dev.tck.matrix;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the page's feature table of an interface.
 *
 * @param connectorInterface is the interface
 * @param line is the line of its heading
 * @param title is its heading
 * @param rows are its rows in the page's order
 */
public record FeatureTable(
    ConnectorInterface connectorInterface, int line, String title, List<Row> rows) {
  public FeatureTable {
    rows = List.copyOf(rows);
  }

  /**
   * Holds a row of a feature table.
   *
   * @param feature is the feature row's id
   * @param line is its line in the page
   * @param claims are the cells by language
   */
  public record Row(String feature, int line, Map<String, Claim> claims) {
    public Row {
      claims = Ordered.copyOf(claims);
    }
  }

  /** Finds the cell of a feature and a language. */
  public Optional<Claim> claim(String feature, String language) {
    return rows.stream()
        .filter(row -> row.feature().equals(feature))
        .flatMap(row -> Optional.ofNullable(row.claims().get(language)).stream())
        .findFirst();
  }
}
