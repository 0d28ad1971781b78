package dev.tck.matrix;

/** Says which versions of a connector a cell of the version table means. */
public sealed interface ConnectorVersions {
  /** Returns the connector's id. */
  String connector();

  /** Returns whether a version of the connector is meant, for a server of a version. */
  boolean includes(Version version, Version server);

  /**
   * Means the versions of a range.
   *
   * @param range are the versions of the connector
   */
  record InRange(String connector, VersionRange range) implements ConnectorVersions {
    @Override
    public boolean includes(Version version, Version server) {
      return range.contains(version);
    }
  }

  /** Means the version that the server has. */
  record SameAsServer(String connector) implements ConnectorVersions {
    @Override
    public boolean includes(Version version, Version server) {
      return version.compareTo(server) == 0;
    }
  }
}
