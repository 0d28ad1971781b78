package dev.tck.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tck.values.ValueComparison.Match;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueComparisonTests {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Expected, what the connector returned, verdict.
        "null | null | EQUAL",
        "null | {\"i32\":0} | DIFFERENT",
        "{\"i32\":0} | null | DIFFERENT",
        "{\"str\":\"\"} | null | DIFFERENT",
        "{\"b\":true} | {\"i8\":1} | EQUAL_AS_OTHER_KIND",
        "{\"b\":true} | {\"i8\":2} | DIFFERENT",
        "{\"i8\":5} | {\"i64\":\"5\"} | EQUAL_AS_OTHER_KIND",
        "{\"u64\":\"18446744073709551615\"} | {\"i64\":\"-1\"} | DIFFERENT",
        "{\"i32\":5} | {\"f64\":\"5.0\"} | DIFFERENT",
        // The nearest double of the text, or the exact widening: nothing lost. Anything else:
        // digits lost.
        "{\"f32\":\"8.6\"} | {\"f64\":\"8.6\"} | EQUAL_AS_OTHER_KIND",
        "{\"f32\":\"8.6\"} | {\"f64\":\"8.600000381469727\"} | EQUAL_AS_OTHER_KIND",
        "{\"f32\":\"8.6\"} | {\"f64\":\"8.6000003\"} | DIFFERENT",
        "{\"f32\":\"1.0\"} | {\"i64\":\"1\"} | EQUAL_AS_OTHER_KIND",
        "{\"f64\":\"-0.0\"} | {\"f64\":\"0.0\"} | DIFFERENT",
        "{\"f64\":\"-0.0\"} | {\"i64\":\"0\"} | DIFFERENT",
        "{\"f64\":\"0.1\"} | {\"f32\":\"0.1\"} | DIFFERENT",
        "{\"f64\":\"NaN\"} | {\"f64\":\"NaN\"} | EQUAL",
        "{\"f64\":\"9.007199254740992E15\"} | {\"i64\":\"9007199254740993\"} | DIFFERENT",
        "{\"ts\":{\"v\":\"1000\",\"p\":\"ms\"}} | {\"ts\":{\"v\":\"1000000\",\"p\":\"us\"}} | EQUAL",
        "{\"ts\":{\"v\":\"1\",\"p\":\"ns\"}} | {\"ts\":{\"v\":\"0\",\"p\":\"ms\"}} | DIFFERENT",
        "{\"ts\":{\"v\":\"9223372036854775807\",\"p\":\"ms\"}} | {\"ts\":{\"v\":\"9223372036854775807\",\"p\":\"ms\"}} | EQUAL",
        "{\"str\":\"é\"} | {\"nchar\":\"é\"} | EQUAL_AS_OTHER_KIND",
        "{\"str\":\"é\"} | {\"bin\":\"c3a9\"} | EQUAL_AS_OTHER_KIND",
        "{\"str\":\"é\"} | {\"bin\":\"e9\"} | DIFFERENT",
        "{\"str\":\"é\"} | {\"str\":\"e\u0301\"} | DIFFERENT",
        "{\"varbin\":\"0102ff\"} | {\"str\":\"0102ff\"} | EQUAL_AS_OTHER_KIND",
        "{\"varbin\":\"0102ff\"} | {\"str\":\"\\\"0102ff\\\"\"} | DIFFERENT",
        "{\"json\":\"{\\\"a\\\":1,\\\"b\\\":[null]}\"} | {\"str\":\"{\\\"b\\\":[null],\\\"a\\\":1.0}\"} | EQUAL_AS_OTHER_KIND",
        "{\"json\":\"{\\\"a\\\":1}\"} | {\"json\":\"{\\\"a\\\":2}\"} | DIFFERENT",
        "{\"json\":\"{\\\"a\\\":1}\"} | {\"json\":\"{\\\"a\\\":1\"} | DIFFERENT",
        "{\"json\":\"\\\"x\\\"\"} | {\"json\":\"x\"} | EQUAL",
        "{\"json\":\"\\\"x\\\"\"} | {\"str\":\"\\\"x\\\"\"} | EQUAL_AS_OTHER_KIND",
        "{\"json\":\"\\\"x\\\"\"} | {\"str\":\"y\"} | DIFFERENT",
        "{\"json\":\"\\\"1\\\"\"} | {\"i32\":1} | DIFFERENT",
        "{\"json\":\"-2.0\"} | {\"i32\":-2} | EQUAL_AS_OTHER_KIND",
        "{\"json\":\"1.5\"} | {\"f64\":\"1.5\"} | EQUAL_AS_OTHER_KIND",
        "{\"json\":\"1.5\"} | {\"f64\":\"1.25\"} | DIFFERENT",
        "{\"json\":\"true\"} | {\"b\":true} | EQUAL_AS_OTHER_KIND",
        "{\"dec\":{\"v\":\"1.50\",\"p\":8,\"s\":2}} | {\"dec\":{\"v\":\"1.50\",\"p\":10,\"s\":2}} | EQUAL",
        "{\"dec\":{\"v\":\"1.50\",\"p\":8,\"s\":2}} | {\"dec\":{\"v\":\"1.5\",\"p\":8,\"s\":1}} | DIFFERENT",
        "{\"dec\":{\"v\":\"1.50\",\"p\":8,\"s\":2}} | {\"str\":\"1.50\"} | EQUAL_AS_OTHER_KIND",
        "{\"dec\":{\"v\":\"1.50\",\"p\":8,\"s\":2}} | {\"f64\":\"1.5\"} | DIFFERENT"
      })
  void judgesWhatAConnectorReturned(String expected, String actual, Match verdict)
      throws JsonProcessingException {
    assertThat(
            ValueComparison.compare(
                ValueJson.fromJson(JSON.readTree(expected)),
                ValueJson.fromJson(JSON.readTree(actual))))
        .isEqualTo(verdict);
  }
}
