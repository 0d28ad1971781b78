package dev.tck.matrix.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tck.matrix.NearestName;
import dev.tck.matrix.yaml.LocatedYaml;
import dev.tck.matrix.yaml.Mistake;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds what a schema cannot see: names that nothing defines, names defined twice, versions and
 * days that do not fit. Works on files of a wrong shape too, so that all mistakes come at once.
 */
final class CrossChecks {
  private final Map<MatrixFile, LocatedYaml> files;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<String> languages;
  private final Set<String> connectors;
  private final Set<String> features;
  private final Set<String> entries;
  private final Set<String> rows;
  private final Set<String> platforms;

  CrossChecks(Map<MatrixFile, LocatedYaml> files) {
    this.files = files;
    this.languages = ids(MatrixFile.CONNECTORS, "languages");
    this.connectors = ids(MatrixFile.CONNECTORS, "connectors");
    this.features = ids(MatrixFile.FEATURES, "features");
    this.entries = ids(MatrixFile.CATALOGUE, "entries");
    this.rows = ids(MatrixFile.VERSIONS, "rows");
    this.platforms = ids(MatrixFile.PLATFORMS, "platforms");
  }

  List<Mistake> mistakes() {
    platforms();
    new VersionChecks(this).run();
    features();
    connectors();
    catalogue();
    gate();
    statements();
    return List.copyOf(mistakes);
  }

  private void platforms() {
    unique(MatrixFile.PLATFORMS, "platforms", "id");
    each(MatrixFile.PLATFORMS, "/platforms", (at, row) -> claims(MatrixFile.PLATFORMS, at, row));
  }

  private void features() {
    unique(MatrixFile.FEATURES, "features", "id");
    unique(MatrixFile.FEATURES, "installation", "id");
    unique(MatrixFile.FEATURES, "tables", "interface");
    each(
        MatrixFile.FEATURES,
        "/tables",
        (table, node) -> {
          unique(MatrixFile.FEATURES, table.substring(1) + "/rows", "feature");
          each(
              MatrixFile.FEATURES,
              table + "/rows",
              (at, row) -> {
                known(MatrixFile.FEATURES, at + "/feature", "feature", features);
                claims(MatrixFile.FEATURES, at, row);
              });
        });
  }

  private void connectors() {
    unique(MatrixFile.CONNECTORS, "languages", "id");
    unique(MatrixFile.CONNECTORS, "connectors", "id");
    each(
        MatrixFile.CONNECTORS,
        "/connectors",
        (at, row) -> known(MatrixFile.CONNECTORS, at + "/language", "language", languages));
    each(
        MatrixFile.CONNECTORS,
        "/notApplicable",
        (at, row) -> known(MatrixFile.CONNECTORS, at + "/language", "language", languages));
  }

  private void catalogue() {
    unique(MatrixFile.CATALOGUE, "entries", "id");
    each(
        MatrixFile.CATALOGUE,
        "/entries",
        (at, row) -> {
          allKnown(MatrixFile.CATALOGUE, at + "/rows", "feature", features);
          allKnown(MatrixFile.CATALOGUE, at + "/languages", "language", languages);
        });
  }

  private void gate() {
    each(
        MatrixFile.GATE,
        "/required",
        (at, row) -> {
          known(MatrixFile.GATE, at + "/connector", "connector", connectors);
          known(MatrixFile.GATE, at + "/row", "version row", rows);
          known(MatrixFile.GATE, at + "/platform", "platform", platforms);
          known(MatrixFile.GATE, at + "/language", "language", languages);
        });
    each(
        MatrixFile.GATE,
        "/expectedFailures",
        (at, row) -> {
          known(MatrixFile.GATE, at + "/row", "version row", rows);
          day(MatrixFile.GATE, at + "/expires");
        });
  }

  private void statements() {
    Map<String, String> seen = new HashMap<>();
    for (MatrixFile file : MatrixFile.values()) {
      each(
          file,
          "/statements",
          (at, row) -> {
            allKnown(file, at + "/features", "feature", features);
            allKnown(file, at + "/languages", "language", languages);
            allKnown(file, at + "/catalogue", "catalogue entry", entries);
            unique(file, at + "/id", row.path("id").asText(), seen);
          });
    }
  }

  private void claims(MatrixFile file, String at, JsonNode row) {
    Set<String> literals = new LinkedHashSet<>();
    node(file, "/legend").forEach(entry -> literals.add(entry.path("literal").asText()));
    row.path("claims")
        .properties()
        .forEach(
            claim -> {
              String place = at + "/claims/" + claim.getKey();
              known(file, place, claim.getKey(), "language", languages);
              known(file, place + "/literal", "literal", literals);
            });
  }

  /** Calls back with the pointer and the value of every element of a list. */
  void each(MatrixFile file, String list, BiConsumer<String, JsonNode> action) {
    JsonNode node = node(file, list);
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      action.accept(list + "/" + i, node.get(i));
    }
  }

  /** Reports a name that nothing defines; a place that is not there is fine. */
  void known(MatrixFile file, String pointer, String kind, Collection<String> names) {
    JsonNode node = node(file, pointer);
    if (node.isTextual()) {
      known(file, pointer, node.asText(), kind, names);
    }
  }

  /** Reports every name of a list that nothing defines. */
  void allKnown(MatrixFile file, String list, String kind, Collection<String> names) {
    each(file, list, (at, node) -> known(file, at, kind, names));
  }

  void known(MatrixFile file, String pointer, String name, String kind, Collection<String> names) {
    if (!names.isEmpty() && !names.contains(name)) {
      String hint =
          NearestName.of(name, names)
              .map(near -> "; did you mean \"" + near + "\"?")
              .orElse("; known are " + String.join(", ", names));
      report(file, pointer, "unknown " + kind + " \"" + name + "\"" + hint);
    }
  }

  /** Reports a key of a list's elements that has a value twice. */
  void unique(MatrixFile file, String list, String key) {
    Map<String, String> seen = new HashMap<>();
    each(
        file,
        "/" + list,
        (at, node) -> unique(file, at + "/" + key, node.path(key).asText(), seen));
  }

  private void unique(MatrixFile file, String pointer, String value, Map<String, String> seen) {
    LocatedYaml yaml = files.get(file);
    if (yaml == null || value.isEmpty()) {
      return;
    }
    String place = yaml.file() + ":" + yaml.line(pointer);
    String first = seen.putIfAbsent(value, place);
    if (first != null) {
      String key = pointer.substring(pointer.lastIndexOf('/') + 1);
      report(file, pointer, key + ": \"" + value + "\" again, first at " + first);
    }
  }

  /** Reports a text that looks like a day and is none, such as the 30th of February. */
  void day(MatrixFile file, String pointer) {
    String text = node(file, pointer).asText();
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      try {
        LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        report(file, pointer, "there is no day " + text);
      }
    }
  }

  void report(MatrixFile file, String pointer, String message) {
    LocatedYaml yaml = files.get(file);
    if (yaml != null) {
      mistakes.add(yaml.mistake(pointer, message));
    }
  }

  JsonNode node(MatrixFile file, String pointer) {
    LocatedYaml yaml = files.get(file);
    return yaml == null ? MissingNode.getInstance() : yaml.root().at(pointer);
  }

  Set<String> languages() {
    return languages;
  }

  Set<String> connectorIds() {
    return connectors;
  }

  private Set<String> ids(MatrixFile file, String list) {
    Set<String> ids = new LinkedHashSet<>();
    node(file, "/" + list).forEach(entry -> ids.add(entry.path("id").asText()));
    ids.remove("");
    return ids;
  }
}
