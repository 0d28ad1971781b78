package dev.tck.scenarios.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import dev.tck.values.Value.BytesKind;
import dev.tck.values.Value.IntegerKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedTableTests {
  private final Templates templates = new Templates();

  private Value read(String type, String text, Precision precision) {
    return ExpectedTable.read(List.of(List.of("v : " + type), List.of(text)), templates, precision)
        .rows()
        .get(0)
        .get(0);
  }

  static List<Arguments> values() {
    return List.of(
        Arguments.of("bool", "true", new Value.Bool(true)),
        Arguments.of("bool", "false", new Value.Bool(false)),
        Arguments.of("tinyint", "-128", Value.Int.of(IntegerKind.I8, -128)),
        Arguments.of("smallint", "32767", Value.Int.of(IntegerKind.I16, 32_767)),
        Arguments.of("int", "-2147483648", Value.Int.of(IntegerKind.I32, Integer.MIN_VALUE)),
        Arguments.of(
            "bigint", "9223372036854775807", Value.Int.of(IntegerKind.I64, Long.MAX_VALUE)),
        Arguments.of("tinyint unsigned", "255", Value.Int.of(IntegerKind.U8, 255)),
        Arguments.of("smallint unsigned", "65535", Value.Int.of(IntegerKind.U16, 65_535)),
        Arguments.of("int unsigned", "4294967295", Value.Int.of(IntegerKind.U32, 4_294_967_295L)),
        Arguments.of(
            "bigint unsigned",
            "18446744073709551615",
            new Value.Int(IntegerKind.U64, new BigInteger("18446744073709551615"))),
        Arguments.of("float", "-0.0", new Value.F32(-0.0f)),
        Arguments.of("float", "1.5", new Value.F32(1.5f)),
        Arguments.of("double", "0.1", new Value.F64(0.1)),
        Arguments.of("double", "NaN", new Value.F64(Double.NaN)),
        Arguments.of("double", "-Inf", new Value.F64(Double.NEGATIVE_INFINITY)),
        Arguments.of("varchar(16)", "a b", new Value.Text(false, "a b")),
        Arguments.of("binary(16)", "x", new Value.Text(false, "x")),
        Arguments.of("varchar", "\" a \"", new Value.Text(false, " a ")),
        Arguments.of("varchar", "\"NULL\"", new Value.Text(false, "NULL")),
        Arguments.of("varchar", "\"\"", new Value.Text(false, "")),
        Arguments.of("varchar", "\"", new Value.Text(false, "\"")),
        Arguments.of("varchar", "", new Value.Text(false, "")),
        Arguments.of("nchar(4)", "${U+E9}", new Value.Text(true, "é")),
        Arguments.of("json", "{\"a\":1}", new Value.Json("{\"a\":1}")),
        Arguments.of("varbinary", "00FF", new Value.Bytes(BytesKind.VARBIN, "00ff")),
        Arguments.of("geometry", "01", new Value.Bytes(BytesKind.GEO, "01")),
        Arguments.of("blob", "", new Value.Bytes(BytesKind.BLOB, "")),
        Arguments.of("decimal(10,2)", "-1.50", new Value.Decimal(new BigDecimal("-1.50"), 10, 2)),
        Arguments.of("DECIMAL( 38 , 0 )", "7", new Value.Decimal(new BigDecimal("7"), 38, 0)),
        Arguments.of("int", "NULL", Value.NULL),
        Arguments.of("varchar", "NULL", Value.NULL));
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsValuesAsTheirTypePrintsThem(String type, String text, Value value) {
    assertThat(read(type, text, Precision.MILLISECONDS)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "1700000000001, MILLISECONDS, 1700000000001",
    "-1, NANOSECONDS, -1",
    "2023-11-14T22:13:20.001Z, MILLISECONDS, 1700000000001",
    "2023-11-15T06:13:20.001+08:00, MICROSECONDS, 1700000000001000",
    "1969-12-31T23:59:59.999999999Z, NANOSECONDS, -1",
  })
  void readsTimestampsAsCountsAndAsInstants(String text, Precision precision, long count) {
    assertThat(read("timestamp", text, precision)).isEqualTo(new Value.Timestamp(count, precision));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "bool, yes, write true or false",
        "tinyint, 128, 128 does not fit i8",
        "int unsigned, -1, -1 does not fit u32",
        "int, one, one",
        "float, 1.5.1, 1.5.1",
        "double, ~~, ",
        "timestamp, yesterday, yesterday",
        "timestamp, 2023-11-14T22:13:20, 2023-11-14T22:13:20",
        "timestamp, 2023-11-14T22:13:20.0001Z, finer than the database's precision",
        "timestamp, 99999999999999999999, 99999999999999999999",
        "timestamp, +999999999-01-01T00:00:00Z, overflow",
        "varbinary, 0, ",
        "varbinary, 0x00, ",
        "decimal, 1.5, ~write the type as decimal(PRECISION,SCALE)~",
        "~decimal(10)~, 1.5, ~write the type as decimal(PRECISION,SCALE)~",
        "~decimal(10,2)~, many, ",
      })
  void saysWhichCellIsNoValueOfItsColumn(String type, String text, String why) {
    assertThatThrownBy(() -> read(type, text, Precision.MILLISECONDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("“" + text + "” is no value of column v : " + type + " (")
        .hasMessageContaining(why == null ? "" : why);
  }

  @Test
  void readsNamesAndTypesOfColumns() {
    ExpectedTable table =
        ExpectedTable.read(
            List.of(
                List.of("ts : timestamp", "count(*) : bigint", "a : b : int"),
                List.of("1", "2", "3"),
                List.of("4", "5", "6")),
            templates,
            Precision.MILLISECONDS);
    assertThat(table.columns())
        .containsExactly(
            new ExpectedTable.Column("ts", TaosType.TIMESTAMP, "timestamp"),
            new ExpectedTable.Column("count(*)", TaosType.BIGINT, "bigint"),
            new ExpectedTable.Column("a : b", TaosType.INT, "int"));
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void readsAnEmptyCellOfCucumberAsEmptyText() {
    assertThat(
            ExpectedTable.read(
                    List.of(List.of("v : varchar"), Arrays.asList((String) null)),
                    templates,
                    Precision.MILLISECONDS)
                .rows())
        .containsExactly(List.of(new Value.Text(false, "")));
  }

  @Test
  void saysWhatAHeaderCellMustBe() {
    assertThatThrownBy(() -> header("v int"))
        .hasMessage("a header cell is “name : type”, but here stands “v int”");
    assertThatThrownBy(() -> header("v : word")).hasMessage("“word” is no type of TDengine");
  }

  private void header(String cell) {
    ExpectedTable.read(List.of(List.of(cell)), templates, Precision.MILLISECONDS);
  }
}
