package dev.tck.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills texts with variables: {@code ${version}}; {@code $$} stands for a dollar sign.
 *
 * <p>That is all the language there is: whatever needs more belongs into a script of the
 * connector's folder.
 */
final class Template {
  private static final Pattern PART = Pattern.compile("\\$(?:\\$|\\{([^}]*)}|)");

  private Template() {}

  /**
   * Returns the names of the variables in a text.
   *
   * @throws IllegalArgumentException if a dollar sign starts no variable
   */
  static List<String> variables(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      if (matcher.group().equals("$")) {
        throw new IllegalArgumentException(
            "a single $ in `" + text + "`: write ${name} for a variable, $$ for a dollar sign");
      }
      if (matcher.group(1) != null) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /**
   * Returns the text with the variables' values.
   *
   * @throws IllegalArgumentException if a variable has no value
   */
  static String fill(String text, Map<String, String> values) {
    Matcher matcher = PART.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = name == null ? "$" : values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "there is no ${" + name + "}; known are " + String.join(", ", values.keySet()));
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  /** Returns all texts with the variables' values. */
  static List<String> fill(List<String> texts, Map<String, String> values) {
    return texts.stream().map(text -> fill(text, values)).toList();
  }
}
