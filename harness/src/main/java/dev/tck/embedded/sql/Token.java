package dev.tck.embedded.sql;

/**
 * Holds a token of a statement.
 *
 * @param text is the token as written, with its quotes
 * @param start is where it begins in the statement
 */
record Token(TokenKind kind, String text, int start) {

  /** Returns where the token ends in the statement. */
  int end() {
    return start + text.length();
  }

  boolean isKeyword(String word) {
    return kind == TokenKind.KEYWORD && text.equals(word);
  }

  boolean isSymbol(String symbol) {
    return kind == TokenKind.SYMBOL && text.equals(symbol);
  }

  /** Returns the name without its back-quotes. */
  String name() {
    return text.charAt(0) == '`' ? text.substring(1, text.length() - 1).replace("``", "`") : text;
  }

  /** Returns the string without its quotes, its escapes resolved. */
  String string() {
    return SqlStrings.unquote(text);
  }
}
