package dev.tck.fidelity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A REST answer, read without losing how a number was printed: {@code -0}, {@code 1e-07} and {@code
 * 1.50} stay as they are.
 *
 * @param columns are the entries of {@code column_meta}: name, type, length
 * @param rows are the rows; a cell is the text of its JSON, without white space
 * @param rest are the other keys with their JSON, {@code timing} left out
 */
record Answer(List<List<String>> columns, List<List<String>> rows, Map<String, String> rest) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Reads an answer, or nothing if it is no JSON object of the usual kind. */
  static Optional<Answer> read(String text) {
    List<List<String>> columns = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    Map<String, String> rest = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        if (key.equals("column_meta") && value == JsonToken.START_ARRAY) {
          columns = lists(parser);
        } else if (key.equals("data") && value == JsonToken.START_ARRAY) {
          rows = lists(parser);
        } else if (key.equals("timing")) {
          parser.skipChildren();
        } else {
          rest.put(key, value(parser));
        }
      }
      return parser.nextToken() == null
          ? Optional.of(new Answer(columns, rows, rest))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<List<String>> lists(JsonParser parser) throws IOException {
    List<List<String>> lists = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      List<String> list = new ArrayList<>();
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        list.add(value(parser));
      } else {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
      }
      lists.add(list);
    }
    return lists;
  }

  private static String value(JsonParser parser) throws IOException {
    StringBuilder text = new StringBuilder();
    append(parser, text);
    return text.toString();
  }

  private static void append(JsonParser parser, StringBuilder text) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        text.append('{');
        for (String comma = ""; parser.nextToken() != JsonToken.END_OBJECT; comma = ",") {
          text.append(comma).append(quoted(parser.currentName())).append(':');
          parser.nextToken();
          append(parser, text);
        }
        text.append('}');
      }
      case START_ARRAY -> {
        text.append('[');
        for (String comma = ""; parser.nextToken() != JsonToken.END_ARRAY; comma = ",") {
          text.append(comma);
          append(parser, text);
        }
        text.append(']');
      }
      case VALUE_STRING -> text.append(quoted(parser.getText()));
      default -> text.append(parser.getText());
    }
  }

  /** Returns the cell of a string. */
  static String quoted(String text) {
    return '"' + text + '"';
  }

  /** Returns whether a cell is NULL. */
  static boolean isNull(String cell) {
    return cell.equals("null");
  }

  /** Returns TDengine's code, or nothing if there is none. */
  Optional<String> code() {
    return Optional.ofNullable(rest.get("code"));
  }

  /** Returns whether the answer is an error. */
  boolean isError() {
    return !rest.getOrDefault("code", "0").equals("0")
        || rest.getOrDefault("status", "").equals(quoted("error"));
  }

  /** Returns whether the answer tells a number of rows that were changed. */
  boolean isAffectedRows() {
    return columns.size() == 1 && columns.get(0).get(0).equals(quoted("affected_rows"));
  }

  /** Returns the columns' names. */
  List<String> columnNames() {
    return columns.stream().map(column -> unquoted(column.get(0))).toList();
  }

  private static String unquoted(String cell) {
    return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;
  }

  /** Returns the error's text, quoted, or nothing. */
  Optional<String> description() {
    return Optional.ofNullable(rest.getOrDefault("desc", rest.get("message")));
  }
}
