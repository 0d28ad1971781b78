package dev.tck.adapter.sdk;

import com.grack.nanojson.JsonStringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A value in the protocol's form: an object with one key, its kind. */
public final class WireValue {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final BigInteger I64_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger I64_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger U64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final int size;
  private final Writer writer;

  private WireValue(int size, Writer writer) {
    this.size = size;
    this.writer = writer;
  }

  private interface Writer {
    void write(JsonStringWriter out);
  }

  /** Returns about how many characters the value takes. */
  int size() {
    return size;
  }

  void write(JsonStringWriter out) {
    writer.write(out);
  }

  /** A Boolean. */
  public static WireValue bool(boolean value) {
    return new WireValue(10, out -> out.object().value("b", value).end());
  }

  /** A signed 8-bit integer. */
  public static WireValue i8(byte value) {
    return number("i8", value);
  }

  /** A signed 16-bit integer. */
  public static WireValue i16(short value) {
    return number("i16", value);
  }

  /** A signed 32-bit integer. */
  public static WireValue i32(int value) {
    return number("i32", value);
  }

  /** A signed 64-bit integer. */
  public static WireValue i64(long value) {
    return text("i64", Long.toString(value));
  }

  /**
   * An integer of any size that the host holds without a width: i64 if it fits, else u64.
   *
   * @throws ArithmeticException if it fits neither
   */
  public static WireValue integer(BigInteger value) {
    if (value.compareTo(I64_MIN) >= 0 && value.compareTo(I64_MAX) <= 0) {
      return text("i64", value.toString());
    }
    if (value.signum() > 0 && value.compareTo(U64_MAX) <= 0) {
      return text("u64", value.toString());
    }
    throw new ArithmeticException(value + " is no 64-bit integer");
  }

  /** A 32-bit floating-point number. */
  public static WireValue f32(float value) {
    return text("f32", ShortestText.of(value));
  }

  /** A 64-bit floating-point number. */
  public static WireValue f64(double value) {
    return text("f64", ShortestText.of(value));
  }

  /** An instant as a count of {@code ms}, {@code us} or {@code ns} since the epoch. */
  public static WireValue timestamp(long count, String precision) {
    return new WireValue(
        40,
        out ->
            out.object()
                .object("ts")
                .value("v", Long.toString(count))
                .value("p", precision)
                .end()
                .end());
  }

  /** An instant, in the coarsest of ms, us and ns that holds it exactly. */
  public static WireValue instant(long epochSecond, int nanos) {
    if (nanos % 1_000_000 == 0) {
      return timestamp(count(epochSecond, 1_000, nanos / 1_000_000), "ms");
    }
    if (nanos % 1_000 == 0) {
      return timestamp(count(epochSecond, 1_000_000, nanos / 1_000), "us");
    }
    return timestamp(count(epochSecond, 1_000_000_000, nanos), "ns");
  }

  /** VARCHAR text, or text of a column whose type is not told. */
  public static WireValue str(String value) {
    return text("str", value);
  }

  /** NCHAR text. */
  public static WireValue nchar(String value) {
    return text("nchar", value);
  }

  /** JSON text. */
  public static WireValue json(String value) {
    return text("json", value);
  }

  /** VARCHAR as bytes. */
  public static WireValue bin(byte[] value) {
    return text("bin", hex(value));
  }

  /** VARBINARY. */
  public static WireValue varbin(byte[] value) {
    return text("varbin", hex(value));
  }

  /** GEOMETRY as WKB. */
  public static WireValue geo(byte[] value) {
    return text("geo", hex(value));
  }

  /** BLOB. */
  public static WireValue blob(byte[] value) {
    return text("blob", hex(value));
  }

  /** DECIMAL with the precision and scale that the column declares. */
  public static WireValue dec(BigDecimal value, int precision, int scale) {
    return new WireValue(
        60,
        out ->
            out.object()
                .object("dec")
                .value("v", value.toPlainString())
                .value("p", precision)
                .value("s", scale)
                .end()
                .end());
  }

  private static WireValue number(String kind, int value) {
    return new WireValue(16, out -> out.object().value(kind, value).end());
  }

  private static WireValue text(String kind, String value) {
    return new WireValue(value.length() + 16, out -> out.object().value(kind, value).end());
  }

  private static long count(long seconds, long units, long rest) {
    return Math.addExact(Math.multiplyExact(seconds, units), rest);
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 2);
    for (byte each : bytes) {
      text.append(HEX[(each >> 4) & 0xF]).append(HEX[each & 0xF]);
    }
    return text.toString();
  }
}
