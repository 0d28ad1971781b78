package dev.tck.reporting.marks;

import java.util.regex.Pattern;

/** Matches ids with patterns in which {@code *} stands for any text and all else for itself. */
final class Glob {
  private Glob() {}

  static boolean matches(String pattern, String text) {
    StringBuilder expression = new StringBuilder();
    int start = 0;
    for (int star = pattern.indexOf('*'); star >= 0; star = pattern.indexOf('*', start)) {
      expression.append(Pattern.quote(pattern.substring(start, star))).append(".*");
      start = star + 1;
    }
    expression.append(Pattern.quote(pattern.substring(start)));
    return Pattern.compile(expression.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}
