package dev.tck.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.values.Value;
import dev.tck.values.ValueFormatException;
import dev.tck.values.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
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
   * @param length is the column's length if the connector tells it, else null
   */
  public record Column(String name, String type, String nat, @Nullable Integer length) {
    /** Describes a column whose length is not told. */
    public Column(String name, String type, String nat) {
      this(name, type, nat, null);
    }
  }

  /**
   * Holds facts of the adapter's process; null where the platform does not tell.
   *
   * @param fds are the open file descriptors
   * @param threads are the living threads
   * @param memory is the resident set in bytes
   */
  public record Probe(@Nullable Long fds, @Nullable Long threads, @Nullable Long memory) {}

  /**
   * Holds what the measured part of a loop did.
   *
   * @param operations are the finished calls
   * @param rows are the rows written or read
   * @param nanos is how long it took
   */
  public record Bench(long operations, long rows, long nanos) {}

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
              column.path("nat").asText(""),
              column.path("length").isInt() ? column.path("length").intValue() : null));
    }
    List<List<Value>> rows = new ArrayList<>();
    for (JsonNode row : payload.path("rows")) {
      rows.add(row(row, rows.size()));
    }
    return new Page(columns, rows, payload.path("more").asBoolean(false));
  }

  /** Returns the facts in the reply to {@code probe}. */
  public static Probe probe(ObjectNode payload) {
    return new Probe(number(payload, "fds"), number(payload, "threads"), number(payload, "memory"));
  }

  /** Returns the figures in the reply to {@code bench}. */
  public static Bench bench(ObjectNode payload) {
    return new Bench(
        payload.path("operations").asLong(),
        payload.path("rows").asLong(),
        payload.path("nanos").asLong());
  }

  /**
   * Returns what the reply to {@code hello} says.
   *
   * @throws ProtocolException if a field is missing or another version of the protocol is offered
   */
  public static Hello hello(ObjectNode payload) throws ProtocolException {
    JsonNode protocol = payload.path("protocol");
    if (!protocol.isInt() || protocol.intValue() != 1) {
      throw new ProtocolException(
          "the reply to hello must say \"protocol\": 1, the version that this harness speaks, not "
              + (protocol.isMissingNode() ? "nothing" : protocol));
    }
    return new Hello(
        helloText(payload, "/connector/name"),
        helloText(payload, "/connector/version"),
        helloText(payload, "/language"),
        helloText(payload, "/runtime/name") + " " + helloText(payload, "/runtime/version"),
        helloText(payload, "/os"),
        helloText(payload, "/arch"),
        texts(payload.path("interfaces")),
        new LinkedHashSet<>(texts(payload.path("capabilities"))));
  }

  private static String helloText(ObjectNode payload, String pointer) throws ProtocolException {
    JsonNode value = payload.at(pointer);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new ProtocolException("the reply to hello lacks the text at " + pointer);
    }
    return value.textValue();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static @Nullable Long number(ObjectNode payload, String field) {
    JsonNode number = payload.path(field);
    return number.isIntegralNumber() ? number.longValue() : null;
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
