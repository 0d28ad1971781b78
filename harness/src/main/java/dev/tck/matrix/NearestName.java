package dev.tck.matrix;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the name that somebody may have meant, by Levenshtein's distance. */
public final class NearestName {
  private NearestName() {}

  /**
   * Finds the nearest of the known names; empty if none is near: at most a third of the written
   * letters may differ, and at least two may.
   */
  public static Optional<String> of(String written, Collection<String> known) {
    int tolerated = Math.max(2, written.length() / 3);
    return known.stream()
        .filter(name -> distance(written, name) <= tolerated)
        .min(
            Comparator.<String>comparingInt(name -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns the known names that differ least, best first, however far they are. */
  public static List<String> closest(String written, Collection<String> known, int limit) {
    return known.stream()
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(name -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .toList();
  }

  /** Returns how many letters must be changed, added or left out to turn one into the other. */
  static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
