package dev.tck.matrix;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds one cell of the page's version table.
 *
 * @param language is the column's language
 * @param literal is the page's own text: {@code 3.3.0+}, {@code Latest}, {@code n/a}
 * @param support is {@code SUPPORTED} or {@code ABSENT}
 * @param line is the line of the page that says it
 * @param connectors are the versions of connectors that the literal means; empty if absent
 * @param resolutionOrNull is how a literal without a version was turned into one; null if it had
 *     one
 * @param note is what other statements of the vendor say; empty if nothing
 */
public record VersionClaim(
    String language,
    String literal,
    Support support,
    int line,
    List<ConnectorVersions> connectors,
    @Nullable Resolution resolutionOrNull,
    String note) {
  public VersionClaim {
    connectors = List.copyOf(connectors);
  }

  /** Returns how a literal without a version was turned into one. */
  public Optional<Resolution> resolution() {
    return Optional.ofNullable(resolutionOrNull);
  }

  /** Returns whether the page recommends this version of the connector for the server. */
  public boolean recommends(String connector, Version version, Version server) {
    return connectors.stream()
        .anyMatch(
            versions ->
                versions.connector().equals(connector) && versions.includes(version, server));
  }

  /** Returns the cell as a plain claim. */
  public Claim claim() {
    return new Claim(language, literal, support, line, note);
  }
}
