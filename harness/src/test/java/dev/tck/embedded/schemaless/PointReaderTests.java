package dev.tck.embedded.schemaless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tck.embedded.TaosException;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expects of lines what a 3.3.6.6 made of them. */
class PointReaderTests {
  private static final PointTimes TIMES =
      new PointTimes(Precision.MILLISECONDS, 1_800_000_000_000L);

  private static List<Point> read(Protocol protocol, String text) throws TaosException {
    String bytes = SchemalessText.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    SchemalessText request =
        new SchemalessText(protocol, bytes, TimeUnit.MILLISECONDS, Optional.empty(), 0);
    return new PointReader(request, TIMES).read();
  }

  private static Point line(String text) throws TaosException {
    return read(Protocol.LINE, text).get(0);
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }

  private static List<String> texts(List<Field> fields) {
    return fields.stream().map(field -> Source.decoded(field.value().bytes())).toList();
  }

  @Test
  void takesEscapesAway() throws TaosException {
    Point point =
        line("m\\,easure,ta\\ g=v\\=1,t2=x\\,y fi\\=eld=\"q\\\"uote\",c=\"a b,c=d\" 1700000000000");
    assertThat(point.measurement()).isEqualTo("m,easure");
    assertThat(point.table()).isEqualTo("t_791fc79e80f5379ed8213981d1792a11");
    assertThat(names(point.tags())).containsExactly("ta g", "t2");
    assertThat(texts(point.tags())).containsExactly("v=1", "x,y");
    assertThat(names(point.fields())).containsExactly("fi=eld", "c");
    assertThat(texts(point.fields())).containsExactly("q\"uote", "a b,c=d");
    assertThat(point.time()).isEqualTo(1_700_000_000_000L);
  }

  @Test
  void keepsQuotesOfTagsAndBackslashesThatEscapeNothing() throws TaosException {
    Point point = line("p6,t=\\\"q\\\" v=1 1700000000000");
    assertThat(texts(point.tags())).containsExactly("\\\"q\\\"");
  }

  @Test
  void replacesDotsOfTheMeasurementOnly() throws TaosException {
    Point point = line("p5.a,t.x=a v.y=1 1700000000000");
    assertThat(point.measurement()).isEqualTo("p5_a");
    assertThat(names(point.tags())).containsExactly("t.x");
    assertThat(names(point.fields())).containsExactly("v.y");
  }

  @ParameterizedTest
  @CsvSource({
    "'m1,host=a,loc=x v=1', t_11029d849fb18f25e48c70da6cce7931",
    "'m1,loc=x,host=a v=1', t_11029d849fb18f25e48c70da6cce7931",
    "'m4,host=a v=1', t_a04198c01fef31f51cc207f7a6749b4e",
    "'m2 v=1', t_aaf2f89992379705dac844c0a2a1d45f"
  })
  void namesChildTablesByMeasurementAndTags(String text, String table) throws TaosException {
    assertThat(line(text).table()).isEqualTo(table);
  }

  @Test
  void namesChildTablesOfTelnetAlike() throws TaosException {
    Point point = read(Protocol.TELNET, "sys.cpu 1700000000 1 host=a core=1").get(0);
    assertThat(point.table()).isEqualTo("t_cb7a26f58acc29d1f6f5703fa88bea1f");
    assertThat(names(point.fields())).containsExactly("_value");
    assertThat(point.time()).isEqualTo(1_700_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "1, DOUBLE",
    "1f64, DOUBLE",
    "0x10, DOUBLE",
    "nan, DOUBLE",
    "1.5F32, FLOAT",
    "1i8, TINYINT",
    "1i16, SMALLINT",
    "1i32, INT",
    "1i, BIGINT",
    "1i64, BIGINT",
    "1u8, TINYINT_UNSIGNED",
    "1u16, SMALLINT_UNSIGNED",
    "1u32, INT_UNSIGNED",
    "1u, BIGINT_UNSIGNED",
    "T, BOOL",
    "fAlSe, BOOL",
    "\"x\", VARCHAR",
    "l\"x\", NCHAR",
    "g\"Point(1 2)\", GEOMETRY",
    "B\"x\", VARBINARY"
  })
  void tellsTypesByFirstLetterOrSuffix(String text, TaosType type) throws TaosException {
    assertThat(line("m v=" + text).fields().get(0).value().type()).isEqualTo(type);
  }

  @Test
  void readsUnsignedNumbersOf64Bits() throws TaosException {
    FieldValue value = line("m v=18446744073709551615u").fields().get(0).value();
    assertThat(Long.toUnsignedString(value.bits())).isEqualTo("18446744073709551615");
  }

  @ParameterizedTest
  @CsvSource({"m v=1", "m v=1 0"})
  void takesTheServersTimeWithoutOne(String text) throws TaosException {
    assertThat(line(text).time()).isEqualTo(1_800_000_000_000L);
  }

