package dev.tck.embedded.function;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints and reads times by the patterns of TO_CHAR and TO_TIMESTAMP. */
final class TimeFormat {
  // Longer ones first: the longest pattern that fits counts.
  private static final List<String> PATTERNS =
      List.of(
          "month", "a.m.", "p.m.", "hh24", "hh12", "yyyy", "yyy", "mon", "day", "ddd", "am", "pm",
          "hh", "mi", "ss", "ms", "us", "ns", "yy", "mm", "dy", "dd", "y", "d");
  private static final Set<String> NAMES = Set.of("month", "mon", "day", "dy");
  private static final int NAME_WIDTH = 9;

  private final String format;

  TimeFormat(String format) {
    this.format = format;
  }

  // Patterns are written in lower or upper case; names of months and days with a capital too.
  private static String patternAt(String format, int at) {
    for (String pattern : PATTERNS) {
      String upper = pattern.toUpperCase(Locale.ROOT);
      boolean name = NAMES.contains(pattern);
      if (format.startsWith(pattern, at)
          || format.startsWith(upper, at)
          || (name && format.startsWith(upper.charAt(0) + pattern.substring(1), at))) {
        return format.substring(at, at + pattern.length());
      }
    }
    return "";
  }

  /**
   * Returns the text of a time.
   *
   * @param nanos are the nanoseconds after the seconds; before 1970 they may be negative, and are
   *     printed with a sign then, as much as there is room for
   */
  String print(LocalDateTime time, int nanos) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      int quoted = c == '"' ? format.indexOf('"', at + 1) : -1;
      if (quoted > 0) {
        text.append(format, at + 1, quoted);
        at = quoted + 1;
        continue;
      }
      String pattern = patternAt(format, at);
      if (c == '\\' && at + 1 < format.length()) {
        text.append(format.charAt(at + 1));
        at += 2;
      } else if (pattern.isEmpty()) {
        text.append(c);
        at++;
      } else {
        text.append(print(pattern, time, nanos));
        at += pattern.length();
      }
    }
    return text.toString();
  }

  private static String print(String pattern, LocalDateTime time, int nanos) {
    int year = time.getYear();
    return switch (pattern.toLowerCase(Locale.ROOT)) {
      case "yyyy" -> padded(year, 4);
      case "yyy" -> padded(year % 1000, 3);
      case "yy" -> padded(year % 100, 2);
      case "y" -> padded(year % 10, 1);
      case "mm" -> padded(time.getMonthValue(), 2);
      case "dd" -> padded(time.getDayOfMonth(), 2);
      case "ddd" -> padded(time.getDayOfYear(), 3);
      case "d" -> padded(time.getDayOfWeek().getValue() % 7 + 1, 1);
      case "hh24" -> padded(time.getHour(), 2);
      case "hh12", "hh" -> padded((time.getHour() + 11) % 12 + 1, 2);
      case "mi" -> padded(time.getMinute(), 2);
      case "ss" -> padded(time.getSecond(), 2);
      case "ms" -> fraction(nanos / 1_000_000, 3);
      case "us" -> fraction(nanos / 1_000, 6);
      case "ns" -> padded(nanos, 9);
      case "month" ->
          wide(cased(pattern, time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
      case "mon" -> cased(pattern, time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
      case "day" ->
          wide(cased(pattern, time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
      case "dy" ->
          cased(pattern, time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
      case "am", "pm" -> cased(pattern, time.getHour() < 12 ? "AM" : "PM");
      default -> cased(pattern, time.getHour() < 12 ? "A.M." : "P.M.");
    };
  }

  private static String fraction(int number, int digits) {
    return padded(number, digits).substring(0, digits);
  }

  private static String padded(int number, int digits) {
    return String.format("%0" + digits + "d", number);
  }

  private static String wide(String name) {
    return name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
  }

  // As the pattern is written: MON gives NOV, Mon gives Nov, mon gives nov.
  private static String cased(String pattern, String name) {
    if (pattern.equals(pattern.toUpperCase(Locale.ROOT))) {
      return name.toUpperCase(Locale.ROOT);
    }
    boolean capital = Character.isUpperCase(pattern.charAt(0));
    return capital ? name : name.toLowerCase(Locale.ROOT);
  }

  /** Holds what has been read of a time. */
  private static final class Parts {
    private int year;
    private int month = 1;
    private int day = 1;
    private int hour;
    private boolean twelveHours;
    private boolean afternoon;
    private int minute;
    private int second;
    private int nanos;

    LocalDateTime build() throws TaosException {
      if (twelveHours && (hour < 1 || hour > 12)) {
        throw ErrorCode.TO_TIMESTAMP_FORMAT.with();
      }
      int hours = twelveHours ? hour % 12 + (afternoon ? 12 : 0) : hour;
      try {
        return LocalDateTime.of(year, month, day, hours, minute, second, nanos);
      } catch (DateTimeException e) {
        throw ErrorCode.TO_TIMESTAMP_VALUE.with();
      }
    }
  }

  /**
   * Reads a time; a text that ends early leaves the rest of the time at its beginning.
   *
   * @throws TaosException if the text does not fit the format or is no time
   */
  LocalDateTime read(String text) throws TaosException {
    Parts parts = new Parts();
    int at = 0;
    int from = 0;
    while (from < format.length() && at < text.length()) {
      String pattern = patternAt(format, from);
      if (pattern.isEmpty()) {
        if (!Character.isLetterOrDigit(text.charAt(at))) {
          at++;
        }
        from++;
        continue;
      }
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      int end = read(pattern.toLowerCase(Locale.ROOT), text, at, parts);
      if (end == at) {
        return parts.build();
      }
      at = end;
      from += pattern.length();
    }
    return parts.build();
  }

  private static int read(String pattern, String text, int at, Parts parts) throws TaosException {
    switch (pattern) {
      case "month", "mon" -> {
        return readMonth(text, at, parts);
      }
      case "day", "dy" -> {
        return endOfLetters(text, at);
      }
      case "am", "pm", "a.m.", "p.m." -> {
        parts.afternoon = Character.toLowerCase(text.charAt(at)) == 'p';
        return Math.min(text.length(), at + pattern.length());
      }
      case "ddd", "d" ->
          throw new TaosException(
              0x2808, "Func to_timestamp failed for unsupported timestamp format");
      default -> {}
    }
    int digits =
        switch (pattern) {
          case "yyyy", "yyy" -> 4;
          case "ms" -> 3;
          case "us" -> 6;
          case "ns" -> 9;
          default -> 2;
        };
    int end = at;
    while (end < text.length() && end < at + digits && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end > at) {
      assign(pattern, Integer.parseInt(text.substring(at, end)), end - at, parts);
    }
    return end;
  }

  private static void assign(String pattern, int number, int digits, Parts parts) {
    switch (pattern) {
      case "yyyy", "yyy" -> parts.year = number;
      case "yy", "y" -> parts.year = number < 70 ? 2000 + number : 1900 + number;
      case "mm" -> parts.month = number;
      case "dd" -> parts.day = number;
      case "hh24" -> parts.hour = number;
      case "hh12", "hh" -> {
        parts.hour = number;
        parts.twelveHours = true;
      }
      case "mi" -> parts.minute = number;
      case "ss" -> parts.second = number;
      default -> parts.nanos = number * (int) Math.pow(10, 9 - digits);
    }
  }

  private static int readMonth(String text, int at, Parts parts) throws TaosException {
    int end = endOfLetters(text, at);
    String name = text.substring(at, end).toLowerCase(Locale.ROOT);
    for (java.time.Month month : java.time.Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      if (name.equals(full) || name.equals(full.substring(0, 3))) {
        parts.month = month.getValue();
        return end;
      }
    }
    throw ErrorCode.TO_TIMESTAMP_FORMAT.with();
  }

  private static int endOfLetters(String text, int at) {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
