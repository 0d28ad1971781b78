package dev.tck.embedded.sql;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parses the statements that create and drop tables. */
final class TableParser {
  private final ParserInput input;
  private final TypeParser types;

  TableParser(ParserInput input) {
    this.input = input;
    this.types = new TypeParser(input);
  }

  static boolean parseIfNotExists(ParserInput input) throws TaosException {
    if (!input.acceptKeyword("if")) {
      return false;
    }
    input.expectKeywords("not", "exists");
    return true;
  }

  static boolean parseIfExists(ParserInput input) throws TaosException {
    if (!input.acceptKeyword("if")) {
      return false;
    }
    input.expectKeyword("exists");
    return true;
  }

  Statement parseCreate() throws TaosException {
    boolean stable = input.take().isKeyword("stable");
    boolean ifNotExists = parseIfNotExists(input);
    if (!stable && input.isKeyword("using")) {
      throw input.notSupported("create table using file");
    }
    TableName name = input.expectTableName();
    if (!stable && input.isKeyword("using")) {
      return parseChildren(ifNotExists, name);
    }
    input.expectSymbol("(");
    List<Statement.ColumnDefinition> columns = parseColumns();
    input.expectSymbol(")");
    List<Statement.ColumnDefinition> tags = List.of();
    if (stable || input.isKeyword("tags")) {
      input.expectKeyword("tags");
      input.expectSymbol("(");
      tags = parseTags();
      input.expectSymbol(")");
    }
    return new Statement.CreateTable(ifNotExists, name, columns, tags, parseOptions());
  }

  private List<Statement.ColumnDefinition> parseColumns() throws TaosException {
    List<Statement.ColumnDefinition> columns = new ArrayList<>();
    do {
      columns.add(parseColumn());
    } while (input.acceptSymbol(","));
    return columns;
  }

  /** Parses a column with its options. */
  Statement.ColumnDefinition parseColumn() throws TaosException {
    String name = input.expectName();
    DataType type = types.parse();
    boolean primaryKey = false;
    Map<String, String> options = new LinkedHashMap<>();
    while (true) {
      if (input.acceptKeyword("primary") || input.acceptKeyword("composite")) {
        input.expectKeyword("key");
        primaryKey = true;
      } else if (input.peek().kind() == TokenKind.IDENTIFIER) {
        parseCompression(options);
      } else {
        return new Statement.ColumnDefinition(name, type, primaryKey, options);
      }
    }
  }

  /** Parses ENCODE, COMPRESS or LEVEL, which are no reserved words. */
  void parseCompression(Map<String, String> options) throws TaosException {
    String option = input.expectName().toLowerCase(Locale.ROOT);
    options.put(option, input.expectString().toLowerCase(Locale.ROOT));
  }

  private List<Statement.ColumnDefinition> parseTags() throws TaosException {
    List<Statement.ColumnDefinition> tags = new ArrayList<>();
    do {
      String name = input.expectName();
      tags.add(new Statement.ColumnDefinition(name, types.parse(), false, Map.of()));
    } while (input.acceptSymbol(","));
    return tags;
  }

  Statement.TableOptions parseOptions() throws TaosException {
    Optional<String> comment = Optional.empty();
    Optional<Long> timeToLive = Optional.empty();
    // IF belongs to the next table of a list.
    while (input.peek().kind() == TokenKind.KEYWORD && !input.isKeyword("if")) {
      if (input.acceptKeyword("comment")) {
        comment = Optional.of(input.expectRawString());
      } else if (input.acceptKeyword("ttl")) {
        timeToLive = Optional.of(input.expectInteger());
      } else if (input.acceptKeyword("sma")) {
        skipNames();
      } else if (input.acceptKeyword("keep")) {
        boolean duration = input.peek().kind() == TokenKind.DURATION;
        input.expect(duration ? TokenKind.DURATION : TokenKind.INTEGER);
      } else if (isRetentionOption()) {
        throw ErrorCode.INVALID_TABLE_OPTION.with(
            "Invalid option "
                + input.peek().text().replace("_", "")
                + ": Only supported for create super table in databases configured with the"
                + " 'RETENTIONS' option");
      } else if (isUnsupportedOption()) {
        throw input.notSupported("table option " + input.peek().text());
      } else {
        throw input.unexpected();
      }
    }
    return new Statement.TableOptions(comment, timeToLive);
  }

