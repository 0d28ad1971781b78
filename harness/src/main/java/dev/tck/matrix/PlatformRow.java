package dev.tck.matrix;

import java.util.Map;

/**
 * Holds a row of the page's platform table.
 *
 * @param id is {@code x64-linux}
 * @param cpu is {@code x64} or {@code arm64}
 * @param cpuLiteral is the page's name for it
 * @param os is {@code linux}, {@code windows} or {@code macos}
 * @param osLiteral is the page's name for it
 * @param line is its line in the page
 * @param note is what else is known of the platform; empty if nothing
 * @param claims are the cells by language
 */
public record PlatformRow(
    String id,
    String cpu,
    String cpuLiteral,
    String os,
    String osLiteral,
    int line,
    String note,
    Map<String, Claim> claims) {
  public PlatformRow {
    claims = Ordered.copyOf(claims);
  }

  /** Returns the page's name of the platform. */
  public String title() {
    return cpuLiteral + " " + osLiteral;
  }
}
