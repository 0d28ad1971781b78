package dev.tck.results;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Names what a cell was measured against.
 *
 * @param kind is {@code embedded}, {@code docker}, {@code local} or {@code remote}
 * @param tdengine is the server's version as the server says it
 */
public record TargetId(String kind, String tdengine) {
  /** The kind of our own server, on which nothing ever counts as a result on TDengine. */
  public static final String EMBEDDED = "embedded";

  public TargetId {
    requireNonNull(kind);
    requireNonNull(tdengine);
  }

  /** Returns whether the target is our own server. */
  @JsonIgnore
  public boolean isEmbedded() {
    return kind.equals(EMBEDDED);
  }
}
