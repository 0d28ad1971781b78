package dev.tck.embedded.sql;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;

/** Cuts a statement, whose case is folded already, into tokens. */
final class Lexer {
  private final String sql;
  private int position;

  Lexer(String sql) {
    this.sql = sql;
  }

  private char at(int index) {
    return index < sql.length() ? sql.charAt(index) : 0;
  }

  /** Returns the next token; behind the last one, always the end. */
  Token next() throws TaosException {
    skipBlanksAndComments();
    int start = position;
    if (start >= sql.length()) {
      return new Token(TokenKind.END, "", start);
    }
    TokenKind kind = scan(sql.charAt(start));
    return new Token(kind, sql.substring(start, position), start);
  }

  private void skipBlanksAndComments() {
    while (position < sql.length()) {
      char c = sql.charAt(position);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == 0x0B) {
        position++;
      } else if (c == '-' && at(position + 1) == '-') {
        int end = sql.indexOf('\n', position);
        position = end < 0 ? sql.length() : end;
      } else if (c == '/'
          && at(position + 1) == '*'
          && at(position + 2) != '+'
          && position + 2 < sql.length()) {
        position = endOfComment();
      } else {
        return;
      }
    }
  }

  private int endOfComment() {
    int end = sql.indexOf("*/", position + 2);
    return end < 0 ? sql.length() : end + 2;
  }

  private TokenKind scan(char c) throws TaosException {
    if (isDigit(c)) {
      return scanNumber();
    }
    if (c == '`' || c == '\'' || c == '"') {
      return scanQuoted(c);
    }
    if (isNamePart(c) || c >= 0x80) {
      return scanWord();
    }
    return switch (c) {
      case ';' -> symbol(1, TokenKind.SEMICOLON);
      case '?' -> symbol(1, TokenKind.QUESTION_MARK);
      case '(', ')', '+', '*', '%', ',', '&', '~', ':' -> symbol(1, TokenKind.SYMBOL);
      case '-' -> symbol(at(position + 1) == '>' ? 2 : 1, TokenKind.SYMBOL);
      case '/' -> scanSlash();
      case '=' -> symbol(at(position + 1) == '=' ? 2 : 1, TokenKind.SYMBOL);
      case '<' -> symbol(isOneOf(at(position + 1), "=><") ? 2 : 1, TokenKind.SYMBOL);
      case '>' -> symbol(isOneOf(at(position + 1), "=>") ? 2 : 1, TokenKind.SYMBOL);
      case '|' -> symbol(at(position + 1) == '|' ? 2 : 1, TokenKind.SYMBOL);
      case '!' -> {
        if (at(position + 1) != '=') {
          throw unrecognized(position);
        }
        yield symbol(2, TokenKind.SYMBOL);
      }
      case '.' -> isDigit(at(position + 1)) ? scanFraction() : symbol(1, TokenKind.SYMBOL);
      default -> throw unrecognized(position);
    };
  }

  private TaosException unrecognized(int start) {
    return ErrorCode.SYNTAX_ERROR_TEXT.with("unrecognized token: \"" + sql.substring(start) + "\"");
  }

  private TokenKind symbol(int length, TokenKind kind) {
    position += length;
    return kind;
  }

  private static boolean isOneOf(char c, String characters) {
    return c != 0 && characters.indexOf(c) >= 0;
  }

  private TokenKind scanSlash() {
    if (at(position + 1) == '*' && at(position + 2) == '+') {
      position = endOfComment();
      return TokenKind.HINT;
    }
    return symbol(1, TokenKind.SYMBOL);
  }

  private TokenKind scanQuoted(char quote) throws TaosException {
    int start = position;
    for (int index = start + 1; index < sql.length(); index++) {
      char c = sql.charAt(index);
      if (c == '\\' && quote != '`') {
        index++;
      } else if (c == quote) {
        if (at(index + 1) != quote) {
          position = index + 1;
          return quote == '`' ? TokenKind.IDENTIFIER : TokenKind.STRING;
        }
        index++;
      }
    }
    throw unrecognized(start);
  }

  private TokenKind scanFraction() {
    position++;
    skipDigits();
    skipExponent();
    return TokenKind.FLOAT;
  }

  private void skipDigits() {
    while (isDigit(at(position))) {
      position++;
    }
  }

  private boolean skipExponent() {
    char e = at(position);
    char next = at(position + 1);
    boolean signed = (next == '+' || next == '-') && isDigit(at(position + 2));
    if (e == 'e' && (isDigit(next) || signed)) {
      position += 2;
      skipDigits();
      return true;
    }
    return false;
  }

  private TokenKind scanNumber() throws TaosException {
    int start = position;
    if (at(start) == '0' && at(start + 1) == 'x') {
      return scanRadix("0123456789abcdef", TokenKind.HEX);
    }
    if (at(start) == '0' && at(start + 1) == 'b') {
      return scanRadix("01", TokenKind.BINARY);
    }
    skipDigits();
    if (isOneOf(at(position), "buasmhdnyw") && !isNamePart(at(position + 1))) {
      return symbol(1, TokenKind.DURATION);
    }
    int parts = 1;
    while (at(position) == '.' && isDigit(at(position + 1))) {
      position++;
      skipDigits();
      parts++;
    }
    if (parts == 4) {
      return TokenKind.IP_ADDRESS;
    }
    if (parts > 2) {
      throw unrecognized(start);
    }
    boolean point = parts == 1 && at(position) == '.';
    if (point) {
      position++;
    }
    return skipExponent() || point || parts == 2 ? TokenKind.FLOAT : TokenKind.INTEGER;
  }

  private TokenKind scanRadix(String digits, TokenKind kind) throws TaosException {
    int start = position;
    position += 2;
    while (isOneOf(at(position), digits)) {
      position++;
    }
    if (position == start + 2) {
      throw unrecognized(start);
    }
    return kind;
  }

  private TokenKind scanWord() {
    int start = position;
    boolean beyondAscii = false;
    while (isNamePart(at(position)) || at(position) >= 0x80) {
      beyondAscii |= at(position) >= 0x80;
      position++;
    }
    if (beyondAscii) {
      return TokenKind.ALIAS;
    }
    String word = sql.substring(start, position);
    if (word.equals("true") || word.equals("false")) {
      return TokenKind.BOOL;
    }
    return Keywords.contains(word) ? TokenKind.KEYWORD : TokenKind.IDENTIFIER;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
  }
}
