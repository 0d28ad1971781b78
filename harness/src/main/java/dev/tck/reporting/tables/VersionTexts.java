package dev.tck.reporting.tables;

import dev.tck.matrix.ConnectorVersions;
import dev.tck.matrix.Version;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down which versions of connectors a claim means. */
final class VersionTexts {
  private VersionTexts() {}

  static String of(List<ConnectorVersions> versions) {
    return versions.stream().map(VersionTexts::of).collect(Collectors.joining(", "));
  }

  private static String of(ConnectorVersions versions) {
    if (versions instanceof ConnectorVersions.InRange inRange) {
      boolean open = inRange.range().before().equals(Version.HIGHEST);
      return inRange.connector() + " " + inRange.range().from() + (open ? " and newer" : "");
    }
    return versions.connector() + " of the server's version";
  }
}
