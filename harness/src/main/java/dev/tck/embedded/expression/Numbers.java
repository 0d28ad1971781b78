package dev.tck.embedded.expression;

import dev.tck.embedded.vector.Vector;
import dev.tck.wire.LittleEndian;
import dev.tck.wire.Utf32;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers out of vectors of any type, with C's conversions as TDengine uses them. */
public final class Numbers {
  // As C's strtod: blanks, a sign, digits, an exponent; what follows does not count.
  private static final Pattern FLOATING =
      Pattern.compile("\\s*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)");
  private static final Pattern WORD =
      Pattern.compile("\\s*([+-]?)(inf|nan)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEX = Pattern.compile("\\s*([+-]?)0[xX]([0-9a-fA-F]{1,15})");
  private static final double FLOAT_TOLERANCE = 4 * 1.1920928955078125e-7;
  private static final double DOUBLE_TOLERANCE = 4 * 2.220446049250313e-16;

  private Numbers() {}

  /** Returns a value as a double; text as far as it begins like a number, else 0. */
  public static double doubleAt(Vector vector, int row) {
    return vector.type().type().isVariable()
        ? parseDouble(text(vector, row))
        : vector.doubleAt(row);
  }

  /** Returns a value as a 64-bit integer; text as far as it begins like one, else 0. */
  public static long longAt(Vector vector, int row) {
    return switch (vector.type().type()) {
      case FLOAT, DOUBLE -> toLong(vector.doubleAt(row));
      case DECIMAL, DECIMAL64 -> vector.decimalAt(row).longValue();
      case VARCHAR, NCHAR, JSON, VARBINARY, GEOMETRY, BLOB -> parseLong(text(vector, row));
      default -> vector.longAt(row);
    };
  }

  /** Returns text of any type of variable width. */
  public static String text(Vector vector, int row) {
    return switch (vector.type().type()) {
      case NCHAR -> Utf32.decode(vector.bytes(), vector.start(row), vector.length(row));
      default ->
          new String(vector.bytes(), vector.start(row), vector.length(row), StandardCharsets.UTF_8);
    };
  }

  /** Converts to 64 bits as x86 does: what does not fit becomes the least number. */
  public static long toLong(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  /** Converts to 32 bits as x86 does: what does not fit becomes the least number. */
  public static int toInt(double value) {
    return value > -2147483649.0 && value < 2147483648.0 ? (int) value : Integer.MIN_VALUE;
  }

  /** Returns the number with which a text begins, 0 if there is none. */
  public static double parseDouble(String text) {
    Matcher hex = HEX.matcher(text);
    if (hex.lookingAt()) {
      double magnitude = Long.parseLong(hex.group(2), 16);
      return hex.group(1).equals("-") ? -magnitude : magnitude;
    }
    Matcher matcher = FLOATING.matcher(text);
    return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : parseWord(text);
  }

  // C reads words too where there are no digits.
  private static double parseWord(String text) {
    Matcher word = WORD.matcher(text);
    if (!word.lookingAt()) {
      return 0;
    }
    boolean negative = word.group(1).equals("-");
    boolean infinite = word.group(2).toLowerCase(Locale.ROOT).equals("inf");
    double value = infinite ? Double.POSITIVE_INFINITY : Double.NaN;
    return negative ? -value : value;
  }

  /** Returns the whole number with which a text begins, within 64 bits, 0 if there is none. */
  public static long parseLong(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (at < text.length() && (negative || text.charAt(at) == '+')) {
      at++;
    }
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      int digit = text.charAt(at++) - '0';
      if (value < (Long.MIN_VALUE + digit) / 10) {
        return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
      }
      value = 10 * value - digit;
    }
    return negative ? value : value == Long.MIN_VALUE ? Long.MAX_VALUE : -value;
  }

  /** Compares as TDengine compares two DOUBLEs: NaN is least, and nearly equal is equal. */
  public static int compareDoubles(double left, double right) {
    int order = compareNaN(left, right);
    if (order != 2) {
      return order;
    }
    if (left == right || Math.abs(left - right) <= DOUBLE_TOLERANCE) {
      return 0;
    }
    return left > right && Math.abs(left - right) > FLOAT_TOLERANCE ? 1 : -1;
  }

  /** Compares as TDengine compares where a FLOAT is involved. */
  public static int compareFloats(double left, double right) {
    int order = compareNaN(left, right);
    if (order != 2) {
      return order;
    }
    if (left == right || Math.abs(left - right) <= FLOAT_TOLERANCE) {
      return 0;
    }
    return left > right ? 1 : -1;
  }

  // 2: neither is NaN.
  private static int compareNaN(double left, double right) {
    if (Double.isNaN(left)) {
      return Double.isNaN(right) ? 0 : -1;
    }
    return Double.isNaN(right) ? 1 : 2;
  }

  /** Returns a number of any type as an exact decimal. */
  public static BigDecimal decimalAt(Vector vector, int row) {
    return switch (vector.type().type()) {
      case DECIMAL, DECIMAL64 -> vector.decimalAt(row);
      case FLOAT, DOUBLE -> new BigDecimal(vector.doubleAt(row));
      case BIGINT_UNSIGNED -> new BigDecimal(Long.toUnsignedString(vector.longAt(row)));
      case VARCHAR, NCHAR -> new BigDecimal(parseDouble(text(vector, row)));
      default -> BigDecimal.valueOf(vector.longAt(row));
    };
  }

  /** Compares two texts in UTF-32LE by code points. */
  public static int compareUtf32(
      byte[] left, int leftStart, int leftLength, byte[] right, int rightStart, int rightLength) {
    int shorter = Math.min(leftLength, rightLength);
    for (int at = 0; at + 4 <= shorter; at += 4) {
      int order =
          Integer.compareUnsigned(
              LittleEndian.getInt(left, leftStart + at),
              LittleEndian.getInt(right, rightStart + at));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(leftLength, rightLength);
  }
}
