package dev.tck.embedded.sql;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses SHOW. */
final class ShowParser {
  private static final Set<String> SYSTEM_TABLES =
      Set.of(
          "dnodes",
          "mnodes",
          "qnodes",
          "snodes",
          "bnodes",
          "anodes",
          "arbgroups",
          "functions",
          "streams",
          "accounts",
          "apps",
          "connections",
          "licences",
          "encryptions",
          "queries",
          "scores",
          "topics",
          "transactions",
          "consumers",
          "subscriptions",
          "compacts");

  private final ParserInput input;

  ShowParser(ParserInput input) {
    this.input = input;
  }

  Statement parse() throws TaosException {
    input.take();
    Token token = input.peek();
    if (token.kind() == TokenKind.IDENTIFIER) {
      return parseInDatabase(Kind.ALL);
    }
    if (token.kind() != TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    String word = token.text();
    if (SYSTEM_TABLES.contains(word)) {
      input.take();
      return system(word);
    }
    return switch (word) {
      case "databases" -> databases(Kind.ALL);
      case "system" -> {
        input.take();
        yield databases(Kind.SYSTEM);
      }
      case "user" -> parseUser();
      case "users", "grants" -> {
        input.take();
        if (input.isKeyword("full") || input.isKeyword("logs")) {
          throw input.notSupported("show " + word + " " + input.peek().text());
        }
        yield system(word);
      }
      case "create" -> parseCreate();
      case "cluster" -> parseCluster();
      case "table" -> parseTable();
      case "tags" -> parseTags();
      case "local", "dnode", "variables" -> parseVariables();
      case "vnodes" -> parseVnodes();
      case "indexes" -> parseIndexes();
      case "normal" -> parseKind(Kind.NORMAL);
      case "child" -> parseKind(Kind.CHILD);
      case "virtual" -> parseKind(Kind.VIRTUAL);
      case "transaction", "compact", "disk_info", "tsmas" ->
          throw input.notSupported("show " + word);
      default -> parseInDatabase(Kind.ALL);
    };
  }

  private static Statement system(String what) {
    return new Statement.ShowSystemTable(what, Optional.empty(), Optional.empty());
  }

  private Statement databases(Kind kind) throws TaosException {
    input.expectKeyword("databases");
    return new Statement.ShowDatabases(kind);
  }

  private Statement parseUser() throws TaosException {
    input.take();
    return input.acceptKeyword("privileges") ? system("user privileges") : databases(Kind.USER);
  }

  private Statement parseKind(Kind kind) throws TaosException {
    input.take();
    return parseInDatabase(kind);
  }

  private Statement parseInDatabase(Kind kind) throws TaosException {
    Optional<String> database = Optional.empty();
    if (input.peek().kind() == TokenKind.IDENTIFIER) {
      database = Optional.of(input.expectName());
      input.expectSymbol(".");
    }
    Token what = input.peek();
    if (what.kind() != TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    boolean plain = kind == Kind.ALL;
    return switch (what.text()) {
      case "tables" -> {
        input.take();
        Optional<String> pattern = parsePattern();
        yield new Statement.ShowTables(kind, databaseOf(database), pattern);
      }
      case "stables" -> {
        input.take();
        Optional<String> pattern = parsePattern();
        yield new Statement.ShowSuperTables(kind, databaseOf(database), pattern);
      }
      case "views" -> {
        requirePlain(plain);
        input.take();
        Optional<String> pattern = parsePattern();
        yield new Statement.ShowSystemTable("views", Optional.of(databaseOf(database)), pattern);
      }
      case "vgroups" -> {
        requirePlain(plain);
        input.take();
        Optional<String> shown = database.or(input::database);
        if (shown.isEmpty()) {
          throw ErrorCode.SYNTAX_ERROR_TEXT.with("database not specified");
        }
        yield new Statement.ShowSystemTable("vgroups", shown, Optional.empty());
      }
      case "alive" -> {
        requirePlain(plain);
        input.take();
        yield new Statement.ShowAlive(Optional.of(databaseOf(database)));
      }
      case "vtables", "tsmas", "disk_info" -> throw input.notSupported("show " + what.text());
      default -> throw input.unexpected();
    };
  }

  private void requirePlain(boolean plain) throws TaosException {
    if (!plain) {
      throw input.unexpected();
    }
  }

  private String databaseOf(Optional<String> named) throws TaosException {
    return named
        .or(input::database)
        .orElseThrow(() -> ErrorCode.SYNTAX_ERROR_TEXT.with("database not specified"));
  }

  private Optional<String> parsePattern() throws TaosException {
    return input.acceptKeyword("like") ? Optional.of(input.expectString()) : Optional.empty();
  }

  private Statement parseCreate() throws TaosException {
    input.take();
    if (input.acceptKeyword("database")) {
      return new Statement.ShowCreateDatabase(input.expectName());
    }
    if (input.isKeyword("view") || input.isKeyword("vtable")) {
      throw input.notSupported("show create " + input.peek().text());
    }
    boolean stable = input.acceptKeyword("stable");
    if (!stable) {
      input.expectKeyword("table");
    }
    return new Statement.ShowCreateTable(stable, input.expectTableName());
  }

  private Statement parseCluster() throws TaosException {
    input.take();
    if (input.acceptKeyword("alive")) {
      return new Statement.ShowAlive(Optional.empty());
    }
    if (input.acceptKeyword("variables")) {
      return new Statement.ShowVariables(false, Optional.empty(), parsePattern());
    }
    if (input.isKeyword("machines")) {
      throw input.notSupported("show cluster machines");
    }
    return system("cluster");
  }

  private Statement parseVariables() throws TaosException {
    Token scope = input.take();
    Optional<Long> dataNode = Optional.empty();
    if (scope.isKeyword("dnode")) {
      dataNode = Optional.of(input.expectInteger());
    }
    if (!scope.isKeyword("variables")) {
      input.expectKeyword("variables");
    }
    return new Statement.ShowVariables(scope.isKeyword("local"), dataNode, parsePattern());
  }

  private Statement parseVnodes() throws TaosException {
    input.take();
    if (input.acceptKeyword("on")) {
      input.expectKeyword("dnode");
      input.expectInteger();
    }
    return system("vnodes");
  }

  // FROM table [FROM database], or FROM database.table.
  private TableName parseFrom() throws TaosException {
    input.expectKeyword("from");
    String first = input.expectLongName();
    if (input.acceptSymbol(".")) {
      return new TableName(first, input.expectLongName());
    }
    Optional<String> database =
        input.acceptKeyword("from") ? Optional.of(input.expectName()) : Optional.empty();
    return new TableName(databaseOf(database), first);
  }

  private Statement parseTags() throws TaosException {
    input.take();
    return new Statement.ShowTags(parseFrom());
  }

  private Statement parseIndexes() throws TaosException {
    input.take();
    return new Statement.ShowIndexes(parseFrom());
  }

  private Statement parseTable() throws TaosException {
    input.take();
    if (input.isKeyword("distributed")) {
      throw input.notSupported("show table distributed");
    }
    input.expectKeyword("tags");
    List<Query.SelectItem> items = new ArrayList<>();
    while (!input.isKeyword("from")) {
      if (!items.isEmpty()) {
        input.expectSymbol(",");
      }
      items.add(parseTagItem());
    }
    return new Statement.ShowTableTags(items, parseFrom());
  }

  private Query.SelectItem parseTagItem() throws TaosException {
    if (input.isKeyword("tbname") || input.isKeyword("_tags")) {
      String word = input.take().text();
      return new Query.SelectItem(
          new Expression.PseudoColumn(Optional.empty(), word), Optional.empty(), word);
    }
    String name = input.expectLongName();
    boolean as = input.acceptKeyword("as");
    Optional<String> alias =
        as || input.peek().kind() == TokenKind.IDENTIFIER
            ? Optional.of(input.expectName())
            : Optional.empty();
    return new Query.SelectItem(new Expression.ColumnName(Optional.empty(), name), alias, name);
  }
}
