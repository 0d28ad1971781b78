package dev.tck.adapter.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WireValueTests {

  @Test
  void writesEachKind() {
    assertThat(json(WireValue.bool(true))).isEqualTo("{\"b\":true}");
    assertThat(json(WireValue.i8((byte) -128))).isEqualTo("{\"i8\":-128}");
    assertThat(json(WireValue.i16((short) 255))).isEqualTo("{\"i16\":255}");
    assertThat(json(WireValue.i32(-5))).isEqualTo("{\"i32\":-5}");
    assertThat(json(WireValue.i64(Long.MIN_VALUE))).isEqualTo("{\"i64\":\"-9223372036854775808\"}");
    assertThat(json(WireValue.f32(0.1f))).isEqualTo("{\"f32\":\"0.1\"}");
    assertThat(json(WireValue.f64(-0.0))).isEqualTo("{\"f64\":\"-0.0\"}");
    assertThat(json(WireValue.str("a\"\\\n"))).isEqualTo("{\"str\":\"a\\\"\\\\\\n\"}");
    assertThat(json(WireValue.nchar("中😀"))).isEqualTo("{\"nchar\":\"中😀\"}");
    assertThat(json(WireValue.json("{}"))).isEqualTo("{\"json\":\"{}\"}");
    assertThat(json(WireValue.bin(new byte[] {0, -1}))).isEqualTo("{\"bin\":\"00ff\"}");
    assertThat(json(WireValue.varbin(new byte[] {1}))).isEqualTo("{\"varbin\":\"01\"}");
    assertThat(json(WireValue.geo(new byte[] {1}))).isEqualTo("{\"geo\":\"01\"}");
    assertThat(json(WireValue.blob(new byte[0]))).isEqualTo("{\"blob\":\"\"}");
    assertThat(json(WireValue.dec(new BigDecimal("123.4500"), 10, 4)))
        .isEqualTo("{\"dec\":{\"v\":\"123.4500\",\"p\":10,\"s\":4}}");
  }

  @Test
  void takesU64OnlyWhereI64IsTooSmall() {
    assertThat(json(WireValue.integer(BigInteger.TEN))).isEqualTo("{\"i64\":\"10\"}");
    BigInteger greatest = new BigInteger("18446744073709551615");
    assertThat(json(WireValue.integer(greatest))).isEqualTo("{\"u64\":\"18446744073709551615\"}");
    assertThatThrownBy(() -> WireValue.integer(greatest.add(BigInteger.ONE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void writesInstantsExactly() {
    assertThat(instant("1969-12-31T23:59:59.999999999Z")).isEqualTo(ts("-1", "ns"));
    assertThat(instant("1969-12-31T23:59:59.999999Z")).isEqualTo(ts("-1", "us"));
    assertThat(instant("1970-01-01T00:00:00.001Z")).isEqualTo(ts("1", "ms"));
    assertThat(instant("9999-12-31T23:59:59.999999Z")).isEqualTo(ts("253402300799999999", "us"));
  }

  @Test
  void escapesHalfASurrogatePair() {
    assertThat(new String(Utf8.line("\"a\ud83d\""), StandardCharsets.UTF_8))
        .isEqualTo("\"a\\ud83d\"\n");
    assertThat(new String(Utf8.line("\"\ude00\ud83d\ude00\""), StandardCharsets.UTF_8))
        .isEqualTo("\"\\ude00😀\"\n");
  }

  @Test
  void bucketsHoldTheirDurations() {
    for (long nanos : new long[] {0, 7, 8, 9, 15, 16, 1_000, 123_456_789, (1L << 40) + 1}) {
      int bucket = Histogram.bucket(nanos);
      assertThat(nanos).isLessThanOrEqualTo(Histogram.upperBound(bucket));
      if (bucket > 0) {
        assertThat(nanos).isGreaterThan(Histogram.upperBound(bucket - 1));
      }
    }
  }

  private static String instant(String text) {
    Instant instant = Instant.parse(text);
    return json(WireValue.instant(instant.getEpochSecond(), instant.getNano()));
  }

  private static String ts(String count, String precision) {
    return "{\"ts\":{\"v\":\"" + count + "\",\"p\":\"" + precision + "\"}}";
  }

  private static String json(WireValue value) {
    JsonStringWriter out = JsonWriter.string().array();
    value.write(out);
    String array = out.end().done();
    return array.substring(1, array.length() - 1);
  }
}
