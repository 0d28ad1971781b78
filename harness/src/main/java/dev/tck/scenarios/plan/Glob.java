package dev.tck.scenarios.plan;

import java.util.regex.Pattern;

/**
 * Selects names by {@code *} and {@code ?}; brackets stand for themselves, because scenario ids
 * have them.
 *
 * <p>{@code SQL-012} selects all rows of an outline, {@code SQL-012[ns]} one.
 */
public record Glob(String text, Pattern pattern) {

  /** Reads a glob. */
  public static Glob of(String text) {
    StringBuilder regex = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      switch (letter) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(letter)));
      }
    }
    return new Glob(
        text, Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
  }

  /** Returns whether the name, or the part of it before an outline's brackets, is selected. */
  public boolean matches(String name) {
    int bracket = name.indexOf('[');
    return pattern.matcher(name).matches()
        || (bracket > 0 && pattern.matcher(name.substring(0, bracket)).matches());
  }
}
