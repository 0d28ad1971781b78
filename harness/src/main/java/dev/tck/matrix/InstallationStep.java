package dev.tck.matrix;

/**
 * Holds a step of the page's installation of client drivers.
 *
 * @param id is {@code verify-linux}
 * @param kind is what it does
 * @param os is {@code linux}, {@code windows} or {@code macos}
 * @param line is its line in the page
 * @param literal is the page's own text, which includes another page
 */
public record InstallationStep(String id, Kind kind, String os, int line, String literal) {
  /** Names what a step does. */
  public enum Kind {
    INSTALL,
    VERIFY
  }
}
