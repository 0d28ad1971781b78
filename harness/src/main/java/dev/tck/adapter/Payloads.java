package dev.tck.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.values.Value;
import dev.tck.values.ValueFormatException;
import dev.tck.values.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the results inside {@link Reply.Ok}. */
public final class Payloads {

  private Payloads() {}

  /**
   * Describes a result column as the connector describes it.
   *
   * @param type is TDengine's type name if the connector tells it, else empty
   * @param nat is the host language's type as returned
   */
  public record Column(String name, String type, String nat) {}

  /**
   * Holds a page of a result.
   *
   * @param columns are the columns on the first page, empty on later pages
   * @param more is true if {@code next} brings another page
   */
  public record Page(List<Column> columns, List<List<Value>> rows, boolean more) {
    public Page {
      columns = List.copyOf(columns);
      rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }
  }

  /** Returns the affected rows that a statement reports, or nothing if the connector gives none. */
  public static Optional<Long> affected(ObjectNode payload) {
    JsonNode affected = payload.path("affected");
    return affected.isIntegralNumber() ? Optional.of(affected.longValue()) : Optional.empty();
  }

  /**
   * Returns the page in the reply to {@code query} or {@code next}.
   *
   * @throws ValueFormatException if the adapter sent something else; the message names row and
   *     column
   */
  public static Page page(ObjectNode payload) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : payload.path("columns")) {
      columns.add(
          new Column(
              column.path("name").asText(""),
              column.path("type").asText(""),
              column.path("nat").asText("")));
    }
    List<List<Value>> rows = new ArrayList<>();
    for (JsonNode row : payload.path("rows")) {
      rows.add(row(row, rows.size()));
    }
    return new Page(columns, rows, payload.path("more").asBoolean(false));
  }

  private static List<Value> row(JsonNode row, int index) {
    List<Value> values = new ArrayList<>(row.size());
    for (JsonNode cell : row) {
      values.add(value(cell, index, values.size()));
    }
    return values;
  }

  private static Value value(@Nullable JsonNode cell, int row, int column) {
    try {
      return cell == null ? Value.NULL : ValueJson.fromJson(cell);
    } catch (ValueFormatException e) {
      throw new ValueFormatException("row " + row + ", column " + column + ": " + e.getMessage());
    }
  }
}
