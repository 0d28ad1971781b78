package dev.tck.matrix.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tck.matrix.ConnectorVersions;
import dev.tck.matrix.Resolution;
import dev.tck.matrix.Support;
import dev.tck.matrix.Version;
import dev.tck.matrix.VersionClaim;
import dev.tck.matrix.VersionRange;
import dev.tck.matrix.VersionRow;
import dev.tck.matrix.VersionTable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the version table into records. */
final class VersionRecords {
  private VersionRecords() {}

  static VersionTable versions(JsonNode root) {
    return new VersionTable(
        Nodes.list(root.path("rows"), VersionRecords::row),
        Nodes.list(root.path("statements"), Nodes::statement));
  }

  private static VersionRow row(JsonNode node) {
    int line = node.path("line").asInt();
    Map<String, VersionClaim> claims = new LinkedHashMap<>();
    node.path("claims")
        .properties()
        .forEach(
            entry -> claims.put(entry.getKey(), claim(entry.getKey(), line, entry.getValue())));
    Version from = Version.of(Nodes.text(node, "from"));
    Version before = node.has("before") ? Version.of(Nodes.text(node, "before")) : Version.HIGHEST;
    return new VersionRow(
        Nodes.text(node, "id"),
        Nodes.text(node, "literal"),
        line,
        new VersionRange(from, before),
        Nodes.text(node, "note"),
        claims);
  }

  private static VersionClaim claim(String language, int line, JsonNode node) {
    JsonNode resolved = node.path("resolved");
    Resolution resolution =
        resolved.isObject()
            ? new Resolution(
                LocalDate.parse(Nodes.text(resolved, "asOf")), Nodes.text(resolved, "how"))
            : null;
    return new VersionClaim(
        language,
        Nodes.text(node, "literal"),
        Support.of(Nodes.text(node, "support")),
        line,
        Nodes.list(node.path("connectors"), VersionRecords::connector),
        resolution,
        Nodes.text(node, "note"));
  }

  private static ConnectorVersions connector(JsonNode node) {
    String connector = Nodes.text(node, "connector");
    if (node.has("sameAsServer")) {
      return new ConnectorVersions.SameAsServer(connector);
    }
    return new ConnectorVersions.InRange(connector, range(node));
  }

  private static VersionRange range(JsonNode node) {
    if (node.has("is")) {
      return VersionRange.exactly(Version.of(Nodes.text(node, "is")));
    }
    Version from = Version.of(Nodes.text(node, "from"));
    return node.has("to")
        ? VersionRange.closed(from, Version.of(Nodes.text(node, "to")))
        : VersionRange.from(from);
  }
}