  @Test
  void cutsTimesToWhatNanosecondsCanTell() throws TaosException {
    // 2262-04-11T23:47:16.854Z
    assertThat(line("m v=1 32503680000000").time()).isEqualTo(9_223_372_036_854L);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "4, 8", "1023, 1024", "1024, 1024", "2000, 2000", "65517, 65517"})
  void roundsWidthsUpToPowersOfTwo(int length, int width) {
    assertThat(FieldValue.typeFor(TaosType.VARCHAR, length).length()).isEqualTo(width);
  }

  @Test
  void ignoresWhatFollowsTheTime() throws TaosException {
    assertThat(line("m v=1 1700000000000 77").time()).isEqualTo(1_700_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "p2,t=a v=128i8 17     | 203  | tiny int out of range[-128,127]:128i8 17",
        "a1 v=40000i16 17      | 203  | small int our of range[-32768,32767]:40000i16 17",
        "a1 v=4000000000i32 17 | 203  | int out of range[-2147483648,2147483647]:4000000000i32 17",
        "a1 v=256u8,w=1 17     | 203  | unsigned tiny int out of range[0,255]:256u8,w=1 17",
        "a1 v=70000u16 17      | 203  | unsigned small int out of rang[0,65535]:70000u16 17",
        "a1 v=5000000000u32 17 | 203  | unsigned int out of range[0,4294967295]:5000000000u32 17",
        "a1 v=-1u 17 | 203 | unsigned big int out of range[0,18446744073709551615]:-1u 17",
        "a1 v=1e300f32 17 | 203 | float out of range[-3.402823466e+38,3.402823466e+38]:1e300f32 17",
        "p2,t=a v=xx 17        | 203  | invalid data:xx 17",
        "a1 v=1x 17            | 203  | invalid data:1x 17",
        "a1 v=tx 17            | 203  | Invalid value in client",
        "a1 v=\"x\"y 17        | 203  | Invalid value in client",
        "p2,t=a v=1 abc        | 127  | SML line invalid timestamp:abc",
        "p3,t=a v=1 -5         | 127  | Invalid timestamp format",
        "p2,t=a                | 3002 | SML line cols is empty",
        "p2,t= v=1             | 3002 | invalid value: v=1",
        "p2,t v=1              | 3002 | invalid data: v=1",
        ",t=a v=1              | 3002 | Invalid data format",
        "#abc                  | 3002 | line num is invalid",
        "p3,t=a v=\"abc 17     | 3002 | SML line unbalanced quotes:\"abc 17",
        "p3,t=a v= 17          | 3002 | SML line invalid value: 17",
        "a1 v=1,, 17           | 3002 | SML line invalid data:, 17",
        "p3,t=a =1 17 | 21f | SML line invalid key or key is too long than 64:=1 17",
        "p4,t=a v=G\"Poit(1 2)\" 17 | 2803 | Invalid function para value"
      })
  void refusesWrongLinesInTDenginesWords(String text, String code, String message) {
    assertRefused(Protocol.LINE, text, code, message);
  }

  @Test
  void quotesTheLinesThatFollowToo() {
    assertRefused(
        Protocol.LINE,
        "m,t=a v=1 1700000000000\nbad line here\nm,t=a v=3 1700000000002",
        "3002",
        "SML line invalid data: here\nm,t=a v=3 1700000000002");
  }

  @Test
  void refusesBlankLines() {
    assertRefused(
        Protocol.LINE, "m v=1\n\nm v=2", "20a", "SML line measure is empty or too large than 192");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m.a 170000000 2 a=b  | 127  | SML telnet parse timestamp failed: 2 a=b",
        "m.a 17000000ab 2 a=b | 127  | SML telnet parse timestamp failed: 2 a=b",
        "m.a 1700000002 2     | 203  | SML telnet invalid value:",
        "m.a 1700000002       | 3002 | SML telnet invalid timestamp:",
        "m.a                  | 20a  | SML telnet invalid measure:",
        "m.a 1700000002 xx a=b   | 203  | invalid data:xx a=b",
        "m.a 1700000002 2 a      | 21f  | invalid key or key is too long than 64:a",
        "m.a 1700000002 2 a= b=2 | 203  | invalid value: b=2",
        "m.a 1700000002 2 a=b=c  | 3002 | invalid data:=c"
      })
  void refusesWrongTelnetLinesInTDenginesWords(String text, String code, String message) {
    assertRefused(Protocol.TELNET, text, code, message);
  }

  private static void assertRefused(Protocol protocol, String text, String code, String message) {
    assertThatExceptionOfType(TaosException.class)
        .isThrownBy(() -> read(protocol, text))
        .satisfies(
            refusal -> {
              assertThat(refusal).hasMessage(message);
              assertThat(Integer.toHexString(refusal.code())).isEqualTo(code);
            });
  }
}
