package dev.tck.matrix.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tck.matrix.CatalogueEntry;
import dev.tck.matrix.Connector;
import dev.tck.matrix.Connectors;
import dev.tck.matrix.Gate;
import dev.tck.matrix.Language;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.NotApplicable;
import dev.tck.matrix.Version;
import dev.tck.matrix.yaml.LocatedYaml;
import java.time.LocalDate;
import java.util.Map;

/** Turns files that were found right into records. */
final class MatrixRecords {
  private MatrixRecords() {}

  static Matrix of(Map<MatrixFile, LocatedYaml> files) {
    return new Matrix(
        TableRecords.platforms(root(files, MatrixFile.PLATFORMS)),
        VersionRecords.versions(root(files, MatrixFile.VERSIONS)),
        TableRecords.features(root(files, MatrixFile.FEATURES)),
        connectors(root(files, MatrixFile.CONNECTORS)),
        Nodes.list(root(files, MatrixFile.CATALOGUE).path("entries"), MatrixRecords::entry),
        gate(root(files, MatrixFile.GATE)));
  }

  private static JsonNode root(Map<MatrixFile, LocatedYaml> files, MatrixFile file) {
    LocatedYaml yaml = files.get(file);
    if (yaml == null) {
      throw new IllegalStateException(file.fileName() + " was not read");
    }
    return yaml.root();
  }

  private static Connectors connectors(JsonNode root) {
    return new Connectors(
        Nodes.list(root.path("languages"), MatrixRecords::language),
        Nodes.list(root.path("connectors"), MatrixRecords::connector),
        Nodes.list(root.path("notApplicable"), MatrixRecords::notApplicable),
        Nodes.list(root.path("statements"), Nodes::statement));
  }

  private static Language language(JsonNode node) {
    return new Language(
        Nodes.text(node, "id"),
        Nodes.text(node, "title"),
        node.path("line").asInt(),
        Nodes.text(node, "literal"));
  }

  private static Connector connector(JsonNode node) {
    Connector.Mention mention =
        node.has("line")
            ? new Connector.Mention(node.path("line").asInt(), Nodes.text(node, "literal"))
            : null;
    return new Connector(
        Nodes.text(node, "id"),
        Nodes.text(node, "name"),
        Nodes.text(node, "language"),
        node.path("official").asBoolean(),
        Nodes.interfaces(node.path("interfaces")),
        Nodes.text(node, "package"),
        mention,
        Nodes.text(node, "note"));
  }

  private static NotApplicable notApplicable(JsonNode node) {
    return new NotApplicable(
        Nodes.text(node, "language"),
        Nodes.connectorInterface(node.path("interface")),
        node.path("line").asInt(),
        Nodes.text(node, "why"));
  }

  private static CatalogueEntry entry(JsonNode node) {
    String minimum = Nodes.text(node, "minimum");
    return new CatalogueEntry(
        Nodes.text(node, "id"),
        Nodes.text(node, "title"),
        Nodes.list(node.path("rows"), JsonNode::asText),
        Nodes.interfaces(node.path("interfaces")),
        Nodes.text(node, "interfaceNote"),
        minimum.equals("all") ? Version.LOWEST : Version.of(minimum),
        Nodes.text(node, "minimumNote"),
        Nodes.text(node, "named"),
        Nodes.list(node.path("languages"), JsonNode::asText),
        Nodes.text(node, "notYet"),
        node.path("derived").asBoolean());
  }

  private static Gate gate(JsonNode root) {
    return new Gate(
        Nodes.list(root.path("required"), MatrixRecords::requiredCell),
        Nodes.list(root.path("expectedFailures"), MatrixRecords::expectedFailure));
  }

  private static Gate.RequiredCell requiredCell(JsonNode node) {
    return new Gate.RequiredCell(
        Nodes.text(node, "connector"),
        Nodes.text(node, "interface"),
        Nodes.text(node, "row"),
        Nodes.text(node, "platform"),
        Nodes.text(node, "language"));
  }

  private static Gate.ExpectedFailure expectedFailure(JsonNode node) {
    return new Gate.ExpectedFailure(
        Nodes.text(node, "scenario"),
        Nodes.text(node, "check"),
        Nodes.text(node, "connector"),
        Nodes.text(node, "interface"),
        Nodes.text(node, "row"),
        Nodes.text(node, "message"),
        Nodes.text(node, "owner"),
        Nodes.text(node, "issue"),
        LocalDate.parse(Nodes.text(node, "expires")));
  }
}
