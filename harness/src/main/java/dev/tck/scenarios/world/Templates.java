package dev.tck.scenarios.world;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expands what a feature file cannot write out: {@code $DB} and other names, {@code ${a*40000}} for
 * a repeated text, {@code ${U+1F600}} for a code point and {@code ${#1..300:, c# int}} for a text
 * that is repeated with each of these numbers in the place of {@code #}.
 */
public final class Templates {
  private static final Pattern REPEATED = Pattern.compile("\\$\\{([^*{}]+)\\*(\\d{1,8})}");
  private static final Pattern COUNTED =
      Pattern.compile("\\$\\{#(\\d{1,6})\\.\\.(\\d{1,6}):([^{}]*)}");
  private static final Pattern CODE_POINT = Pattern.compile("\\$\\{U\\+([0-9A-Fa-f]{1,6})}");

  // Longest first, so that $USER2 is not taken for $USER.
  private final Map<String, String> names =
      new TreeMap<>(
          java.util.Comparator.comparingInt(String::length).reversed().thenComparing(name -> name));

  /** Creates templates without names. */
  public Templates() {}

  /** Returns a copy, whose further names stay its own. */
  public Templates copy() {
    Templates copy = new Templates();
    copy.names.putAll(names);
    return copy;
  }

  /** Defines {@code $NAME}. */
  public void define(String name, String value) {
    names.put("$" + name, value);
  }

  /** Returns the text with everything expanded. */
  public String expand(String text) {
    String expanded = text;
    for (Map.Entry<String, String> entry : names.entrySet()) {
      expanded = expanded.replace(entry.getKey(), entry.getValue());
    }
    expanded =
        REPEATED
            .matcher(expanded)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        match.group(1).repeat(Integer.parseInt(match.group(2)))));
    expanded =
        COUNTED.matcher(expanded).replaceAll(match -> Matcher.quoteReplacement(counted(match)));
    return CODE_POINT
        .matcher(expanded)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
  }

  private static String counted(MatchResult match) {
    int last = Integer.parseInt(match.group(2));
    StringBuilder text = new StringBuilder();
    for (int number = Integer.parseInt(match.group(1)); number <= last; number++) {
      text.append(match.group(3).replace("#", Integer.toString(number)));
    }
    return text.toString();
  }
}
