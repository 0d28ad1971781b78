package dev.tck.embedded.type;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Reads and fits decimal numbers as TDengine does. */
public final class Decimals {
  private static final int LARGEST_EXPONENT = 400;

  private Decimals() {}

  /**
   * Reads the number at the beginning of a text, as far as it is one; no number at all is 0.
   *
   * @throws TaosException if it does not fit the type (317)
   */
  public static BigDecimal parse(String text, DataType type) throws TaosException {
    return fit(parseLeading(text), type);
  }

  private static BigDecimal parseLeading(String text) {
    int position = 0;
    boolean negative = false;
    if (position < text.length() && isSign(text.charAt(position))) {
      negative = text.charAt(position++) == '-';
    }
    int begin = position;
    boolean point = false;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '.' && !point) {
        point = true;
      } else if (c < '0' || c > '9') {
        break;
      }
      position++;
    }
    String digits = text.substring(begin, position);
    if (digits.isEmpty() || digits.equals(".")) {
      return BigDecimal.ZERO;
    }
    BigDecimal value = new BigDecimal(digits).scaleByPowerOfTen(exponent(text, position));
    return negative ? value.negate() : value;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }

  private static int exponent(String text, int at) {
    if (at >= text.length() || Character.toLowerCase(text.charAt(at)) != 'e') {
      return 0;
    }
    int position = at + 1;
    boolean negative = false;
    if (position < text.length() && isSign(text.charAt(position))) {
      negative = text.charAt(position++) == '-';
    }
    int value = 0;
    while (position < text.length() && Character.isDigit(text.charAt(position))) {
      value = Math.min(LARGEST_EXPONENT, 10 * value + text.charAt(position++) - '0');
    }
    return negative ? -value : value;
  }

  /**
   * Rounds a number to a type's scale, halves away from zero.
   *
   * @throws TaosException if it has more digits than the type (317)
   */
  public static BigDecimal fit(BigDecimal value, DataType type) throws TaosException {
    BigDecimal rounded = value.setScale(type.scale(), RoundingMode.HALF_UP);
    if (rounded.unscaledValue().abs().compareTo(BigInteger.TEN.pow(type.precision())) >= 0) {
      throw ErrorCode.DECIMAL_OVERFLOW.with();
    }
    return rounded;
  }
}
