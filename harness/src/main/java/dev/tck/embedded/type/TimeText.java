package dev.tck.embedded.type;

import dev.tck.values.Precision;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads time texts as TDengine does: {@code yyyy-MM-dd[ HH:mm:ss[.fraction]]}, a blank or {@code T}
 * between date and time, parts of one or two digits, and {@code Z} or an offset at the end. A text
 * without offset is in the connection's zone.
 */
public final class TimeText {
  /** What {@link #parse} returns if the text is no time. */
  public static final long INVALID = Long.MIN_VALUE;

  private static final int SECONDS_PER_DAY = 86_400;
  private static final int LONGEST_OFFSET_HOURS = 13;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final byte[] text;
  private final int start;
  private final int end;
  private int position;
  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;

  private TimeText(byte[] text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** Returns the count of units since the epoch, or {@link #INVALID}. */
  public static long parse(String text, Precision precision, ZoneId zone) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length, precision, zone);
  }

  /** Returns the count of units since the epoch, or {@link #INVALID}. */
  public static long parse(byte[] text, int start, int end, Precision precision, ZoneId zone) {
    TimeText reader = new TimeText(text, start, end);
    char separator = reader.contains('T') ? 'T' : ' ';
    return reader.hasOffset()
        ? reader.withOffset(separator, precision)
        : reader.local(separator, precision, zone);
  }

  private boolean contains(char wanted) {
    for (int index = start; index < end; index++) {
      if (text[index] == wanted) {
        return true;
      }
    }
    return false;
  }

  // Where the seconds end: behind the digits that follow the second colon.
  private int endOfSeconds() {
    int index = start;
    int colons = 0;
    while (index < end && colons < 2) {
      if (text[index++] == ':') {
        colons++;
      }
    }
    while (index < end && isDigit(text[index])) {
      index++;
    }
    return index;
  }

  private boolean hasOffset() {
    for (int index = endOfSeconds(); index < end; index++) {
      byte c = text[index];
      if (c == 'Z' || c == 'z' || c == '+' || c == '-') {
        return true;
      }
    }
    return false;
  }

  private long withOffset(char separator, Precision precision) {
    if (!readDate() || !readTime(separator)) {
      return INVALID;
    }
    long seconds = utcSeconds();
    position = endOfSeconds();
    long fraction = 0;
    if (position < end && text[position] == '.') {
      fraction = readFraction(precision);
      if (fraction < 0) {
        return INVALID;
      }
    }
    int offset = readOffset();
    return offset == Integer.MIN_VALUE
        ? INVALID
        : (seconds - offset) * precision.unitsPerSecond() + fraction;
  }

  private long local(char separator, Precision precision, ZoneId zone) {
    boolean dateTime = readDate() && readTime(separator) && endsHere() && isRealDay();
    if (!dateTime) {
      hour = 0;
      minute = 0;
      second = 0;
      if (!readDate() || !endsHere() || !isRealDay()) {
        return INVALID;
      }
    }
    long seconds = zone.equals(ZoneOffset.UTC) ? utcSeconds() : zonedSeconds(zone);
    long fraction = 0;
    if (position < end) {
      fraction = readFraction(precision);
      if (fraction < 0) {
        return INVALID;
      }
    }
    return seconds * precision.unitsPerSecond() + fraction;
  }

  private boolean endsHere() {
    return position >= end || text[position] == '.';
  }

  private boolean isRealDay() {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= (leap && month == 2 ? 29 : DAYS[month - 1]);
  }

  private boolean readDate() {
    position = start;
    year = readNumber(4, 0, 9999);
    if (year < 0 || !skip('-')) {
      return false;
    }
    month = readNumber(2, 1, 12);
    if (month < 0 || !skip('-')) {
      return false;
    }
    day = readNumber(2, 1, 31);
    return day >= 0;
  }

  private boolean readTime(char separator) {
    if (separator == 'T' && !skip('T')) {
      return false;
    }
    hour = readNumber(2, 0, 23);
    if (hour < 0 || !skip(':')) {
      return false;
    }
    minute = readNumber(2, 0, 59);
    if (minute < 0 || !skip(':')) {
      return false;
    }
    second = readNumber(2, 0, 61);
    return second >= 0;
  }

  private boolean skip(char wanted) {
    if (position < end && text[position] == wanted) {
      position++;
      return true;
    }
    return false;
  }

  // Blanks before a number are skipped, as strptime does.
  private int readNumber(int digits, int least, int most) {
    while (position < end && (text[position] == ' ' || text[position] == '\t')) {
      position++;
    }
    int value = 0;
    int count = 0;
    while (position < end && count < digits && isDigit(text[position])) {
      if (10 * value + text[position] - '0' > most) {
        break;
      }
      value = 10 * value + text[position++] - '0';
      count++;
    }
    return count == 0 || value < least ? -1 : value;
  }

  private long readFraction(Precision precision) {
    position++;
    long fraction = 0;
    int digits = 0;
    int from = position;
    while (position < end && isDigit(text[position])) {
      if (digits < precision.digits()) {
        fraction = 10 * fraction + text[position] - '0';
        digits++;
      }
      position++;
    }
    if (position == from) {
      return -1;
    }
    for (; digits < precision.digits(); digits++) {
      fraction *= 10;
    }
    return fraction;
  }

  // Seconds east of Greenwich, or the least int.
  private int readOffset() {
    if (position >= end) {
      return Integer.MIN_VALUE;
    }
    byte sign = text[position++];
    if (sign == 'Z' || sign == 'z') {
      return position == end ? 0 : Integer.MIN_VALUE;
    }
    if (sign != '+' && sign != '-') {
      return Integer.MIN_VALUE;
    }
    int hours = twoDigits();
    if (hours < 0 || hours > LONGEST_OFFSET_HOURS) {
      return Integer.MIN_VALUE;
    }
    int minutes = 0;
    if (position < end) {
      skip(':');
      minutes = twoDigits();
    }
    if (minutes < 0 || minutes > 59 || position != end) {
      return Integer.MIN_VALUE;
    }
    int seconds = 3600 * hours + 60 * minutes;
    return sign == '-' ? -seconds : seconds;
  }

  private int twoDigits() {
    if (position + 2 > end || !isDigit(text[position]) || !isDigit(text[position + 1])) {
      return -1;
    }
    int value = 10 * (text[position] - '0') + text[position + 1] - '0';
    position += 2;
    return value;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private long utcSeconds() {
    return epochDay() * SECONDS_PER_DAY + 3600L * hour + 60L * minute + second;
  }

  private long zonedSeconds(ZoneId zone) {
    LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute);
    return local.atZone(zone).toEpochSecond() + second;
  }

  // Days since 1970-01-01 in the Gregorian calendar; a day behind the month's end runs on.
  private long epochDay() {
    long shifted = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(shifted, 400L);
    long yearOfEra = shifted - era * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }
}
