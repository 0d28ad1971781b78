package dev.tck.results;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Identifies a cell: everything that makes two measurements comparable, and nothing about how they
 * were made.
 *
 * @param connector is the connector's id, without version; ours is {@code reference}
 * @param version is the connector's version as loaded
 * @param language is the language's id, {@code java}
 * @param interfaceId is {@code native}, {@code rest} or {@code websocket}
 * @param target is what it was measured against
 * @param row is the id of the version row that the target's version belongs to
 * @param platform is where it was measured
 */
public record CellKey(
    String connector,
    String version,
    String language,
    @JsonProperty("interface") String interfaceId,
    TargetId target,
    String row,
    Platform platform) {
  /** The id of our own reference connector. */
  public static final String REFERENCE = "reference";

  public CellKey {
    requireNonNull(connector);
    requireNonNull(version);
    requireNonNull(language);
    requireNonNull(interfaceId);
    requireNonNull(target);
    requireNonNull(row);
    requireNonNull(platform);
  }

  /**
   * Returns the cell as a progress line names it: {@code taos-jdbcdriver 3.7.9 websocket}; without
   * the version if nobody knows it.
   */
  public String display() {
    return connector + (version.isEmpty() ? " " : " " + version + " ") + interfaceId;
  }
}
