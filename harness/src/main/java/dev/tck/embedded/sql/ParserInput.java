package dev.tck.embedded.sql;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.TimeSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hands the tokens of one statement to the parsers, and makes their errors. */
final class ParserInput {
  // The client library has room for so many bytes of message.
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_TABLE_NAME = 192;
  private static final int LONGEST_MESSAGE = 511;

  private final String sql;
  private final Optional<String> database;
  private final Lexer lexer;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  /**
   * Creates the input.
   *
   * @param sql is the statement, its case folded
   * @param database is the current database
   */
  ParserInput(String sql, Optional<String> database) {
    this.sql = sql;
    this.database = database;
    this.lexer = new Lexer(sql);
  }

  /** Returns the token so many places ahead. */
  Token peek(int ahead) throws TaosException {
    while (tokens.size() <= position + ahead) {
      tokens.add(lexer.next());
    }
    return tokens.get(position + ahead);
  }

  Token peek() throws TaosException {
    return peek(0);
  }

  Token take() throws TaosException {
    Token token = peek();
    position++;
    return token;
  }

  /** Returns the place of the next token, for {@link #reset}. */
  int mark() {
    return position;
  }

  /** Goes back to a place. */
  void reset(int mark) {
    position = mark;
  }

  /** Returns the text between a place and the last token taken. */
  String textSince(int mark) {
    return sql.substring(tokens.get(mark).start(), tokens.get(position - 1).end());
  }

  boolean isKeyword(String word) throws TaosException {
    return peek().isKeyword(word);
  }

  boolean isSymbol(String symbol) throws TaosException {
    return peek().isSymbol(symbol);
  }

  /** Takes a keyword if it comes next. */
  boolean acceptKeyword(String word) throws TaosException {
    if (isKeyword(word)) {
      position++;
      return true;
    }
    return false;
  }

  /** Takes a symbol if it comes next. */
  boolean acceptSymbol(String symbol) throws TaosException {
    if (isSymbol(symbol)) {
      position++;
      return true;
    }
    return false;
  }

  void expectKeyword(String word) throws TaosException {
    if (!acceptKeyword(word)) {
      throw unexpected();
    }
  }

  void expectKeywords(String... words) throws TaosException {
    for (String word : words) {
      expectKeyword(word);
    }
  }

  void expectSymbol(String symbol) throws TaosException {
    if (!acceptSymbol(symbol)) {
      throw unexpected();
    }
  }

  Token expect(TokenKind kind) throws TaosException {
    if (peek().kind() != kind) {
      throw unexpected();
    }
    return take();
  }

  /** Takes a name of a column, a database, or anything else but a table. */
  String expectName() throws TaosException {
    return name(expect(TokenKind.IDENTIFIER), LONGEST_NAME);
  }

  /** Takes a name of a table or topic. */
  String expectLongName() throws TaosException {
    return name(expect(TokenKind.IDENTIFIER), LONGEST_TABLE_NAME);
  }

  private String name(Token token, int longest) throws TaosException {
    String name = token.name();
    if (name.isEmpty()) {
      throw new TaosException(
          ErrorCode.INVALID_IDENTIFIER.code(),
          cut("Invalid identifier name: " + sql.substring(token.end() - 1)));
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > longest) {
      throw new TaosException(
          ErrorCode.INVALID_IDENTIFIER.code(),
          cut("Invalid identifier name: " + sql.substring(token.start())));
    }
    return name;
  }

  String expectString() throws TaosException {
    return expect(TokenKind.STRING).string();
  }

  /** Takes a string, and returns what stands between its quotes as it is. */
  String expectRawString() throws TaosException {
    String text = expect(TokenKind.STRING).text();
    return text.substring(1, text.length() - 1);
  }

  /** Takes an unsigned integer; one beyond 64 bits becomes the greatest. */
  long expectInteger() throws TaosException {
    return integer(expect(TokenKind.INTEGER).text());
  }

  static long integer(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  TimeSpan expectDuration() throws TaosException {
    return duration(expect(TokenKind.DURATION).text());
  }

  TimeSpan duration(String text) throws TaosException {
    try {
      return TimeSpan.parse(text);
    } catch (NumberFormatException e) {
      throw ErrorCode.WRONG_VALUE_TYPE.with(text);
    }
  }

  /** Takes {@code [database.]table}. */
  TableName expectTableName() throws TaosException {
    Token first = expect(TokenKind.IDENTIFIER);
    if (acceptSymbol(".")) {
      return new TableName(name(first, LONGEST_NAME), expectLongName());
    }
    return new TableName(currentDatabase(), name(first, LONGEST_TABLE_NAME));
  }

  /** Returns the current database. */
  String currentDatabase() throws TaosException {
    return database.orElseThrow(ErrorCode.DATABASE_NOT_SPECIFIED::with);
  }

  /** Returns the current database, if there is one. */
  Optional<String> database() {
    return database;
  }

  /** Checks that the statement ends here; what follows a semicolon does not count. */
  void expectEnd() throws TaosException {
    TokenKind kind = peek().kind();
    if (kind != TokenKind.END && kind != TokenKind.SEMICOLON) {
      throw unexpected();
    }
  }

  /** Returns the error that the next token cannot stand here. */
  TaosException unexpected() throws TaosException {
    Token token = peek();
    return token.kind() == TokenKind.END
        ? ErrorCode.INCOMPLETE_SQL.with()
        : new TaosException(
            ErrorCode.SYNTAX_ERROR.code(),
            cut("syntax error near \"" + sql.substring(token.start()) + "\""));
  }

  /** Returns a message as far as the client library has room for it. */
  static String cut(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_MESSAGE) {
      return message;
    }
    int end = LONGEST_MESSAGE;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** Returns the refusal of what TDengine knows and this server does not. */
  TaosException notSupported(String what) {
    return ErrorCode.NOT_SUPPORTED.with(what.toUpperCase(Locale.ROOT));
  }
}
