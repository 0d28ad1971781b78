package dev.tck.embedded.sql;

import dev.tck.embedded.TaosException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses statements other than INSERT … VALUES, which has a reader of its own. */
public final class StatementParser {
  private static final Set<String> UNSUPPORTED_OBJECTS =
      Set.of(
          "index",
          "sma",
          "function",
          "aggregate",
          "or",
          "view",
          "stream",
          "tsma",
          "recursive",
          "vtable",
          "account",
          "dnode",
          "mnode",
          "qnode",
          "snode",
          "bnode",
          "anode",
          "encrypt_key");

  private final ParserInput input;
  private final QueryParser queries;

  private StatementParser(String sql, Optional<String> database) {
    this.input = new ParserInput(sql, database);
    this.queries = new QueryParser(input);
  }

  /**
   * Parses one statement.
   *
   * @param sql is the statement, its case folded ({@link SqlStrings#foldCase})
   * @param database is the current database
   * @throws TaosException if TDengine would not understand it, or this server does not
   */
  public static Statement parse(String sql, Optional<String> database) throws TaosException {
    StatementParser parser = new StatementParser(sql, database);
    Statement statement = parser.parseStatement();
    parser.input.expectEnd();
    return statement;
  }

  private Statement parseStatement() throws TaosException {
    Token token = input.peek();
    if (token.isSymbol("(")) {
      return new Statement.Select(queries.parse());
    }
    if (token.kind() != TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    return switch (token.text()) {
      case "select" -> new Statement.Select(queries.parse());
      case "explain" -> parseExplain();
      case "insert" -> parseInsertSelect();
      case "delete" -> parseDelete();
      case "use" -> {
        input.take();
        yield new Statement.Use(input.expectName());
      }
      case "create" -> parseCreate();
      case "drop" -> parseDrop();
      case "alter" -> parseAlter();
      case "desc", "describe" -> {
        input.take();
        yield new Statement.Describe(input.expectTableName());
      }
      case "show" -> new ShowParser(input).parse();
      case "grant", "revoke" -> new UserParser(input, queries).parsePrivileges();
      case "kill" -> parseKill();
      case "flush", "trim", "compact", "s3migrate" -> parseMaintenance();
      case "reset" -> parseReset();
      case "balance" -> parseBalance();
      case "update" -> {
        // A reserved word with which no statement begins.
        input.take();
        throw input.unexpected();
      }
      case "merge", "redistribute", "split", "assign", "restore", "pause", "resume" ->
          throw input.notSupported(token.text());
      default -> throw input.unexpected();
    };
  }

  private Statement parseExplain() throws TaosException {
    input.take();
    boolean analyze = input.acceptKeyword("analyze");
    while (input.isKeyword("verbose") || input.isKeyword("ratio")) {
      boolean verbose = input.take().isKeyword("verbose");
      input.expect(verbose ? TokenKind.BOOL : TokenKind.FLOAT);
    }
    return new Statement.Explain(analyze, queries.parse());
  }

  private Statement parseInsertSelect() throws TaosException {
    input.take();
    input.expectKeyword("into");
    TableName table = input.expectTableName();
    List<String> columns = new ArrayList<>();
    if (input.isSymbol("(") && input.peek(1).kind() == TokenKind.IDENTIFIER) {
      input.take();
      do {
        columns.add(input.expectName());
      } while (input.acceptSymbol(","));
      input.expectSymbol(")");
    }
    return new Statement.InsertSelect(table, columns, queries.parse());
  }

  private Statement parseDelete() throws TaosException {
    input.take();
    input.expectKeyword("from");
    TableName table = input.expectTableName();
    Optional<Expression> where =
        input.acceptKeyword("where")
            ? Optional.of(queries.expressions().parseCommon())
            : Optional.empty();
    return new Statement.Delete(table, where);
  }

  private Statement parseCreate() throws TaosException {
    input.take();
    Token object = input.peek();
    if (object.kind() != TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    return switch (object.text()) {
      case "database" -> new DatabaseParser(input).parseCreate();
      case "table", "stable" -> new TableParser(input).parseCreate();
      case "topic" -> new TopicParser(input, queries).parseCreate();
      case "user" -> new UserParser(input, queries).parseCreate();
      default -> throw refuse(object);
    };
  }

  private TaosException refuse(Token object) throws TaosException {
    return UNSUPPORTED_OBJECTS.contains(object.text())
        ? input.notSupported(object.text())
        : input.unexpected();
  }

  private Statement parseDrop() throws TaosException {
    input.take();
    Token object = input.peek();
    if (object.kind() != TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    return switch (object.text()) {
      case "database" -> new DatabaseParser(input).parseDrop();
      case "table", "stable" -> new TableParser(input).parseDrop();
      case "topic", "consumer" -> new TopicParser(input, queries).parseDrop();
      case "user" -> new UserParser(input, queries).parseDrop();
      default -> throw refuse(object);
    };
  }

  private Statement parseAlter() throws TaosException {
    input.take();
    Token object = input.peek();
    if (object.kind() != TokenKind.KEYWORD) {
      throw input.unexpected();
    }
    return switch (object.text()) {
      case "database" -> new DatabaseParser(input).parseAlter();
      case "table", "stable" -> new AlterTableParser(input).parse();
      case "user" -> new UserParser(input, queries).parseAlter();
      case "local" -> parseAlterLocal();
      default -> throw refuse(object);
    };
  }

  private Statement parseAlterLocal() throws TaosException {
    input.take();
    input.expectString();
    if (input.peek().kind() == TokenKind.STRING) {
      input.take();
    }
    return new Statement.NoOperation(Optional.empty());
  }

  private Statement parseKill() throws TaosException {
    input.take();
    Token what = input.peek();
    if (what.isKeyword("query")) {
      input.take();
      return new Statement.Kill("query", input.expectString());
    }
    if (what.isKeyword("connection")
        || what.isKeyword("transaction")
        || what.isKeyword("compact")) {
      input.take();
      return new Statement.Kill(what.text(), Long.toString(input.expectInteger()));
    }
    throw input.unexpected();
  }

  private Statement parseMaintenance() throws TaosException {
    Token verb = input.take();
    input.expectKeyword("database");
    Statement statement = new Statement.NoOperation(Optional.of(input.expectName()));
    if (verb.isKeyword("trim") && input.acceptKeyword("bwlimit")) {
      input.expectInteger();
    }
    if (verb.isKeyword("compact")) {
      parseBound("start");
      parseBound("end");
      input.acceptKeyword("meta_only");
    }
    return statement;
  }

  private void parseBound(String word) throws TaosException {
    if (input.acceptKeyword(word)) {
      input.expectKeyword("with");
      boolean timestamp = input.acceptKeyword("timestamp");
      if (!timestamp && input.peek().kind() == TokenKind.INTEGER) {
        input.take();
      } else {
        input.expectString();
      }
    }
  }

  private Statement parseBalance() throws TaosException {
    input.take();
    input.expectKeyword("vgroup");
    if (!input.acceptKeyword("leader")) {
      return new Statement.NoOperation(Optional.empty());
    }
    throw input.notSupported("balance vgroup leader");
  }

  private Statement parseReset() throws TaosException {
    input.take();
    if (input.isKeyword("stream")) {
      throw input.notSupported("reset stream");
    }
    input.expectKeywords("query", "cache");
    return new Statement.NoOperation(Optional.empty());
  }
}
