package dev.tck.embedded.information;

import dev.tck.embedded.query.SystemTables.SystemColumn;
import dev.tck.embedded.type.DataType;
import dev.tck.values.TaosType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads what tables and variables a server has from this package's resources. */
final class SystemTableDefinitions {
  private static final String RESTRICTED = " !";

  private SystemTableDefinitions() {}

  /** Returns the system tables in the order in which the server lists them. */
  static List<SystemTableDefinition> read() {
    List<SystemTableDefinition> tables = new ArrayList<>();
    List<SystemColumn> columns = List.of();
    for (String line : lines("system-tables.txt")) {
      if (line.startsWith(" ")) {
        int blank = line.indexOf(' ', 2);
        columns.add(new SystemColumn(line.substring(2, blank), type(line.substring(blank + 1))));
      } else {
        boolean restricted = line.endsWith(RESTRICTED);
        int dot = line.indexOf('.');
        int end = restricted ? line.length() - RESTRICTED.length() : line.length();
        columns = new ArrayList<>();
        tables.add(
            new SystemTableDefinition(
                line.substring(0, dot), line.substring(dot + 1, end), restricted, columns));
      }
    }
    return List.copyOf(tables);
  }

  /** Returns the variables: name, scope, category and value. */
  static List<List<String>> readVariables() {
    return lines("variables.txt").stream().map(line -> List.of(line.split("\t", -1))).toList();
  }

  private static List<String> lines(String resource) {
    InputStream stream =
        Objects.requireNonNull(
            SystemTableDefinitions.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static DataType type(String text) {
    if (text.startsWith("VARCHAR(")) {
      return DataType.varchar(Integer.parseInt(text.substring(8, text.length() - 1)));
    }
    for (TaosType type : TaosType.values()) {
      if (type.sqlName().equals(text)) {
        return DataType.fixed(type);
      }
    }
    throw new IllegalArgumentException("no type: " + text);
  }
}
