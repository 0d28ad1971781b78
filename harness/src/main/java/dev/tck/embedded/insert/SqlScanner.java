package dev.tck.embedded.insert;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.sql.SqlStrings;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Walks over the bytes of an INSERT statement. The last token is described by fields, so that a
 * token costs no object.
 *
 * <p>INSERT has lexical rules of its own: a comma before a token is skipped like a blank, comments
 * are no blanks, {@code database.table} is one token, and letters keep their case.
 */
final class SqlScanner {
  // As much of the statement as TDengine quotes in an error.
  private static final int QUOTED_BYTES = 63;

  private static final Map<String, ScanKind> WORDS =
      Map.ofEntries(
          Map.entry("values", ScanKind.VALUES),
          Map.entry("file", ScanKind.FILE),
          Map.entry("using", ScanKind.USING),
          Map.entry("tags", ScanKind.TAGS),
          Map.entry("into", ScanKind.INTO),
          Map.entry("insert", ScanKind.INSERT),
          Map.entry("import", ScanKind.INSERT),
          Map.entry("ttl", ScanKind.TTL),
          Map.entry("comment", ScanKind.COMMENT),
          Map.entry("null", ScanKind.NULL),
          Map.entry("now", ScanKind.NOW),
          Map.entry("today", ScanKind.TODAY),
          Map.entry("true", ScanKind.BOOL),
          Map.entry("false", ScanKind.BOOL));

  /** The statement, with a zero byte behind it. */
  final byte[] sql;

  /** Where the next token is looked for. */
  int position;

  /** What the last token is. */
  ScanKind kind = ScanKind.NONE;

  /** Where the last token begins. */
  int start;

  /** Where the last token ends. */
  int end;

  /** Whether a comma was skipped before the last token. */
  boolean skippedComma;

  // Whether the last token is missing because the statement ends: TDengine quotes nothing then.
  private boolean endedLoosely;

