package dev.tck.reporting.marks;

import dev.tck.matrix.Claim;
import dev.tck.matrix.Connector;
import dev.tck.matrix.ConnectorInterface;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.Support;
import dev.tck.matrix.Version;
import dev.tck.matrix.VersionClaim;
import dev.tck.results.CellKey;
import java.util.Optional;

/** Knows what the page claims of a cell. */
public final class PageClaims {
  private final Matrix matrix;

  /** Creates the claims of a matrix. */
  public PageClaims(Matrix matrix) {
    this.matrix = matrix;
  }

  /** Returns whether the connector is one of the vendor's. */
  public boolean isOfficial(CellKey cell) {
    return matrix.connectors().find(cell.connector()).map(Connector::official).orElse(false);
  }

  /**
   * Returns whether the page names this version of the connector for this server; empty if the page
   * has no row for the server, or nothing for the language.
   */
  public Optional<Boolean> isRecommended(CellKey cell) {
    Optional<Version> version = Version.parse(cell.version());
    Optional<Version> server = Version.parse(cell.target().tdengine());
    Optional<VersionClaim> claim = matrix.versionClaim(cell.row(), cell.language());
    if (version.isEmpty() || server.isEmpty()) {
      return Optional.empty();
    }
    return claim.map(
        found ->
            found.support() != Support.ABSENT
                && found.recommends(cell.connector(), version.get(), server.get()));
  }

  /** Returns whether the page claims that this connector supports a feature on this server. */
  public boolean isClaimed(CellKey cell, String feature) {
    return isOfficial(cell)
        && isRecommended(cell).orElse(false)
        && featureClaim(cell, feature).map(claim -> claim.support().isClaimed()).orElse(false);
  }

  private Optional<Claim> featureClaim(CellKey cell, String feature) {
    return ConnectorInterface.find(cell.interfaceId())
        .flatMap(
            connectorInterface ->
                matrix.featureClaim(connectorInterface, feature, cell.language()));
  }
}
