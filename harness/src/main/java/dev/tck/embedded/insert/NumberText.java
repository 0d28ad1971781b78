package dev.tck.embedded.insert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers from texts as C's {@code strtoll} and {@code strtod} do, with TDengine's additions:
 * {@code 0x} and {@code 0b}, and rounding of fractions, halves away from zero.
 */
final class NumberText {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]*\\.?[0-9]*([eE][+-]?[0-9]{1,4})?");
  private static final Pattern FLOATING =
      Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern NON_ZERO = Pattern.compile("[0.]*[1-9].*");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-f]+");
  private static final Pattern BINARY = Pattern.compile("0b[01]+");

  private NumberText() {}

  /** Returns a whole number, or null if the text is none. */
  static @Nullable BigInteger integer(ScanKind kind, String text) {
    String trimmed = text.stripLeading();
    if (trimmed.isEmpty()) {
      return null;
    }
    boolean negative = trimmed.charAt(0) == '-';
    String digits = negative || trimmed.charAt(0) == '+' ? trimmed.substring(1) : trimmed;
    BigInteger magnitude = kind == ScanKind.FLOAT ? rounded(digits) : magnitude(digits);
    return magnitude == null ? null : negative ? magnitude.negate() : magnitude;
  }

  private static @Nullable BigInteger magnitude(String digits) {
    BigInteger radix = radixNumber(digits);
    if (radix != null) {
      return radix;
    }
    if (isDigits(digits)) {
      return new BigInteger(digits);
    }
    int point = digits.indexOf('.');
    if (point > 0 && isDigits(digits.substring(0, point))) {
      String fraction = digits.substring(point + 1);
      if (fraction.isEmpty() || isDigits(fraction)) {
        boolean up = !fraction.isEmpty() && fraction.charAt(0) >= '5';
        BigInteger whole = new BigInteger(digits.substring(0, point));
        return up ? whole.add(BigInteger.ONE) : whole;
      }
    }
    return rounded(digits);
  }

  private static @Nullable BigInteger rounded(String digits) {
    if (!DECIMAL.matcher(digits).matches() || !hasDigit(digits)) {
      return null;
    }
    BigDecimal value = new BigDecimal(digits);
    return value.precision() - value.scale() > 30
        ? BigInteger.TEN.pow(30)
        : value.setScale(0, RoundingMode.HALF_UP).toBigInteger();
  }

  private static boolean hasDigit(String text) {
    return !text.isEmpty() && text.chars().limit(2).anyMatch(c -> c >= '0' && c <= '9');
  }

  private static @Nullable BigInteger radixNumber(String digits) {
    if (digits.length() < 3 || digits.charAt(0) != '0') {
      return null;
    }
    String lower = digits.toLowerCase(Locale.ROOT);
    if (HEXADECIMAL.matcher(lower).matches()) {
      return new BigInteger(lower.substring(2), 16);
    }
    return BINARY.matcher(lower).matches() ? new BigInteger(lower.substring(2), 2) : null;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Returns a floating-point number, NaN for the text {@code nan} too; null if the text is none or
   * the number is too large or too small for a double.
   */
  static @Nullable Double floating(String text) {
    String trimmed = text.stripLeading();
    boolean negative = trimmed.startsWith("-");
    String digits = negative || trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
    String lower = digits.toLowerCase(Locale.ROOT);
    if (lower.equals("nan")) {
      return Double.NaN;
    }
    if (lower.equals("inf") || lower.equals("infinity")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    BigInteger radix = radixNumber(digits);
    if (radix != null) {
      return negative ? -radix.doubleValue() : radix.doubleValue();
    }
    if (!FLOATING.matcher(digits).matches()) {
      return null;
    }
    double value = Double.parseDouble(digits);
    boolean underflow = value < Double.MIN_NORMAL && NON_ZERO.matcher(digits).matches();
    if (Double.isInfinite(value) || underflow) {
      return null;
    }
    return negative ? -value : value;
  }
}
