package dev.tck.values;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Writes and reads floating-point numbers as the shortest text that gives back the same bits. */
public final class FloatText {

  private FloatText() {}

  /**
   * Returns the text of a 32-bit number: {@code 0.1}, {@code -0.0}, {@code NaN}, {@code Inf},
   * {@code -Inf}.
   */
  public static String of(float value) {
    if (Float.isNaN(value)) {
      return "NaN";
    }
    // Float.toString prints needless digits before JDK 19 (JDK-4511638); Jackson brings Schubfach.
    return Float.isInfinite(value) ? infinity(value > 0) : NumberOutput.toString(value, true);
  }

  /**
   * Returns the text of a 64-bit number: {@code 0.1}, {@code -0.0}, {@code NaN}, {@code Inf},
   * {@code -Inf}.
   */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return Double.isInfinite(value) ? infinity(value > 0) : NumberOutput.toString(value, true);
  }

  /**
   * Reads a 32-bit number.
   *
   * @throws NumberFormatException if the text is no number
   */
  public static float parseFloat(String text) {
    return switch (text) {
      case "NaN" -> Float.NaN;
      case "Inf" -> Float.POSITIVE_INFINITY;
      case "-Inf" -> Float.NEGATIVE_INFINITY;
      default -> Float.parseFloat(text);
    };
  }

  /**
   * Reads a 64-bit number.
   *
   * @throws NumberFormatException if the text is no number
   */
  public static double parseDouble(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static String infinity(boolean positive) {
    return positive ? "Inf" : "-Inf";
  }
}
