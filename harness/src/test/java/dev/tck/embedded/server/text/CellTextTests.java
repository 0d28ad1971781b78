package dev.tck.embedded.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.values.Precision;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expects the texts that taosAdapter 3.3.6.6 wrote. */
class CellTextTests {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.0, -0",
    "0.0, 0",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1e-6, 0.000001",
    "1e-7, 1e-07",
    "5e-324, 5e-324",
    "4.9e-324, 5e-324",
    "1e23, 1e+23",
    "123456789.125, 123456789.125",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "-2.5, -2.5",
    "100, 100",
    "1.5e-6, 0.0000015",
    "-1.7e308, -1.7e+308",
    "123456789012345680000, 123456789012345680000",
  })
  void writesDoublesAsGoDoes(double value, String text) {
    assertThat(written(out -> out.appendDouble(value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1e-45, 1e-45",
    "16777216, 16777216",
    "3.4e38, 3.4e+38",
    "1e21, 1e+21",
    "1e-6, 0.000001",
    "1e-7, 1e-07",
    "9.9e-7, 9.9e-07",
    "18446744073709551615, 18446744000000000000",
    "0.1, 0.1",
    "-0.0, -0",
  })
  void writesFloatsAsGoDoes(float value, String text) {
    assertThat(written(out -> out.appendFloat(value))).isEqualTo(text);
  }

  @Test
  void writesNullForWhatJsonCannotHold() {
    assertThat(written(out -> out.appendDouble(Double.NaN))).isEqualTo("null");
    assertThat(written(out -> out.appendDouble(Double.NEGATIVE_INFINITY))).isEqualTo("null");
    assertThat(written(out -> out.appendFloat(Float.NaN))).isEqualTo("null");
    assertThat(written(out -> out.appendFloat(Float.POSITIVE_INFINITY))).isEqualTo("null");
  }

  @Test
  void writesIntegersToTheirLimits() {
    assertThat(written(out -> out.appendLong(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
    assertThat(written(out -> out.appendLong(Long.MAX_VALUE))).isEqualTo("9223372036854775807");
    assertThat(written(out -> out.appendLong(-10))).isEqualTo("-10");
    assertThat(written(out -> out.appendLong(0))).isEqualTo("0");
    assertThat(written(out -> out.appendUnsigned(-1))).isEqualTo("18446744073709551615");
    assertThat(written(out -> out.appendUnsigned(Long.MIN_VALUE))).isEqualTo("9223372036854775808");
    assertThat(written(out -> out.appendUnsigned(7))).isEqualTo("7");
  }

  @Test
  void writesDecimalsOfAnyWidth() {
    Random random = new Random(1);
    for (int round = 0; round < 5000; round++) {
      BigInteger unscaled = new BigInteger(random.nextInt(127), random);
      BigInteger value = random.nextBoolean() ? unscaled : unscaled.negate();
      int scale = random.nextInt(39);
      String expected = "\"" + new BigDecimal(value, scale).toPlainString() + "\"";
      assertThat(
              written(
                  out ->
                      out.appendDecimal(
                          value.shiftRight(64).longValue(), value.longValue(), scale)))
          .isEqualTo(expected);
    }
    assertThat(written(out -> out.appendDecimal(0, 0, 0))).isEqualTo("\"0\"");
    assertThat(written(out -> out.appendDecimal(0, 0, 3))).isEqualTo("\"0.000\"");
    assertThat(written(out -> out.appendDecimal(-1, -5, 2))).isEqualTo("\"-0.05\"");
    assertThat(written(out -> out.appendDecimal(Long.MIN_VALUE, 0, 0)))
        .isEqualTo("\"-170141183460469231731687303715884105728\"");
  }

  @Test
  void writesTimesOfAllPrecisions() {
    ZoneOffsets utc = new ZoneOffsets(ZoneOffset.UTC);

    assertThat(written(out -> out.appendTimestamp(1700000000000L, Precision.MILLISECONDS, utc)))
        .isEqualTo("\"2023-11-14T22:13:20.000Z\"");
    assertThat(written(out -> out.appendTimestamp(-1, Precision.MICROSECONDS, utc)))
        .isEqualTo("\"1969-12-31T23:59:59.999999Z\"");
    assertThat(written(out -> out.appendTimestamp(Long.MAX_VALUE, Precision.NANOSECONDS, utc)))
        .isEqualTo("\"2262-04-11T23:47:16.854775807Z\"");
  }

  @Test
  void writesTimesAsTheLibraryOfJavaDoes() {
    Random random = new Random(3);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    for (String name : new String[] {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"}) {
      ZoneId zone = ZoneId.of(name);
      ZoneOffsets offsets = new ZoneOffsets(zone);
      for (int round = 0; round < 5000; round++) {
        // From 1920 to 2100: whole minutes of offset, four digits of year.
        long count = -1_577_923_200_000L + (long) (random.nextDouble() * 5_680_281_600_000L);
        assertThat(written(out -> out.appendTimestamp(count, Precision.MILLISECONDS, offsets)))
            .isEqualTo("\"" + format.format(Instant.ofEpochMilli(count).atZone(zone)) + "\"");
      }
    }
  }

  @Test
  void survivesTimesThatNoCalendarHolds() {
    ZoneOffsets berlin = new ZoneOffsets(ZoneId.of("Europe/Berlin"));

    assertThat(written(out -> out.appendTimestamp(Long.MAX_VALUE, Precision.MILLISECONDS, berlin)))
        .startsWith("\"292278994-08-17T");
    assertThat(written(out -> out.appendTimestamp(Long.MIN_VALUE, Precision.MILLISECONDS, berlin)))
        .startsWith("\"-292275055-05-16T");
  }

  @Test
  void escapesAsTheAdapterDoesInRows() {
    assertThat(written(out -> out.appendString("<>&\u2028\u4e2d\"\\\u007f/\n\t\r\u0001\b\f😀")))
        .isEqualTo("\"<>&\u2028\u4e2d\\\"\\\\\u007f/\\n\\t\\r\\u0001\\u0008\\u000c😀\"");
  }

  @Test
  void escapesAsGoDoesElsewhere() {
    assertThat(written(out -> out.appendHtmlSafe("<>&\u2028\u2029\u4e2d\"\\\u007f/\n\u0001😀")))
        .isEqualTo("\"\\u003c\\u003e\\u0026\\u2028\\u2029\u4e2d\\\"\\\\\u007f/\\n\\u0001😀\"");
  }

  @Test
  void writesNchar() {
    byte[] bytes =
        HexFormat.of()
            .parseHex("2d4e0000" + "22000000" + "00f60100" + "00d80000" + "0a000000" + "e9000000");

    assertThat(written(out -> out.appendUtf32(bytes, 0, bytes.length)))
        .isEqualTo("\"\u4e2d\\\"\uD83D\uDE00\uFFFD\\n\u00e9\"");
  }

  @Test
  void writesBytesAsHexadecimalDigits() {
    assertThat(written(out -> out.appendHex(new byte[] {1, 2, (byte) 0xFF, 0}, 1, 2)))
        .isEqualTo("\"02ff\"");
  }

  @Test
  void growsAndStartsAnew() {
    CellText text = new CellText(UnpooledByteBufAllocator.DEFAULT, 8);
    StringBuilder expected = new StringBuilder();
    for (int round = 0; round < 1000; round++) {
      text.appendDouble(-1.25e-300);
      expected.append("-1.25e-300");
    }
    assertThat(text.length()).isEqualTo(expected.length());
    assertThat(text(text.take())).isEqualTo(expected.toString());
    assertThat(text.length()).isZero();
    text.appendBool(true);
    assertThat(text(text.takeLast())).isEqualTo("true");
  }

  private static String written(Consumer<CellText> writer) {
    CellText text = new CellText(UnpooledByteBufAllocator.DEFAULT, 1);
    writer.accept(text);
    return text(text.takeLast());
  }

  private static String text(ByteBuf buffer) {
    try {
      return buffer.toString(StandardCharsets.UTF_8);
    } finally {
      buffer.release();
    }
  }
}
