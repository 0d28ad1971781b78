package dev.tck.embedded.sql;

/** Knows how TDengine writes strings and folds the case of statements. */
public final class SqlStrings {
  private SqlStrings() {}

  /** Returns whether a word in lower case is reserved: it names nothing without back-quotes. */
  public static boolean isKeyword(String word) {
    return Keywords.contains(word);
  }

  /**
   * Returns a statement with ASCII letters in lower case, but for what stands between quotes of any
   * kind.
   */
  public static String foldCase(String sql) {
    StringBuilder folded = new StringBuilder(sql.length());
    char quote = 0;
    for (int index = 0; index < sql.length(); index++) {
      char c = sql.charAt(index);
      if (quote == 0) {
        if (c == '\'' || c == '"' || c == '`') {
          quote = c;
        }
        folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        continue;
      }
      folded.append(c);
      if (c == '\\' && quote != '`' && index + 1 < sql.length()) {
        folded.append(sql.charAt(++index));
      } else if (c == quote) {
        quote = 0;
      }
    }
    return folded.toString();
  }

  /**
   * Returns a quoted string's content: a doubled quote is one, {@code \n \r \t \\ \' \"} are what
   * they are in C, {@code \% \_ \x} keep the backslash, any other backslash is dropped.
   */
  public static String unquote(String quoted) {
    char quote = quoted.charAt(0);
    int end = quoted.length() - 1;
    StringBuilder text = new StringBuilder(quoted.length());
    for (int index = 1; index < end; index++) {
      char c = quoted.charAt(index);
      if (c == quote) {
        index++;
        text.append(c);
      } else if (c == '\\' && index + 1 < end) {
        appendEscaped(text, quoted.charAt(++index));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static void appendEscaped(StringBuilder text, char c) {
    switch (c) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case '%', '_', 'x' -> text.append('\\').append(c);
      default -> text.append(c);
    }
  }
}
