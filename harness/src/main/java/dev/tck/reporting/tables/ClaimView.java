package dev.tck.reporting.tables;

import dev.tck.matrix.Claim;
import dev.tck.matrix.Resolution;
import dev.tck.matrix.Support;
import dev.tck.matrix.VersionClaim;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Holds what the page says in a cell, as readers see it.
 *
 * @param literal is the page's own text
 * @param support is what it means
 * @param line is the line of the page that says it
 * @param note is what other statements of the vendor say; empty if nothing
 * @param resolution is what a literal without a version meant, and when; empty if it needs none
 */
public record ClaimView(String literal, Support support, int line, String note, String resolution) {
  static ClaimView of(Claim claim) {
    return new ClaimView(claim.literal(), claim.support(), claim.line(), claim.note(), "");
  }

  static ClaimView of(VersionClaim claim) {
    String resolution = claim.resolution().map(found -> resolution(claim, found)).orElse("");
    return new ClaimView(claim.literal(), claim.support(), claim.line(), claim.note(), resolution);
  }

  private static String resolution(VersionClaim claim, Resolution resolution) {
    Instant asOf = resolution.asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
    return VersionTexts.of(claim.connectors()) + " as of " + asOf + " (" + resolution.how() + ")";
  }
}
