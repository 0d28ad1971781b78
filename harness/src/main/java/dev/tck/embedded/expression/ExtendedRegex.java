package dev.tck.embedded.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Translates POSIX extended regular expressions, as GNU's C library reads them, to Java's. */
final class ExtendedRegex {
  // What a backslash before a letter means in both; other characters stand for themselves.
  private static final String SHARED_ESCAPES = "wWsSbB";
  private static final String SPECIAL_IN_BRACKETS = "\\[&";

  private final String source;
  private final StringBuilder java = new StringBuilder();
  private final Deque<Integer> groups = new ArrayDeque<>();
  private int at;
  private int atomStart = -1;
  private boolean repeated;

  private ExtendedRegex(String source) {
    this.source = source;
  }

  /**
   * Compiles an expression.
   *
   * @throws PatternSyntaxException if it is none
   */
  static Pattern compile(String source) {
    return Pattern.compile(new ExtendedRegex(source).translate(), Pattern.DOTALL);
  }

  private String translate() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '[' -> bracket();
        case '(' -> open();
        case ')' -> close();
        case '|' -> separator();
        case '*', '+', '?', '{' -> repetition(c);
        case '\\' -> escape();
        case '^', '$', '.' -> atom(c == '$' ? "(?!.)" : String.valueOf(c), 1);
        default -> atom(Pattern.quote(String.valueOf(c)), 1);
      }
    }
    if (!groups.isEmpty()) {
      throw error("unclosed group");
    }
    return java.toString();
  }

  private PatternSyntaxException error(String reason) {
    return new PatternSyntaxException(reason, source, at);
  }

  private void atom(String text, int length) {
    atomStart = java.length();
    repeated = false;
    java.append(text);
    at += length;
  }

  private void open() {
    groups.push(java.length());
    java.append('(');
    atomStart = -1;
    at++;
  }

  // A parenthesis that closes nothing stands for itself.
  private void close() {
    if (groups.isEmpty()) {
      atom("\\)", 1);
      return;
    }
    java.append(')');
    atomStart = groups.pop();
    repeated = false;
    at++;
  }

  private void separator() {
    java.append('|');
    atomStart = -1;
    at++;
  }

  private void repetition(char c) {
    if (atomStart < 0) {
      throw error("nothing to repeat");
    }
    int end = at;
    if (c == '{') {
      end = source.indexOf('}', at);
      if (end < 0 || !source.substring(at, end + 1).matches("\\{[0-9]*(,[0-9]*)?}")) {
        throw error("bad interval");
      }
    }
    if (repeated) {
      // Java takes a second sign for a manner of matching.
      java.insert(atomStart, "(?:").append(')');
    }
    String sign = source.substring(at, end + 1);
    java.append(sign.startsWith("{,") ? "{0" + sign.substring(1) : sign);
    repeated = true;
    at = end + 1;
  }

  private void escape() {
    if (at + 1 == source.length()) {
      throw error("trailing backslash");
    }
    char c = source.charAt(at + 1);
    boolean shared = SHARED_ESCAPES.indexOf(c) >= 0;
    atom(shared ? "\\" + c : Pattern.quote(String.valueOf(c)), 2);
  }

  private void bracket() {
    int start = at;
    StringBuilder set = new StringBuilder("[");
    at++;
    if (at < source.length() && source.charAt(at) == '^') {
      set.append('^');
      at++;
    }
    boolean first = true;
    while (first || at >= source.length() || source.charAt(at) != ']') {
      if (at >= source.length()) {
        throw error("unclosed bracket");
      }
      if (source.startsWith("[:", at)) {
        set.append(characterClass());
      } else {
        char c = source.charAt(at++);
        boolean special = SPECIAL_IN_BRACKETS.indexOf(c) >= 0 || (first && c == ']');
        set.append(special ? "\\" : "").append(c);
      }
      first = false;
    }
    int length = at + 1 - start;
    at = start;
    atom(set.append(']').toString(), length);
  }

  private String characterClass() {
    int end = source.indexOf(":]", at);
    if (end < 0) {
      throw error("unclosed class");
    }
    String name = source.substring(at + 2, end);
    at = end + 2;
    return switch (name) {
      case "alpha" -> "\\p{Alpha}";
      case "digit" -> "\\p{Digit}";
      case "alnum" -> "\\p{Alnum}";
      case "upper" -> "\\p{Upper}";
      case "lower" -> "\\p{Lower}";
      case "space" -> "\\s";
      case "blank" -> "\\p{Blank}";
      case "punct" -> "\\p{Punct}";
      case "print" -> "\\p{Print}";
      case "graph" -> "\\p{Graph}";
      case "cntrl" -> "\\p{Cntrl}";
      case "xdigit" -> "\\p{XDigit}";
      default -> throw error("no class " + name);
    };
  }
}
