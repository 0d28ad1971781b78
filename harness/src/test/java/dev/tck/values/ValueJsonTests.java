package dev.tck.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"b\":true}",
        "{\"i8\":-128}",
        "{\"i16\":32767}",
        "{\"i32\":-2147483648}",
        "{\"i64\":\"-9223372036854775808\"}",
        "{\"u8\":255}",
        "{\"u16\":65535}",
        "{\"u32\":4294967295}",
        "{\"u64\":\"18446744073709551615\"}",
        "{\"f32\":\"8.6\"}",
        "{\"f32\":\"NaN\"}",
        "{\"f64\":\"-0.0\"}",
        "{\"f64\":\"-Inf\"}",
        "{\"f64\":\"1.7976931348623157E308\"}",
        "{\"ts\":{\"v\":\"1700000000000000001\",\"p\":\"ns\"}}",
        "{\"str\":\"it's\"}",
        "{\"nchar\":\"涛思😀\"}",
        "{\"bin\":\"00ff\"}",
        "{\"varbin\":\"\"}",
        "{\"geo\":\"0101\"}",
        "{\"blob\":\"7f\"}",
        "{\"json\":\"{\\\"k\\\":1}\"}",
        "{\"dec\":{\"v\":\"123.4500\",\"p\":10,\"s\":4}}"
      })
  void survivesARoundTrip(String text) throws JsonProcessingException {
    assertThat(ValueJson.toJson(ValueJson.fromJson(json(text)))).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | a value is null or an object with one key",
        "{} | a value is null or an object with one key",
        "{\"i8\":1,\"i16\":2} | a value is null or an object with one key",
        "{\"i7\":1} | no i7 value: 1 (known kinds are b, i8",
        "{\"i8\":128} | no i8 value: 128 (128 does not fit i8)",
        "{\"u8\":-1} | no u8 value: -1 (-1 does not fit u8)",
        "{\"i64\":5} | no i64 value: 5 (a string is expected)",
        "{\"i32\":\"5\"} | no i32 value: \"5\" (a whole number is expected)",
        "{\"b\":1} | no b value: 1 (true or false is expected)",
        "{\"f64\":\"one\"} | no f64 value: \"one\"",
        "{\"ts\":{\"v\":\"1\",\"p\":\"s\"}} | (p must be ms, us or ns)",
        "{\"bin\":\"0\"} | no bin value: \"0\"",
        "{\"dec\":{\"v\":\"x\",\"p\":1,\"s\":1}} | no dec value"
      })
  void saysWhatIsWrongWithWhatIsNoValue(String text, String message)
      throws JsonProcessingException {
    JsonNode node = json(text);
    assertThatThrownBy(() -> ValueJson.fromJson(node))
        .isInstanceOf(ValueFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void writesTheShortestText() {
    assertThat(FloatText.of(8.6f)).isEqualTo("8.6");
    assertThat(FloatText.of(2.0E-3f)).isEqualTo("0.002");
    // Double.toString of Java 17 writes 2.0E-3 as 0.0020 for some neighbours and
    // 2.2250738585072014E-308 longer.
    assertThat(FloatText.of(2.2250738585072014E-308)).isEqualTo("2.2250738585072014E-308");
    assertThat(FloatText.of(Double.MIN_VALUE)).isEqualTo("4.9E-324");
  }
}
