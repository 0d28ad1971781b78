package dev.tck.matrix.yaml;

import java.util.Comparator;

/**
 * Reports something wrong in a file.
 *
 * @param file is the file's name as the user knows it
 * @param line is the line, from 1 on
 * @param message says what is wrong, what was expected, and what may have been meant
 */
public record Mistake(String file, int line, String message) implements Comparable<Mistake> {
  private static final Comparator<Mistake> BY_PLACE =
      Comparator.comparing(Mistake::file)
          .thenComparingInt(Mistake::line)
          .thenComparing(Mistake::message);

  @Override
  public int compareTo(Mistake other) {
    return BY_PLACE.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
