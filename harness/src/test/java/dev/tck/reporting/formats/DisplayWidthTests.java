package dev.tck.reporting.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTests {
  // Widths by Unicode's EastAsianWidth.txt: W and F take two columns.
  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "有中文, 6",
    "ｱｲ, 2",
    "Ａ, 2",
    "é, 1",
    "e\u0301, 1",
    "😀, 2",
    "●○◐✗◌, 5",
    "'', 0",
    "한국, 4",
    "a\u200Bb, 2"
  })
  void measuresColumns(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void cutsBetweenWideCharacters() {
    assertThat(DisplayWidth.cut("有中文字", 8)).isEqualTo("有中文字");
    assertThat(DisplayWidth.cut("有中文字", 7)).isEqualTo("有中文…");
    assertThat(DisplayWidth.cut("有中文字", 6)).isEqualTo("有中…");
    assertThat(DisplayWidth.cut("abcdef", 4)).isEqualTo("abc…");
    assertThat(DisplayWidth.cut("abcdef", 1)).isEqualTo("…");
    assertThat(DisplayWidth.cut("abcdef", 0)).isEmpty();
  }

  @Test
  void wrapsAtBlanksAndBreaksLongWords() {
    assertThat(DisplayWidth.wrap("one two three four", 9, "  "))
        .containsExactly("one two", "  three", "  four");
    assertThat(DisplayWidth.wrap("abcdefghijkl", 5, " ")).containsExactly("abcde", " fghi", " jkl");
    assertThat(DisplayWidth.wrap("有中文有中文", 5, "")).containsExactly("有中", "文有", "中文");
    assertThat(DisplayWidth.wrap("short", 9, "  ")).isEqualTo(List.of("short"));
    assertThat(DisplayWidth.wrap("  exactly nine", 9, "  ")).containsExactly("  exactly", "  nine");
  }
}