  SqlScanner(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sql = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, sql, 0, bytes.length);
  }

  /** Goes to the next token, skipping blanks and at most one comma. */
  void next() {
    skippedComma = false;
    endedLoosely = false;
    int at = position;
    int commas = 0;
    while (isBlank(sql[at]) || sql[at] == ',') {
      if (sql[at] == ',') {
        skippedComma = true;
        if (++commas > 1) {
          position = at;
          none(at);
          endedLoosely = true;
          return;
        }
      }
      at++;
    }
    scan(at);
    boolean semicolon = kind == ScanKind.OTHER && sql[start] == ';';
    if (semicolon) {
      none(start);
    }
    endedLoosely = semicolon || (kind == ScanKind.NONE && start == sql.length - 1);
    joinQualifiedName();
    position = end;
  }

  /** Goes to the next token, a sign and its number being one. */
  void nextValue() {
    next();
    if (kind == ScanKind.PLUS || kind == ScanKind.MINUS) {
      int sign = start;
      ScanKind signKind = kind;
      scan(end);
      if (kind.isNumber()) {
        start = sign;
      } else {
        kind = signKind;
        start = sign;
        end = sign + 1;
      }
      position = end;
    }
  }

  /** Goes to the next token, skipping blanks only. */
  void nextStrict() {
    endedLoosely = false;
    int at = position;
    while (isBlank(sql[at])) {
      at++;
    }
    scan(at);
    position = end;
  }

  /** Looks at the next token without going there. */
  ScanKind peek() {
    int mark = position;
    next();
    position = mark;
    return kind;
  }

  private void none(int at) {
    kind = ScanKind.NONE;
    start = at;
    end = at;
  }

  private void joinQualifiedName() {
    if (sql[end] != '.' || kind == ScanKind.NONE) {
      return;
    }
    int first = start;
    ScanKind firstKind = kind;
    scan(end + 1);
    boolean names =
        (firstKind == ScanKind.IDENTIFIER || firstKind == ScanKind.STRING)
            && (kind == ScanKind.IDENTIFIER
                || kind == ScanKind.STRING
                || kind == ScanKind.QUESTION_MARK);
    if (names) {
      kind = firstKind;
      start = first;
    } else {
      none(first);
    }
  }

  private void scan(int at) {
    start = at;
    byte c = sql[at];
    if (c == 0 && at == sql.length - 1) {
      none(at);
    } else if (isDigit(c) || (c == '.' && isDigit(sql[at + 1]))) {
      scanNumber();
    } else if (c == '\'' || c == '"' || c == '`') {
      scanQuoted(c);
    } else if (isNamePart(c) || c < 0) {
      scanWord();
    } else {
      end = at + 1;
      kind =
          switch (c) {
            case '(' -> ScanKind.LEFT;
            case ')' -> ScanKind.RIGHT;
            case ',' -> ScanKind.COMMA;
            case '+' -> ScanKind.PLUS;
            case '-' -> scanMinus(at);
            case '?' -> ScanKind.QUESTION_MARK;
            default -> ScanKind.OTHER;
          };
    }
  }

  private ScanKind scanMinus(int at) {
    if (sql[at + 1] != '-') {
      return ScanKind.MINUS;
    }
    while (sql[end] != '\n' && end < sql.length - 1) {
      end++;
    }
    return ScanKind.OTHER;
  }

  private void scanQuoted(byte quote) {
    for (int at = start + 1; at < sql.length - 1; at++) {
      byte c = sql[at];
      if (c == '\\' && quote != '`') {
        at++;
      } else if (c == quote) {
        if (sql[at + 1] != quote) {
          end = at + 1;
          kind = quote == '`' ? ScanKind.IDENTIFIER : ScanKind.STRING;
          return;
        }
        at++;
      }
    }
    none(start);
  }

  private void scanWord() {
    int at = start;
    while (isNamePart(sql[at]) || sql[at] < 0) {
      at++;
    }
    end = at;
    String word = text(start, end).toLowerCase(Locale.ROOT);
    ScanKind known = WORDS.get(word);
    if (known != null) {
      kind = known;
    } else {
      kind = SqlStrings.isKeyword(word) ? ScanKind.KEYWORD : ScanKind.IDENTIFIER;
    }
  }

  private void scanNumber() {
    int at = start;
    byte radix = sql[at + 1];
    if (sql[at] == '0' && (radix == 'x' || radix == 'X' || radix == 'b' || radix == 'B')) {
      scanRadix(radix == 'x' || radix == 'X');
      return;
    }
    while (isDigit(sql[at])) {
      at++;
    }
    if (at > start && isUnit(sql[at]) && !isNamePart(sql[at + 1])) {
      end = at + 1;
      kind = ScanKind.DURATION;
      return;
    }
    boolean point = sql[at] == '.';
    if (point) {
      at++;
      while (isDigit(sql[at])) {
        at++;
      }
    }
    int exponent = endOfExponent(at);
    kind = point || exponent > at ? ScanKind.FLOAT : ScanKind.INTEGER;
    end = exponent;
  }

  private int endOfExponent(int at) {
    if (sql[at] != 'e' && sql[at] != 'E') {
      return at;
    }
    int digits = sql[at + 1] == '+' || sql[at + 1] == '-' ? at + 2 : at + 1;
    if (!isDigit(sql[digits])) {
      return at;
    }
    while (isDigit(sql[digits])) {
      digits++;
    }
    return digits;
  }

  private void scanRadix(boolean hex) {
    int at = start + 2;
    while (hex ? Character.digit(sql[at], 16) >= 0 : sql[at] == '0' || sql[at] == '1') {
      at++;
    }
    end = at;
    kind = hex ? ScanKind.HEX : ScanKind.BINARY;
    if (at == start + 2) {
      none(start);
    }
  }

  private static boolean isUnit(byte c) {
    return switch (c) {
      case 'b',
          'u',
          'a',
          's',
          'm',
          'h',
          'd',
          'n',
          'y',
          'w',
          'B',
          'U',
          'A',
          'S',
          'M',
          'H',
          'D',
          'N',
          'Y',
          'W' ->
          true;
      default -> false;
    };
  }

  static boolean isBlank(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
  }

  /** Returns a part of the statement. */
  String text(int from, int to) {
    return new String(sql, from, to - from, StandardCharsets.UTF_8);
  }

  /** Returns the last token. */
  String text() {
    return text(start, end);
  }

  /** Returns the error about the rest of the statement from a place on. */
  TaosException error(int from, String reason) {
    String rest = text(from, sql.length - 1);
    return quoting(SqlStrings.foldCase(rest), reason);
  }

  /** Returns the error about the last token. */
  TaosException error(String reason) {
    return endedLoosely ? reason(reason) : error(start, reason);
  }

  /** Returns the error about a text, of which only the beginning is quoted. */
  static TaosException quoting(String text, String reason) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, QUOTED_BYTES);
    String quoted = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return ErrorCode.INSERT_SYNTAX.with("syntax error near '" + quoted + "' (" + reason + ")");
  }

  /** Returns the error that has only a reason. */
  static TaosException reason(String reason) {
    return ErrorCode.INSERT_SYNTAX.with("syntax error near '" + reason + "'");
  }
}
