package dev.tck.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a statement into words, names, strings and symbols, each with its depth in parentheses; just
 * enough to see its clauses. What follows the first semicolon is not executed and left out.
 */
final class SqlTokens {
  /** Names the kinds of tokens. */
  enum Kind {
    WORD,
    NAME,
    STRING,
    SYMBOL
  }

  /**
   * One token.
   *
   * @param text is the word in lower case, the name without back-quotes, the string with its quotes
   * @param depth is the number of parentheses around it
   * @param start and {@code end} are its place in the statement
   */
  record Token(Kind kind, String text, int depth, int start, int end) {
    boolean is(String word) {
      return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(char symbol) {
      return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    boolean isIdentifier() {
      return kind == Kind.WORD || kind == Kind.NAME;
    }
  }

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int depth;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  static List<Token> of(String sql) {
    SqlTokens cutter = new SqlTokens(sql);
    int at = 0;
    while (at < sql.length() && sql.charAt(at) != ';') {
      at = cutter.next(at);
    }
    return cutter.tokens;
  }

  private int next(int start) {
    char first = sql.charAt(start);
    if (Character.isWhitespace(first)) {
      return start + 1;
    } else if (sql.startsWith("--", start)) {
      return endOf("\n", start);
    } else if (sql.startsWith("/*", start)) {
      return endOf("*/", start + 2);
    } else if (first == '\'' || first == '"') {
      return add(Kind.STRING, start, endOfString(start, first));
    } else if (first == '`') {
      return addName(start, endOf("`", start + 1));
    } else if (isWordPart(first)) {
      int end = start;
      while (end < sql.length() && isWordPart(sql.charAt(end))) {
        end++;
      }
      return add(Kind.WORD, start, end);
    }
    depth -= first == ')' ? 1 : 0;
    add(Kind.SYMBOL, start, start + 1);
    depth += first == '(' ? 1 : 0;
    return start + 1;
  }

  private static boolean isWordPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '$';
  }

  private int endOf(String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }

  private int endOfString(int start, char quote) {
    int at = start + 1;
    while (at < sql.length()) {
      char character = sql.charAt(at);
      if (character == '\\') {
        at += 2;
      } else if (character == quote) {
        return at + 1;
      } else {
        at++;
      }
    }
    return sql.length();
  }

  private int add(Kind kind, int start, int end) {
    String text = sql.substring(start, end);
    tokens.add(
        new Token(
            kind, kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text, depth, start, end));
    return end;
  }

  private int addName(int start, int end) {
    String text = sql.substring(start + 1, Math.max(start + 1, end - 1));
    tokens.add(new Token(Kind.NAME, text, depth, start, end));
    return end;
  }
}
