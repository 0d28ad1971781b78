package dev.tck.embedded.insert;

import dev.tck.embedded.sql.SqlStrings;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.type.TimeText;
import dev.tck.values.Precision;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a time of INSERT: a number, a text, {@code now} or {@code today}, with a span of fixed
 * length added or taken away ({@code now() + 1d}, {@code 1s + now}).
 */
final class TimeExpression {
  private static final Pattern WHOLE_NUMBER =
      Pattern.compile("[+-]?(0[xX][0-9a-fA-F]+|0[bB][01]+|[0-9]+)");

  private final SqlScanner scanner;
  private final InsertContext context;
  private final Precision precision;
  private long value;
  private boolean span;
  private long result;

  TimeExpression(SqlScanner scanner, InsertContext context, Precision precision) {
    this.scanner = scanner;
    this.context = context;
    this.precision = precision;
  }

  /** Returns the time that {@link #read} found. */
  long result() {
    return result;
  }

  /** Reads from the scanner's token on; returns false if there is no time. */
  boolean read(String content) {
    if (!operand(content) || !emptyParentheses()) {
      return false;
    }
    long first = value;
    boolean firstIsSpan = span;
    int mark = scanner.position;
    scanner.nextStrict();
    boolean minus = scanner.kind == ScanKind.MINUS;
    if (!minus && scanner.kind != ScanKind.PLUS) {
      scanner.position = mark;
      result = first;
      return !firstIsSpan;
    }
    scanner.nextStrict();
    String second =
        scanner.kind == ScanKind.STRING
            ? SqlStrings.unquote(scanner.text())
            : scanner.text().toLowerCase(Locale.ROOT);
    if (!operand(second) || !emptyParentheses() || span == firstIsSpan || (minus && firstIsSpan)) {
      return false;
    }
    result = minus ? first - value : first + value;
    return true;
  }

  // now and today may have parentheses.
  private boolean emptyParentheses() {
    if (scanner.kind != ScanKind.NOW && scanner.kind != ScanKind.TODAY) {
      return true;
    }
    int mark = scanner.position;
    scanner.nextStrict();
    if (scanner.kind != ScanKind.LEFT) {
      scanner.position = mark;
      return true;
    }
    scanner.nextStrict();
    return scanner.kind == ScanKind.RIGHT;
  }

  private boolean operand(String content) {
    span = false;
    return switch (scanner.kind) {
      case NOW -> now();
      case TODAY -> today();
      case INTEGER -> number(content);
      case DURATION -> duration(content);
      case STRING -> string(content);
      case HEX, BINARY -> number(content);
      default -> false;
    };
  }

  private boolean now() {
    value = context.now(precision);
    return true;
  }

  private boolean today() {
    value = context.today(precision);
    return true;
  }

  private boolean number(String content) {
    BigInteger number = NumberText.integer(scanner.kind, content);
    if (number == null || number.bitLength() > 63) {
      return false;
    }
    value = number.longValue();
    return true;
  }

  private boolean duration(String content) {
    span = true;
    TimeSpan length;
    try {
      length = TimeSpan.parse(content);
    } catch (NumberFormatException e) {
      return false;
    }
    if (length.isCalendar()) {
      return false;
    }
    value = length.in(precision);
    return true;
  }

  private boolean string(String content) {
    long time = TimeText.parse(content, precision, context.zone());
    if (time != TimeText.INVALID) {
      value = time;
      return true;
    }
    String word = content.toLowerCase(Locale.ROOT);
    if (word.equals("now") || word.equals("now()")) {
      return now();
    }
    if (word.equals("today") || word.equals("today()")) {
      return today();
    }
    return WHOLE_NUMBER.matcher(content).matches() && number(content);
  }
}
