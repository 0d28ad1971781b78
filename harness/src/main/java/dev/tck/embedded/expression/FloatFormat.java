package dev.tck.embedded.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Prints floating-point numbers as C's {@code printf} does. */
public final class FloatFormat {
  private FloatFormat() {}

  /** Prints like {@code %.<digits>g}. */
  public static String general(double value, int digits) {
    String special = special(value);
    if (!special.isEmpty()) {
      return special;
    }
    if (value == 0) {
      return isNegative(value) ? "-0" : "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal stripped = rounded.stripTrailingZeros();
    return exponent >= -4 && exponent < digits
        ? stripped.toPlainString()
        : stripped.movePointLeft(exponent).toPlainString() + exponentText(exponent);
  }

  /** Prints like {@code %.<decimals>f}. */
  public static String fixed(double value, int decimals) {
    String special = special(value);
    if (!special.isEmpty()) {
      return special;
    }
    String text =
        new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).abs().toPlainString();
    return isNegative(value) ? "-" + text : text;
  }

  /** Prints like {@code %.<decimals>e}. */
  public static String scientific(double value, int decimals) {
    String special = special(value);
    if (!special.isEmpty()) {
      return special;
    }
    if (value == 0) {
      return (isNegative(value) ? "-" : "") + "0." + "0".repeat(decimals) + "e+00";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded
            .movePointLeft(exponent)
            .setScale(decimals, RoundingMode.UNNECESSARY)
            .toPlainString()
        + exponentText(exponent);
  }

  private static String exponentText(int exponent) {
    int size = Math.abs(exponent);
    return "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
  }

  private static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }

  private static String special(double value) {
    if (Double.isNaN(value)) {
      return isNegative(value) ? "-nan" : "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return "";
  }
}
