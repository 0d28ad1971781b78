package dev.tck.matrix;

import java.util.Map;

/**
 * Holds a row of the page's version table.
 *
 * @param id is {@code 3.3.0.0+}
 * @param literal is the page's own text: {@code 3.3.0.0 and above}
 * @param line is its line in the page
 * @param servers are the server versions that belong to it
 * @param note is what other statements of the vendor say; empty if nothing
 * @param claims are the cells by language
 */
public record VersionRow(
    String id,
    String literal,
    int line,
    VersionRange servers,
    String note,
    Map<String, VersionClaim> claims) {
  public VersionRow {
    claims = Ordered.copyOf(claims);
  }
}
