package dev.tck.adapter.sdk;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes floating-point numbers as the shortest text that gives back the same bits. */
final class ShortestText {
  private static final double EXACT_INTEGERS = 9_007_199_254_740_992.0;

  private ShortestText() {}

  static String of(double value) {
    String special = special(value);
    if (special != null) {
      return special;
    }
    if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS && value != 0) {
      return (long) value + ".0";
    }
    return shorten(
        Double.toString(value), new BigDecimal(value), text -> Double.parseDouble(text) == value);
  }

  static String of(float value) {
    String special = special(value);
    return special != null
        ? special
        : shorten(
            Float.toString(value), new BigDecimal(value), text -> Float.parseFloat(text) == value);
  }

  private interface Check {
    boolean isSame(String text);
  }

  // Before JDK 19 toString prints needless digits for some numbers (JDK-4511638): as long as fewer
  // digits of the exact value still give the same bits, take fewer.
  private static String shorten(String text, BigDecimal exact, Check check) {
    String shortest = text;
    int digits = exact.signum() == 0 ? 1 : new BigDecimal(text).stripTrailingZeros().precision();
    for (int fewer = digits - 1; fewer >= 1; fewer--) {
      String candidate = exact.round(new MathContext(fewer)).toString();
      if (!check.isSame(candidate)) {
        break;
      }
      shortest = candidate;
    }
    return shortest;
  }

  private static @org.jspecify.annotations.Nullable String special(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return null;
  }
}
