package dev.tck.matrix.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tck.matrix.FeatureRow;
import dev.tck.matrix.FeatureTable;
import dev.tck.matrix.Features;
import dev.tck.matrix.InstallationStep;
import dev.tck.matrix.LegendEntry;
import dev.tck.matrix.PlatformRow;
import dev.tck.matrix.PlatformTable;
import java.util.List;
import java.util.Locale;

/** Turns the platform table and the feature tables into records. */
final class TableRecords {
  private TableRecords() {}

  static PlatformTable platforms(JsonNode root) {
    List<LegendEntry> legend = Nodes.legend(root.path("legend"));
    return new PlatformTable(
        legend,
        Nodes.list(root.path("platforms"), row -> platform(row, legend)),
        Nodes.list(root.path("statements"), Nodes::statement));
  }

  private static PlatformRow platform(JsonNode row, List<LegendEntry> legend) {
    return new PlatformRow(
        Nodes.text(row, "id"),
        Nodes.text(row.path("cpu"), "id"),
        Nodes.text(row.path("cpu"), "literal"),
        Nodes.text(row.path("os"), "id"),
        Nodes.text(row.path("os"), "literal"),
        row.path("line").asInt(),
        Nodes.text(row, "note"),
        Nodes.claims(row, legend));
  }

  static Features features(JsonNode root) {
    List<LegendEntry> legend = Nodes.legend(root.path("legend"));
    return new Features(
        legend,
        Nodes.list(root.path("features"), TableRecords::feature),
        Nodes.list(root.path("tables"), table -> table(table, legend)),
        Nodes.list(root.path("statements"), Nodes::statement),
        Nodes.list(root.path("installation"), TableRecords::step));
  }

  private static FeatureRow feature(JsonNode node) {
    JsonNode required = node.path("required");
    return new FeatureRow(
        Nodes.text(node, "id"),
        Nodes.text(node, "title"),
        node.path("line").asInt(),
        new FeatureRow.Required(
            Nodes.list(required.path("core"), JsonNode::asText),
            Nodes.list(required.path("must"), JsonNode::asText),
            Nodes.list(required.path("should"), JsonNode::asText)));
  }

  private static FeatureTable table(JsonNode node, List<LegendEntry> legend) {
    return new FeatureTable(
        Nodes.connectorInterface(node.path("interface")),
        node.path("line").asInt(),
        Nodes.text(node, "title"),
        Nodes.list(
            node.path("rows"),
            row ->
                new FeatureTable.Row(
                    Nodes.text(row, "feature"),
                    row.path("line").asInt(),
                    Nodes.claims(row, legend))));
  }

  private static InstallationStep step(JsonNode node) {
    return new InstallationStep(
        Nodes.text(node, "id"),
        InstallationStep.Kind.valueOf(Nodes.text(node, "kind").toUpperCase(Locale.ROOT)),
        Nodes.text(node, "os"),
        node.path("line").asInt(),
        Nodes.text(node, "literal"));
  }
}
