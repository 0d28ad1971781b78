package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses the statements that create, change and drop databases. */
final class DatabaseParser {
  /** Names what may stand behind an option. */
  private enum Shape {
    INTEGER,
    STRING,
    INTEGER_OR_DURATION,
    LIST,
    NEGATABLE_INTEGER,
    SIGNED_INTEGER,
    SIGNED_LIST
  }

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          Map.entry("buffer", Shape.INTEGER),
          Map.entry("cachemodel", Shape.STRING),
          Map.entry("cachesize", Shape.INTEGER),
          Map.entry("comp", Shape.INTEGER),
          Map.entry("duration", Shape.INTEGER_OR_DURATION),
          Map.entry("maxrows", Shape.INTEGER),
          Map.entry("minrows", Shape.INTEGER),
          Map.entry("keep", Shape.LIST),
          Map.entry("pages", Shape.INTEGER),
          Map.entry("pagesize", Shape.INTEGER),
          Map.entry("tsdb_pagesize", Shape.INTEGER),
          Map.entry("precision", Shape.STRING),
          Map.entry("replica", Shape.INTEGER),
          Map.entry("vgroups", Shape.INTEGER),
          Map.entry("single_stable", Shape.INTEGER),
          Map.entry("schemaless", Shape.INTEGER),
          Map.entry("wal_level", Shape.INTEGER),
          Map.entry("wal_fsync_period", Shape.INTEGER),
          Map.entry("wal_retention_period", Shape.NEGATABLE_INTEGER),
          Map.entry("wal_retention_size", Shape.NEGATABLE_INTEGER),
          Map.entry("wal_roll_period", Shape.INTEGER),
          Map.entry("wal_segment_size", Shape.INTEGER),
          Map.entry("stt_trigger", Shape.INTEGER),
          Map.entry("table_prefix", Shape.SIGNED_INTEGER),
          Map.entry("table_suffix", Shape.SIGNED_INTEGER),
          Map.entry("s3_chunkpages", Shape.INTEGER),
          Map.entry("s3_keeplocal", Shape.INTEGER_OR_DURATION),
          Map.entry("s3_compact", Shape.INTEGER),
          Map.entry("keep_time_offset", Shape.INTEGER_OR_DURATION),
          Map.entry("encrypt_algorithm", Shape.STRING),
          Map.entry("dnodes", Shape.STRING),
          Map.entry("compact_interval", Shape.INTEGER_OR_DURATION),
          Map.entry("compact_time_range", Shape.SIGNED_LIST),
          Map.entry("compact_time_offset", Shape.INTEGER_OR_DURATION));

  private static final Set<String> ALTERABLE =
      Set.of(
          "buffer",
          "cachemodel",
          "cachesize",
          "wal_fsync_period",
          "keep",
          "pages",
          "replica",
          "wal_level",
          "stt_trigger",
          "minrows",
          "wal_retention_period",
          "wal_retention_size",
          "s3_keeplocal",
          "s3_compact",
          "keep_time_offset",
          "encrypt_algorithm",
          "compact_interval",
          "compact_time_range",
          "compact_time_offset");

  private final ParserInput input;

  DatabaseParser(ParserInput input) {
    this.input = input;
  }

  Statement parseCreate() throws TaosException {
    input.take();
    boolean ifNotExists = TableParser.parseIfNotExists(input);
    String name = input.expectName();
    List<Statement.DatabaseOption> options = new ArrayList<>();
    while (input.peek().kind() == TokenKind.KEYWORD) {
      options.add(parseOption());
    }
    return new Statement.CreateDatabase(ifNotExists, name, options);
  }

  Statement parseAlter() throws TaosException {
    input.take();
    String name = input.expectName();
    List<Statement.DatabaseOption> options = new ArrayList<>();
    do {
      if (!ALTERABLE.contains(input.peek().text())) {
        throw input.unexpected();
      }
      options.add(parseOption());
    } while (input.peek().kind() == TokenKind.KEYWORD);
    return new Statement.AlterDatabase(name, options);
  }

  Statement parseDrop() throws TaosException {
    input.take();
    boolean ifExists = TableParser.parseIfExists(input);
    return new Statement.DropDatabase(ifExists, input.expectName());
  }

  private Statement.DatabaseOption parseOption() throws TaosException {
    String name = input.peek().text();
    if (name.equals("retentions")) {
      throw input.notSupported("retentions");
    }
    Shape shape = SHAPES.get(name);
    if (shape == null) {
      throw input.unexpected();
    }
    input.take();
    List<String> values =
        switch (shape) {
          case INTEGER -> List.of(input.expect(TokenKind.INTEGER).text());
          case STRING -> List.of(input.expectString());
          case INTEGER_OR_DURATION -> List.of(parseIntegerOrDuration());
          case LIST -> parseList();
          case NEGATABLE_INTEGER ->
              List.of((parseMinus() ? "-" : "") + input.expect(TokenKind.INTEGER).text());
          case SIGNED_INTEGER -> List.of(parseSigned());
          case SIGNED_LIST -> parseSignedList();
        };
    return new Statement.DatabaseOption(name, values);
  }

  private boolean parseMinus() throws TaosException {
    return input.acceptSymbol("-");
  }

  private String parseIntegerOrDuration() throws TaosException {
    return input.peek().kind() == TokenKind.DURATION
        ? input.take().text()
        : input.expect(TokenKind.INTEGER).text();
  }

  // All numbers or all durations.
  private List<String> parseList() throws TaosException {
    TokenKind kind =
        input.peek().kind() == TokenKind.DURATION ? TokenKind.DURATION : TokenKind.INTEGER;
    List<String> values = new ArrayList<>();
    do {
      values.add(input.expect(kind).text());
    } while (input.acceptSymbol(","));
    return values;
  }

  private String parseSigned() throws TaosException {
    boolean minus = parseMinus();
    if (!minus) {
      input.acceptSymbol("+");
    }
    return (minus ? "-" : "") + parseIntegerOrDuration();
  }

  private List<String> parseSignedList() throws TaosException {
    List<String> values = new ArrayList<>();
    do {
      values.add(parseSigned());
    } while (input.acceptSymbol(","));
    return values;
  }
}
