package dev.tck.scenarios.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTests {
  private final Templates templates = new Templates();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "use $DB,           use tck_1",
        "$DB.t and $DB2.t,  tck_1.t and tck_2.t",
        "${ab*3},           ababab",
        "${a*0}|,           |",
        "x${U+E9}y,         xéy",
        "e${U+0301},        e\u0301",
        "$1 and ${} and $,  $1 and ${} and $",
        "Ab1!@#$%^&*,       Ab1!@#$%^&*",
      })
  void expandsNamesRepetitionsAndCodePoints(String text, String expanded) {
    templates.define("DB", "tck_1");
    templates.define("DB2", "tck_2");
    assertThat(templates.expand(text)).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "(ts timestamp${#1..3:, c# int})  | (ts timestamp, c1 int, c2 int, c3 int)",
        "${#9..11:(#,#)}                  | (9,9)(10,10)(11,11)",
        "a${#2..1:x}b                     | ab",
        "${#1..2:'${y*3}'}                | 'yyy''yyy'",
      })
  void countsWhatIsRepeatedWithNumbers(String text, String expanded) {
    assertThat(templates.expand(text)).isEqualTo(expanded);
  }

  @Test
  void keepsNamesOfACopyToTheCopy() {
    templates.define("DB", "tck_1");
    Templates copy = templates.copy();
    copy.define("TURN", "3");
    assertThat(copy.expand("$DB $TURN")).isEqualTo("tck_1 3");
    assertThat(templates.expand("$DB $TURN")).isEqualTo("tck_1 $TURN");
  }

  @Test
  void writesCodePointsBeyondTheBasicPlaneWhole() {
    assertThat(templates.expand("${U+1F600}").codePoints()).containsExactly(0x1F600);
    assertThatThrownBy(() -> templates.expand("${U+110000}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void repeatsAsOftenAsIsSaid() {
    assertThat(templates.expand("${x*40000}")).hasSize(40_000).containsOnlyOnce("x".repeat(40_000));
  }

  @Test
  void takesNamesAsTheyAreWithBackslashesAndDollars() {
    templates.define("PASSWORD", "a\\$1b");
    assertThat(templates.expand("<$PASSWORD>")).isEqualTo("<a\\$1b>");
  }
}
