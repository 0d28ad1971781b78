package dev.tck.matrix.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tck.matrix.Version;
import dev.tck.matrix.VersionRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what does not fit in the version table. */
final class VersionChecks {
  private static final MatrixFile FILE = MatrixFile.VERSIONS;

  private final CrossChecks checks;
  private final Map<String, VersionRange> ranges = new LinkedHashMap<>();

  VersionChecks(CrossChecks checks) {
    this.checks = checks;
  }

  void run() {
    checks.unique(FILE, "rows", "id");
    checks.each(FILE, "/rows", this::row);
  }

  private void row(String at, JsonNode row) {
    range(at, row.path("from"), row.path("before")).ifPresent(range -> overlap(at, row, range));
    row.path("claims")
        .properties()
        .forEach(
            claim -> {
              String place = at + "/claims/" + claim.getKey();
              checks.known(FILE, place, claim.getKey(), "language", checks.languages());
              checks.day(FILE, place + "/resolved/asOf");
              checks.each(FILE, place + "/connectors", this::connector);
            });
  }

  private void overlap(String at, JsonNode row, VersionRange range) {
    String id = row.path("id").asText();
    ranges.forEach(
        (other, otherRange) -> {
          if (range.overlaps(otherRange)) {
            checks.report(
                FILE,
                at + "/from",
                "row \"" + id + "\" has server versions that row \"" + other + "\" has too");
          }
        });
    ranges.put(id, range);
  }

  private void connector(String at, JsonNode node) {
    checks.known(FILE, at + "/connector", "connector", checks.connectorIds());
    Optional<Version> first = version(node.path("from"));
    Optional<Version> last = version(node.path("to"));
    if (first.isPresent() && last.isPresent() && first.get().compareTo(last.get()) > 0) {
      checks.report(FILE, at, "from " + first.get() + " is newer than to " + last.get());
    }
  }

  private Optional<VersionRange> range(String at, JsonNode fromNode, JsonNode beforeNode) {
    Optional<Version> from = version(fromNode);
    Version before = version(beforeNode).orElse(Version.HIGHEST);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().compareTo(before) >= 0) {
      checks.report(
          FILE, at + "/before", "before " + before + " is not newer than from " + from.get());
      return Optional.empty();
    }
    return Optional.of(new VersionRange(from.get(), before));
  }

  private static Optional<Version> version(JsonNode node) {
    return node.isTextual() ? Version.parse(node.asText()) : Optional.empty();
  }
}
