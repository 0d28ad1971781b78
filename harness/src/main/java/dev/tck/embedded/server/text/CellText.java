package dev.tck.embedded.server.text;

import dev.tck.values.Precision;
import dev.tck.wire.LittleEndian;
import io.netty.buffer.ByteBufAllocator;

/**
 * Adds the values of result rows, each written without a string or a box.
 *
 * <p>Floats follow Go's {@code strconv} (shortest digits, exponent below 1e-6 and from 1e21 on,
 * with two digits or more), times RFC 3339 with the digits of the precision (protocol notes, {@code
 * rest.md} §5).
 */
public final class CellText extends ByteText {
  private final ShortestDecimal shortest = new ShortestDecimal();
  // The last second that was written, up to its point.
  private final byte[] second = new byte[40];
  private int secondBytes;
  private long lastSecond;

  /** Creates a writer whose buffers come from an allocator. */
  public CellText(ByteBufAllocator allocator, int capacity) {
    super(allocator, capacity);
  }

  /** Appends a FLOAT as Go does, {@code null} for what JSON cannot hold. */
  public void appendFloat(float value) {
    if (Float.isNaN(value) || Float.isInfinite(value)) {
      appendNull();
      return;
    }
    float magnitude = Math.abs(value);
    sign(Float.floatToRawIntBits(value) < 0);
    if (magnitude == 0) {
      append('0');
      return;
    }
    shortest.find(magnitude);
    appendShortest(magnitude < 1e-6f || magnitude >= 1e21f);
  }

