package dev.tck.embedded.insert;

import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeText;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.LittleEndian;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * Reads the values that INSERT statements mostly have: plain numbers, strings without escapes,
 * NULL, true and false. Whatever is not plainly right is left to {@link ValueReader}, which starts
 * anew at the same place.
 */
final class QuickValues {
  private static final int SAFE_DIGITS = 18;
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final SqlScanner scanner;
  private final byte[] sql;
  private final Precision precision;
  private final ZoneId zone;

  QuickValues(SqlScanner scanner, Precision precision, ZoneId zone) {
    this.scanner = scanner;
    this.sql = scanner.sql;
    this.precision = precision;
    this.zone = zone;
  }

  /** Appends the next value and goes behind it, or does nothing and returns false. */
  boolean read(DataType type, VectorBuilder out) {
    int at = scanner.position;
    while (SqlScanner.isBlank(sql[at])) {
      at++;
    }
    byte first = sql[at];
    if (first == 'n' || first == 'N') {
      return readNull(at, out);
    }
    return switch (type.type()) {
      case TINYINT -> readInteger(at, out, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SMALLINT -> readInteger(at, out, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> readInteger(at, out, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> readInteger(at, out, Long.MIN_VALUE, Long.MAX_VALUE);
      case TINYINT_UNSIGNED -> readInteger(at, out, 0, 0xFF);
      case SMALLINT_UNSIGNED -> readInteger(at, out, 0, 0xFFFF);
      case INT_UNSIGNED -> readInteger(at, out, 0, 0xFFFF_FFFFL);
      case BIGINT_UNSIGNED -> readInteger(at, out, 0, Long.MAX_VALUE);
      case TIMESTAMP ->
          isQuote(first) ? readTime(at, out) : readInteger(at, out, Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT, DOUBLE -> readFloating(at, out, type.type());
      case VARCHAR -> isQuote(first) && readText(at, out, type.length());
      case NCHAR -> isQuote(first) && readNchar(at, out, type.length());
      case BOOL -> readBool(at, out);
      case NULL, JSON, VARBINARY, DECIMAL, BLOB, GEOMETRY, DECIMAL64 -> false;
    };
  }

  private static boolean isQuote(byte c) {
    return c == '\'' || c == '"';
  }

  // A value ends at a comma or parenthesis; anything else makes it more than a plain value.
  private boolean endsAt(int at) {
    int end = at;
    while (SqlScanner.isBlank(sql[end])) {
      end++;
    }
    if (sql[end] != ',' && sql[end] != ')') {
      return false;
    }
    scanner.position = end;
    return true;
  }

  private boolean isWord(int at, String word) {
    for (int index = 0; index < word.length(); index++) {
      if ((sql[at + index] | 0x20) != word.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  private boolean readNull(int at, VectorBuilder out) {
    if (at + 4 < sql.length && isWord(at, "null") && endsAt(at + 4)) {
      out.appendNull();
      return true;
    }
    return false;
  }

  private boolean readBool(int at, VectorBuilder out) {
    boolean isTrue = at + 4 < sql.length && isWord(at, "true");
    boolean isFalse = at + 5 < sql.length && isWord(at, "false");
    if ((isTrue && endsAt(at + 4)) || (isFalse && endsAt(at + 5))) {
      out.appendBool(isTrue);
      return true;
    }
    return false;
  }

  private boolean readInteger(int from, VectorBuilder out, long least, long most) {
    int at = from;
    boolean negative = sql[at] == '-';
    if (negative) {
      at++;
    }
    int digits = at;
    long value = 0;
    while (SqlScanner.isDigit(sql[at])) {
      value = 10 * value + sql[at++] - '0';
    }
    int count = at - digits;
    long signed = negative ? -value : value;
    if (count == 0 || count > SAFE_DIGITS || signed < least || signed > most) {
      return readLongest(from, out, least, most, count);
    }
    if (!endsAt(at)) {
      return false;
    }
    out.appendLong(signed);
    return true;
  }

  // Nineteen digits are what nanoseconds have, so they are worth a check for overflow.
  private boolean readLongest(int from, VectorBuilder out, long least, long most, int count) {
    boolean negative = sql[from] == '-';
    int at = negative ? from + 1 : from;
    if (count != SAFE_DIGITS + 1 || sql[at] > '8' || negative || least > 0) {
      return false;
    }
    long value = 0;
    while (SqlScanner.isDigit(sql[at])) {
      value = 10 * value + sql[at++] - '0';
    }
    if (value > most || !endsAt(at)) {
      return false;
    }
    out.appendLong(value);
    return true;
  }

  private boolean readFloating(int from, VectorBuilder out, TaosType type) {
    int at = from;
    boolean negative = sql[at] == '-';
    if (negative) {
      at++;
    }
    long mantissa = 0;
    int digits = 0;
    int decimals = 0;
    boolean point = false;
    while (true) {
      byte c = sql[at];
      if (SqlScanner.isDigit(c)) {
        mantissa = 10 * mantissa + c - '0';
        digits++;
        decimals += point ? 1 : 0;
      } else if (c == '.' && !point && digits > 0) {
        point = true;
      } else {
        break;
      }
      at++;
    }
    boolean exact = digits <= EXACT_DIGITS && sql[at] != 'e' && sql[at] != 'E';
    if (digits > 0 && !exact) {
      return readInexact(from, skipExponent(at), mantissa != 0, out, type);
    }
    if (digits == 0 || !endsAt(at)) {
      return false;
    }
    // Both operands are exact, so that the quotient is rounded once.
    double value = mantissa / POWERS_OF_TEN[decimals];
    double signed = negative ? -value : value;
    if (type == TaosType.FLOAT && Math.abs(signed) > Float.MAX_VALUE) {
      return false;
    }
    out.appendDouble(signed);
    return true;
  }

  private int skipExponent(int from) {
    if (sql[from] != 'e' && sql[from] != 'E') {
      return from;
    }
    int at = from + 1;
    if (sql[at] == '+' || sql[at] == '-') {
      at++;
    }
    int digits = at;
    while (SqlScanner.isDigit(sql[at])) {
      at++;
    }
    return at == digits ? -1 : at;
  }

  // What does not fit, or is too small to be held exactly, is left to the slow way and its errors.
  private boolean readInexact(
      int from, int end, boolean nonZero, VectorBuilder out, TaosType type) {
    if (end < 0) {
      return false;
    }
    double value =
        Double.parseDouble(new String(sql, from, end - from, StandardCharsets.ISO_8859_1));
    double magnitude = Math.abs(value);
    boolean single = type == TaosType.FLOAT;
    double least = single ? Float.MIN_NORMAL : Double.MIN_NORMAL;
    double most = single ? Float.MAX_VALUE : Double.MAX_VALUE;
    boolean fits = magnitude <= most && (nonZero ? magnitude >= least : magnitude == 0);
    if (!fits || !endsAt(end)) {
      return false;
    }
    out.appendDouble(value);
    return true;
  }

  // Returns where a string without escapes ends, at its quote, or -1.
  private int endOfPlainString(int from) {
    byte quote = sql[from];
    int at = from + 1;
    while (sql[at] != quote) {
      if (sql[at] == '\\' || at == sql.length - 1) {
        return -1;
      }
      at++;
    }
    return sql[at + 1] == quote ? -1 : at;
  }

  private boolean readTime(int from, VectorBuilder out) {
    int end = endOfPlainString(from);
    if (end < 0) {
      return false;
    }
    long time = TimeText.parse(sql, from + 1, end, precision, zone);
    if (time == TimeText.INVALID || !endsAt(end + 1)) {
      return false;
    }
    out.appendLong(time);
    return true;
  }

  private boolean readText(int from, VectorBuilder out, int most) {
    int end = endOfPlainString(from);
    int length = end - from - 1;
    if (end < 0 || length > most || !endsAt(end + 1)) {
      return false;
    }
    out.appendBytes(sql, from + 1, length);
    return true;
  }

  private boolean readNchar(int from, VectorBuilder out, int most) {
    int end = endOfPlainString(from);
    if (end < 0) {
      return false;
    }
    int characters = 0;
    for (int at = from + 1; at < end; at++) {
      characters += (sql[at] & 0xC0) != 0x80 ? 1 : 0;
    }
    if (characters > most || !endsAt(end + 1)) {
      return false;
    }
    int target = out.startValue(4 * characters);
    decode(from + 1, end, out.valueBytes(), target);
    return true;
  }

  // The statement was made from a string, so that its UTF-8 is well-formed.
  private void decode(int from, int end, byte[] target, int targetStart) {
    int to = targetStart;
    int at = from;
    while (at < end) {
      int lead = sql[at] & 0xFF;
      int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
      int codePoint = more == 0 ? lead : lead & (0x3F >> more);
      for (int index = 1; index <= more; index++) {
        codePoint = (codePoint << 6) | (sql[at + index] & 0x3F);
      }
      LittleEndian.putInt(target, to, codePoint);
      to += 4;
      at += more + 1;
    }
  }
}