  private boolean isUnsupportedOption() throws TaosException {
    return input.isKeyword("delete_mark") || input.isKeyword("virtual");
  }

  // No database has RETENTIONS: the community edition does not know that option.
  private boolean isRetentionOption() throws TaosException {
    return input.isKeyword("max_delay")
        || input.isKeyword("watermark")
        || input.isKeyword("rollup");
  }

  private void skipNames() throws TaosException {
    input.expectSymbol("(");
    do {
      input.expectName();
    } while (input.acceptSymbol(","));
    input.expectSymbol(")");
  }

  private Statement parseChildren(boolean firstIfNotExists, TableName first) throws TaosException {
    List<Statement.ChildDefinition> children = new ArrayList<>();
    children.add(parseChild(firstIfNotExists, first));
    while (input.peek().kind() == TokenKind.IDENTIFIER || input.isKeyword("if")) {
      boolean ifNotExists = parseIfNotExists(input);
      children.add(parseChild(ifNotExists, input.expectTableName()));
    }
    return new Statement.CreateChildTables(children);
  }

  private Statement.ChildDefinition parseChild(boolean ifNotExists, TableName name)
      throws TaosException {
    input.expectKeyword("using");
    TableName superTable = input.expectTableName();
    List<String> tags = new ArrayList<>();
    if (input.acceptSymbol("(")) {
      do {
        tags.add(input.expectName());
      } while (input.acceptSymbol(","));
      input.expectSymbol(")");
    }
    input.expectKeyword("tags");
    input.expectSymbol("(");
    List<String> values = new ArrayList<>();
    do {
      values.add(parseTagLiteral());
    } while (input.acceptSymbol(","));
    input.expectSymbol(")");
    return new Statement.ChildDefinition(
        ifNotExists, name, superTable, tags, values, parseOptions());
  }

  /** Parses a tag's value and returns it as written. */
  String parseTagLiteral() throws TaosException {
    int mark = input.mark();
    boolean signed = input.acceptSymbol("-") || input.acceptSymbol("+");
    Token token = input.peek();
    boolean call = !signed && (token.isKeyword("now") || token.isKeyword("today"));
    boolean maySpan =
        switch (token.kind()) {
          case INTEGER, HEX, BINARY -> true;
          case FLOAT -> false;
          case STRING -> requireUnsigned(signed, true);
          case BOOL -> requireUnsigned(signed, false);
          default -> {
            if (!call && (signed || !token.isKeyword("null"))) {
              throw input.unexpected();
            }
            yield call;
          }
        };
    input.take();
    if (call && input.acceptSymbol("(")) {
      input.expectSymbol(")");
    }
    if (maySpan && (input.isSymbol("+") || input.isSymbol("-"))) {
      input.take();
      input.expectDuration();
    }
    return input.textSince(mark);
  }

  private boolean requireUnsigned(boolean signed, boolean maySpan) throws TaosException {
    if (signed) {
      throw input.unexpected();
    }
    return maySpan;
  }

  Statement parseDrop() throws TaosException {
    boolean stable = input.take().isKeyword("stable");
    input.acceptKeyword("with");
    if (stable) {
      boolean ifExists = parseIfExists(input);
      return new Statement.DropSuperTable(ifExists, input.expectTableName());
    }
    List<Statement.DropItem> tables = new ArrayList<>();
    do {
      boolean ifExists = parseIfExists(input);
      tables.add(new Statement.DropItem(ifExists, input.expectTableName()));
    } while (input.acceptSymbol(","));
    return new Statement.DropTables(tables);
  }
}