  /** Appends a DOUBLE as Go does, {@code null} for what JSON cannot hold. */
  public void appendDouble(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      appendNull();
      return;
    }
    double magnitude = Math.abs(value);
    sign(Double.doubleToRawLongBits(value) < 0);
    if (magnitude == 0) {
      append('0');
      return;
    }
    shortest.find(magnitude);
    appendShortest(magnitude < 1e-6 || magnitude >= 1e21);
  }

  private void sign(boolean negative) {
    if (negative) {
      append('-');
    }
  }

  private void appendShortest(boolean withExponent) {
    long digits = shortest.digits();
    int count = digitCount(digits);
    int exponent = shortest.exponent();
    if (withExponent) {
      reserve(2 * LONGEST_NUMBER);
      pointAfter(digits, count, 1);
      int scientific = exponent + count - 1;
      bytes[position++] = 'e';
      bytes[position++] = (byte) (scientific < 0 ? '-' : '+');
      digits(Math.abs(scientific), 2);
    } else {
      appendPlain(digits, count, exponent);
    }
  }

  private void appendPlain(long digits, int count, int exponent) {
    reserve(3 * LONGEST_NUMBER);
    if (exponent >= 0) {
      digits(digits, 1);
      for (int zero = 0; zero < exponent; zero++) {
        bytes[position++] = '0';
      }
    } else if (count + exponent > 0) {
      pointAfter(digits, count, count + exponent);
    } else {
      bytes[position++] = '0';
      bytes[position++] = '.';
      digits(digits, -exponent);
    }
  }

  private void pointAfter(long digits, int count, int whole) {
    int begin = position;
    digits(digits, 1);
    if (count > whole) {
      System.arraycopy(bytes, begin + whole, bytes, begin + whole + 1, count - whole);
      bytes[begin + whole] = '.';
      position++;
    }
  }

  /** Appends a DECIMAL in quotes, with exactly {@code scale} digits after the point. */
  public void appendDecimal(long high, long low, int scale) {
    reserve(2 * LONGEST_NUMBER + scale);
    bytes[position++] = '"';
    boolean negative = high < 0;
    sign(negative);
    long upper = negative ? ~high + (low == 0 ? 1 : 0) : high;
    long lower = negative ? -low : low;
    wideDigits(upper, lower, scale + 1);
    if (scale > 0) {
      int point = position - scale;
      System.arraycopy(bytes, point, bytes, point + 1, scale);
      bytes[point] = '.';
      position++;
    }
    bytes[position++] = '"';
  }

  // Three limbs of 18 digits hold any magnitude of 128 bits; found by long division in base 2^32.
  private void wideDigits(long upper, long lower, int atLeast) {
    long billion = 1_000_000_000L;
    long limb3 = upper >>> 32;
    long limb2 = upper & 0xFFFF_FFFFL;
    long limb1 = lower >>> 32;
    long limb0 = lower & 0xFFFF_FFFFL;
    int end = position + Math.max(atLeast, 1) + 40;
    reserve(end - position + 2);
    int at = end;
    while ((limb3 | limb2 | limb1 | limb0) != 0) {
      long rest = limb3 % billion;
      limb3 /= billion;
      rest = (rest << 32) | limb2;
      limb2 = rest / billion;
      rest = ((rest % billion) << 32) | limb1;
      limb1 = rest / billion;
      rest = ((rest % billion) << 32) | limb0;
      limb0 = rest / billion;
      long part = rest % billion;
      boolean last = (limb3 | limb2 | limb1 | limb0) == 0;
      for (int digit = 0; digit < 9 && (!last || part != 0); digit++) {
        bytes[--at] = (byte) ('0' + part % 10);
        part /= 10;
      }
    }
    while (end - at < atLeast) {
      bytes[--at] = '0';
    }
    System.arraycopy(bytes, at, bytes, position, end - at);
    position += end - at;
  }

  /** Appends a TIMESTAMP in quotes as RFC 3339 with the digits of its precision. */
  public void appendTimestamp(long count, Precision precision, ZoneOffsets offsets) {
    long units = precision.unitsPerSecond();
    long seconds = Math.floorDiv(count, units);
    int offset = offsets.secondsAt(seconds);
    reserve(64);
    second(seconds + offset);
    digits(count - seconds * units, precision.digits());
    zone(offset);
    bytes[position++] = '"';
  }

  // Rows in the order of time often share the second.
  private void second(long local) {
    if (secondBytes > 0 && local == lastSecond) {
      System.arraycopy(second, 0, bytes, position, secondBytes);
      position += secondBytes;
      return;
    }
    int begin = position;
    bytes[position++] = '"';
    date(Math.floorDiv(local, 86_400L));
    bytes[position++] = 'T';
    int ofDay = (int) Math.floorMod(local, 86_400L);
    digits(ofDay / 3600, 2);
    bytes[position++] = ':';
    digits(ofDay / 60 % 60, 2);
    bytes[position++] = ':';
    digits(ofDay % 60, 2);
    bytes[position++] = '.';
    lastSecond = local;
    secondBytes = position - begin;
    System.arraycopy(bytes, begin, second, 0, secondBytes);
  }

  private void zone(int offset) {
    if (offset == 0) {
      bytes[position++] = 'Z';
      return;
    }
    int minutes = Math.abs(offset) / 60;
    bytes[position++] = (byte) (offset < 0 ? '-' : '+');
    digits(minutes / 60, 2);
    bytes[position++] = ':';
    digits(minutes % 60, 2);
  }

  // The civil calendar from a count of days, in eras of 400 years that begin in March.
  private void date(long epochDay) {
    long shifted = epochDay + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    int dayOfEra = (int) (shifted - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    sign(year < 0);
    digits(Math.abs(year), 4);
    bytes[position++] = '-';
    digits(month, 2);
    bytes[position++] = '-';
    digits(day, 2);
  }

  /** Appends an NCHAR of UTF-32LE bytes in quotes. */
  public void appendUtf32(byte[] source, int offset, int length) {
    reserve(length + 2);
    bytes[position++] = '"';
    for (int at = offset; at + 4 <= offset + length; at += 4) {
      int codePoint = LittleEndian.getInt(source, at);
      if (codePoint >= ' ' && codePoint < 0x80 && codePoint != '"' && codePoint != '\\') {
        reserve(1);
        bytes[position++] = (byte) codePoint;
      } else if (codePoint >= 0 && codePoint < 0x80) {
        escape(codePoint);
      } else {
        appendCodePoint(codePoint);
      }
    }
    append('"');
  }

  /** Appends bytes as lower-case hexadecimal digits in quotes. */
  public void appendHex(byte[] source, int offset, int length) {
    reserve(2 * length + 2);
    bytes[position++] = '"';
    for (int at = offset; at < offset + length; at++) {
      bytes[position++] = HEX[(source[at] >> 4) & 0xF];
      bytes[position++] = HEX[source[at] & 0xF];
    }
    bytes[position++] = '"';
  }
}
