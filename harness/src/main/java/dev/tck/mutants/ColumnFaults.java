package dev.tck.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** How the columns of a result go wrong. */
final class ColumnFaults {
  private static final int MOST_COLUMNS = 255;
  private static final int LONGEST_NAME = 32;

  private ColumnFaults() {}

  static List<Fault> all() {
    return List.of(
        fault(
            "columns-beyond-255-lost",
            "A result ends after 255 columns",
            ColumnFaults::firstColumns),
        fault(
            "columns-of-empty-result-lost",
            "A result without rows has no columns",
            ColumnFaults::columnsOnlyWithRows),
        fault(
            "names-cut-at-32",
            "Column names end after 32 characters",
            payload ->
                named(payload, name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))),
        fault(
            "names-cut-at-parenthesis",
            "Names of expressions end before their parenthesis",
            payload -> named(payload, name -> name.replaceFirst("(?<=.)\\(.*", ""))),
        fault(
            "names-only-ascii",
            "Letters of names beyond ASCII become question marks",
            payload -> named(payload, name -> name.replaceAll("[^\\x00-\\x7F]", "?"))));
  }

  private static Fault fault(String id, String title, UnaryOperator<ObjectNode> change) {
    return new Fault.InConnector(
        id, title, channel -> new MutatedChannel(channel, ResultMutation.firstPage(change)));
  }

  private static ObjectNode named(ObjectNode payload, UnaryOperator<String> change) {
    for (JsonNode column : payload.path("columns")) {
      ((ObjectNode) column).put("name", change.apply(column.path("name").asText()));
    }
    return payload;
  }

  private static ObjectNode columnsOnlyWithRows(ObjectNode payload) {
    if (payload.path("rows").isEmpty()) {
      payload.putArray("columns");
    }
    return payload;
  }

  private static ObjectNode firstColumns(ObjectNode payload) {
    shorten((ArrayNode) payload.path("columns"));
    payload.path("rows").forEach(row -> shorten((ArrayNode) row));
    return payload;
  }

  private static void shorten(ArrayNode cells) {
    while (cells.size() > MOST_COLUMNS) {
      cells.remove(cells.size() - 1);
    }
  }
}
