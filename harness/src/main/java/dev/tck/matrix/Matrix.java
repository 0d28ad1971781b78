package dev.tck.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds everything that {@code matrix/*.yaml} says.
 *
 * @param platforms is the page's platform table
 * @param versions is the page's version table
 * @param features are the feature rows and the page's feature tables
 * @param connectors are the languages and connectors of the page
 * @param catalogue are the faults that scenarios are made from
 * @param gate is what a release must show
 */
public record Matrix(
    PlatformTable platforms,
    VersionTable versions,
    Features features,
    Connectors connectors,
    List<CatalogueEntry> catalogue,
    Gate gate) {
  public Matrix {
    catalogue = List.copyOf(catalogue);
  }

  /** Finds the claim of the page's platform table, which is about the native interface. */
  public Optional<Claim> platformClaim(String cpu, String os, String language) {
    return platforms.find(cpu, os).flatMap(row -> Optional.ofNullable(row.claims().get(language)));
  }

  /** Finds the claim of the page's version table. */
  public Optional<VersionClaim> versionClaim(String row, String language) {
    return versions.find(row).flatMap(found -> Optional.ofNullable(found.claims().get(language)));
  }

  /** Finds the claim of the page's feature tables. */
  public Optional<Claim> featureClaim(
      ConnectorInterface connectorInterface, String feature, String language) {
    return features.table(connectorInterface).flatMap(table -> table.claim(feature, language));
  }

  /** Finds an entry of the catalogue. */
  public Optional<CatalogueEntry> catalogueEntry(String id) {
    return catalogue.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** Returns all that the page says in prose, in the page's order. */
  public List<Statement> statements() {
    return Stream.of(
            connectors.statements(),
            platforms.statements(),
            versions.statements(),
            features.statements())
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Statement::line))
        .toList();
  }
}
