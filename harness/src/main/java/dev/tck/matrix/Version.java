package dev.tck.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares versions of servers and connectors by their leading numbers: {@code 3.3.6.0.alpha},
 * {@code 3.3.6.0-beta} and {@code v3.3.6} are all as new as {@code 3.3.6.0}, as the connectors' own
 * version checks have it.
 *
 * <p>The order is not consistent with equality: two texts of one order are not equal.
 *
 * @param text is the version as it was said
 * @param numbers are its leading numbers, at least one
 */
public record Version(String text, List<Integer> numbers) implements Comparable<Version> {
  /** The version that is older than every other. */
  public static final Version LOWEST = new Version("0", List.of(0));

  /** The version that is newer than every other. */
  public static final Version HIGHEST = new Version("any", List.of(Integer.MAX_VALUE));

  private static final Pattern LEADING_NUMBERS =
      Pattern.compile("^[vV]?(\\d{1,9}(?:\\.\\d{1,9})*)(?![0-9]).*", Pattern.DOTALL);

  public Version {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a version has at least one number");
    }
  }

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException if the text does not begin with a number
   */
  public static Version of(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a version such as 3.3.6.0, found \"" + text + "\""));
  }

  /** Reads a version, or returns empty if the text does not begin with a number. */
  public static Optional<Version> parse(String text) {
    Matcher matcher = LEADING_NUMBERS.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Integer> numbers = new ArrayList<>();
    for (String number : matcher.group(1).split("\\.", -1)) {
      numbers.add(Integer.parseInt(number));
    }
    return Optional.of(new Version(text.strip(), numbers));
  }

  /** Returns the first version after all of {@code this.*}: 1.0.7 for 1.0.6. */
  Version next() {
    List<Integer> following = new ArrayList<>(numbers);
    int last = following.size() - 1;
    following.set(last, following.get(last) + 1);
    return new Version(
        String.join(".", following.stream().map(String::valueOf).toList()), following);
  }

  @Override
  public int compareTo(Version other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int order = Integer.compare(number(i), other.number(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Returns whether this is as new as the other, or newer. */
  public boolean isAtLeast(Version other) {
    return compareTo(other) >= 0;
  }

  private int number(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
