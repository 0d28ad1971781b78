package dev.tck.matrix.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tck.matrix.Claim;
import dev.tck.matrix.ConnectorInterface;
import dev.tck.matrix.LegendEntry;
import dev.tck.matrix.Statement;
import dev.tck.matrix.Support;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads the parts that the files of the matrix have in common. */
final class Nodes {
  private Nodes() {}

  /** Returns a text; empty if it is not there. */
  static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }

  /** Returns the elements of a list; none if it is not there. */
  static <T> List<T> list(JsonNode node, Function<JsonNode, T> element) {
    return StreamSupport.stream(node.spliterator(), false).map(element).toList();
  }

  static List<ConnectorInterface> interfaces(JsonNode node) {
    return list(node, Nodes::connectorInterface);
  }

  static ConnectorInterface connectorInterface(JsonNode node) {
    return ConnectorInterface.valueOf(node.asText().toUpperCase(Locale.ROOT));
  }

  static List<LegendEntry> legend(JsonNode node) {
    return list(
        node,
        entry ->
            new LegendEntry(
                text(entry, "literal"),
                Support.of(text(entry, "support")),
                entry.path("line").asInt(),
                text(entry, "title")));
  }

  static Statement statement(JsonNode node) {
    return new Statement(
        text(node, "id"),
        Statement.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
        node.path("line").asInt(),
        text(node, "literal"),
        list(node.path("features"), JsonNode::asText),
        interfaces(node.path("interfaces")),
        list(node.path("languages"), JsonNode::asText),
        list(node.path("catalogue"), JsonNode::asText),
        text(node, "note"));
  }

  /** Returns the claims of a row, whose line they share. */
  static Map<String, Claim> claims(JsonNode row, List<LegendEntry> legend) {
    int line = row.path("line").asInt();
    Map<String, Claim> claims = new LinkedHashMap<>();
    row.path("claims")
        .properties()
        .forEach(
            entry -> {
              String literal = text(entry.getValue(), "literal");
              String note = text(entry.getValue(), "note");
              Support support = support(literal, legend);
              claims.put(entry.getKey(), new Claim(entry.getKey(), literal, support, line, note));
            });
    return claims;
  }

  private static Support support(String literal, List<LegendEntry> legend) {
    return legend.stream()
        .filter(entry -> entry.literal().equals(literal))
        .findFirst()
        .orElseThrow()
        .support();
  }
}
