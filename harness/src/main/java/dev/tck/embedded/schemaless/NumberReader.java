package dev.tck.embedded.schemaless;

import dev.tck.values.TaosType;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers with a type's suffix: {@code 1}, {@code 1.5f32}, {@code 3i8}, {@code 7u} (protocol
 * notes, {@code schemaless.md} §3).
 */
final class NumberReader {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)(?:[pP][+-]?[0-9]+)?"
              + "|(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
              + "|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN])");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  private NumberReader() {}

  /** Says why a text is no number, in TDengine's words. */
  static final class NoNumberException extends Exception {
    private static final long serialVersionUID = 1L;

    NoNumberException(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Returns the value of a text. */
  static FieldValue read(String text) throws NoNumberException {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.lookingAt()) {
      throw invalid();
    }
    double value = parse(matcher.group());
    String suffix = text.substring(matcher.end()).toLowerCase(Locale.ROOT);
    return switch (suffix) {
      case "", "f64" -> FieldValue.ofDouble(value);
      case "f32" -> floating(value);
      case "i", "i64" -> bigint(text);
      case "i32" ->
          integer(
              TaosType.INT,
              value,
              Integer.MIN_VALUE,
              Integer.MAX_VALUE,
              "int out of range[-2147483648,2147483647]");
      // TDengine spells these two so.
      case "i16" ->
          integer(TaosType.SMALLINT, value, -32768, 32767, "small int our of range[-32768,32767]");
      case "u16" ->
          integer(
              TaosType.SMALLINT_UNSIGNED,
              value,
              0,
              65535,
              "unsigned small int out of rang[0,65535]");
      case "i8" -> integer(TaosType.TINYINT, value, -128, 127, "tiny int out of range[-128,127]");
      case "u", "u64" -> unsignedBigint(text, value);
      case "u32" ->
          integer(
              TaosType.INT_UNSIGNED,
              value,
              0,
              4_294_967_295L,
              "unsigned int out of range[0,4294967295]");
      case "u8" ->
          integer(
              TaosType.TINYINT_UNSIGNED, value, 0, 255, "unsigned tiny int out of range[0,255]");
      default -> throw invalid();
    };
  }

  private static NoNumberException invalid() {
    return new NoNumberException("invalid data");
  }

  private static double parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    double sign = lower.startsWith("-") ? -1 : 1;
    String plain = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
    if (plain.startsWith("inf")) {
      return sign * Double.POSITIVE_INFINITY;
    } else if (plain.equals("nan")) {
      return Double.NaN;
    } else if (plain.startsWith("0x")) {
      return sign * Double.parseDouble(plain.contains("p") ? plain : plain + "p0");
    }
    return sign * Double.parseDouble(plain);
  }

  private static FieldValue floating(double value) throws NoNumberException {
    if (!(Math.abs(value) <= Float.MAX_VALUE)) {
      throw new NoNumberException("float out of range[-3.402823466e+38,3.402823466e+38]");
    }
    return FieldValue.ofFloat((float) value);
  }

  private static FieldValue integer(
      TaosType type, double value, long least, long most, String outOfRange)
      throws NoNumberException {
    if (!(value >= least && value <= most)) {
      throw new NoNumberException(outOfRange);
    }
    return FieldValue.number(type, (long) value);
  }

  // What follows the digits before a point counts as nothing, as strtoll stops there.
  private static BigInteger leadingInteger(String text) {
    Matcher matcher = INTEGER.matcher(text);
    return matcher.lookingAt() ? new BigInteger(matcher.group()) : BigInteger.ZERO;
  }

  private static FieldValue bigint(String text) throws NoNumberException {
    BigInteger value = leadingInteger(text);
    if (value.bitLength() > 63) {
      throw new NoNumberException("big int out of range[-9223372036854775808,9223372036854775807]");
    }
    return FieldValue.number(TaosType.BIGINT, value.longValue());
  }

  private static FieldValue unsignedBigint(String text, double value) throws NoNumberException {
    BigInteger digits = leadingInteger(text);
    if (value < 0 || digits.bitLength() > 64) {
      throw new NoNumberException("unsigned big int out of range[0,18446744073709551615]");
    }
    return FieldValue.number(TaosType.BIGINT_UNSIGNED, digits.longValue());
  }

  /** Returns the truth that a text of up to five letters stands for, if it does. */
  static Optional<FieldValue> truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "t", "true" -> Optional.of(FieldValue.number(TaosType.BOOL, 1));
      case "f", "false" -> Optional.of(FieldValue.number(TaosType.BOOL, 0));
      default -> Optional.empty();
    };
  }
}
