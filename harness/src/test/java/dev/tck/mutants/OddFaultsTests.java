package dev.tck.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.values.Precision;
import dev.tck.values.Value;
import dev.tck.values.ValueJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeds faults of odd values, names, statements and threads where they show. */
class OddFaultsTests {
  static List<Arguments> values() {
    return List.of(
        Arguments.of("least-as-null", "i8", Value.NULL),
        Arguments.of("least-as-null", "a".repeat(40), Value.NULL),
        Arguments.of("non-finite-as-null", "nan", Value.NULL),
        Arguments.of("subnormals-lost", "least", new Value.F64(0)),
        Arguments.of("double-as-float", "fraction", new Value.F64(0.1f)),
        Arguments.of("blanks-trimmed", "blanks", new Value.Text(false, "x")),
        Arguments.of("html-escaped", "html", new Value.Text(false, "\\u003ca>\\u0026")),
        Arguments.of("text-cut-at-nul", "nul", new Value.Text(false, "a")),
        Arguments.of("control-characters-lost", "tab", new Value.Text(false, "a b c")),
        Arguments.of("astral-characters-replaced", "emoji", new Value.Text(false, "x?")),
        Arguments.of("numbers-as-text", "温度", new Value.Text(false, "7")),
        // -1.001 s is 999 ms after -2 s; mirrored, 999 ms before it.
        Arguments.of(
            "timestamp-mirrored-before-1970",
            "before",
            new Value.Timestamp(-2_999, Precision.MILLISECONDS)),
        // 32503680000 * 10^9 - 2^65 = -4389808147419103232 nanoseconds.
        Arguments.of(
            "timestamp-wrapped-after-2262",
            "after",
            new Value.Timestamp(-4_389_808_147_419L, Precision.MILLISECONDS)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void changeTheValueThatShowsThem(String id, String column, Value changed) {
    String place = OddConversation.ODD + "/rows/0/" + OddConversation.NAMES.indexOf(column);
    assertThat(OddConversation.changedPlaces(FaultsTests.fault(id))).contains(place);
    assertThat(OddConversation.lines(FaultsTests.fault(id)).get(place))
        .isEqualTo(ValueJson.toJson(changed).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "back-quotes-removed              | select Odd as \"温度\" -- c; d",
        "comment-marks-in-text            | select `Odd` as \"温度\"",
        "semicolon-in-text                | select `Odd` as \"温度\" -- c",
        "statement-lower-cased            | select `odd` as \"温度\" -- c; d",
        // Two ideograms are four bytes more than characters.
        "statement-measured-in-characters | select `Odd` as \"温度\" --",
      })
  void changeTheStatement(String id, String sql) {
    String asked =
        String.valueOf(
            OddConversation.lines(FaultsTests.fault(id)).get("asked " + OddConversation.ODD));
    assertThat(asked.replace("\\\"", "\""))
        .containsPattern("\"sql\":\"" + java.util.regex.Pattern.quote(sql) + " ?\"");
  }

  @ParameterizedTest
  @CsvSource({
    "names-cut-at-parenthesis, 1, count",
    "names-cut-at-32, 2, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "names-only-ascii, 0, ??",
  })
  void changeTheName(String id, int column, String name) {
    assertThat(OddConversation.lines(FaultsTests.fault(id)))
        .containsEntry(OddConversation.ODD + "/columns/" + column + "/name", "\"" + name + "\"");
  }

  @Test
  void loseColumns() {
    assertThat(OddConversation.lines(FaultsTests.fault("columns-beyond-255-lost")))
        .containsEntry(OddConversation.WIDE + "/columns size", "255")
        .containsEntry(OddConversation.WIDE + "/rows/0 size", "255");
    assertThat(OddConversation.lines(FaultsTests.fault("columns-of-empty-result-lost")))
        .containsEntry(OddConversation.EMPTY + "/columns size", "0");
  }

  @Test
  void cutLongStatements() {
    assertThat(OddConversation.lines(FaultsTests.fault("statement-cut")).get("asked 8"))
        .contains("use x")
        .hasSizeLessThan(66_000);
  }

  @Test
  void disturbOtherThreadsAndResults() {
    Map<String, String> crossed = OddConversation.lines(FaultsTests.fault("answers-crossed"));
    assertThat(crossed)
        .containsEntry(OddConversation.FIRST_OF_WORKERS + "/rows/0/0", "{\"i32\":3}")
        .containsEntry(OddConversation.FIRST_OF_WORKERS + 1 + "/rows/0/0", "{\"i32\":3}");
    assertThat(OddConversation.lines(FaultsTests.fault("result-ended-by-next")))
        .containsEntry(OddConversation.NEXT_OF_FIRST + "/rows size", "0");
    assertThat(OddConversation.lines(FaultsTests.fault("database-of-first-connection")))
        .extractingByKey("asked 2")
        .asString()
        .contains("\"database\":\"d1\"");
    assertThat(OddConversation.lines(FaultsTests.fault("close-closes-all")))
        .containsEntry(OddConversation.AFTER_CLOSE + " error message", "connection closed");
  }

  @Test
  void loseTheSeventhWriteOfThreads() {
    Map<String, String> right = OddConversation.lines(FaultsTests.NONE);
    Map<String, String> wrong =
        OddConversation.lines(FaultsTests.fault("write-lost-among-threads"));
    assertThat(right.keySet()).filteredOn(place -> place.startsWith("asked")).hasSize(19);
    assertThat(wrong.keySet()).filteredOn(place -> place.startsWith("asked")).hasSize(18);
    assertThat(OddConversation.changedPlaces(FaultsTests.fault("use-ignored")))
        .contains("asked 19");
  }
}
