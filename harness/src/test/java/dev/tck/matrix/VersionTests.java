package dev.tck.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTests {
  @ParameterizedTest
  @CsvSource({
    "3.3.5.9, 3.3.6.0",
    "3.3.6.9, 3.3.6.10",
    "3.3, 3.3.0.1",
    "2.4.0.13, 2.4.0.14",
    "2.6.0.34, 3.0.0.0",
    "0.12.4, 1.0.0"
  })
  void ordersByNumbersAndNotByText(String older, String newer) {
    assertThat(Version.of(older)).isLessThan(Version.of(newer));
    assertThat(Version.of(newer)).isGreaterThan(Version.of(older));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.3.6.0",
        "3.3.6",
        "v3.3.6.0",
        "3.3.6.0.alpha",
        "3.3.6.0-beta",
        "3.3.6.0.community",
        " 3.3.6.0\n"
      })
  void ignoresSuffixPrefixAndMissingZeros(String text) {
    assertThat(Version.of(text)).isEqualByComparingTo(Version.of("3.3.6.0"));
  }

  @Test
  void keepsTheTextAsItWasSaid() {
    assertThat(Version.of("3.3.6.0.alpha")).hasToString("3.3.6.0.alpha");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alpha", "x3.3", ".3", "99999999999"})
  void refusesWhatDoesNotBeginWithANumber(String text) {
    assertThat(Version.parse(text)).isEmpty();
    assertThatThrownBy(() -> Version.of(text))
        .hasMessage("expected a version such as 3.3.6.0, found \"" + text + "\"");
  }

  @Test
  void knowsBounds() {
    assertThat(Version.LOWEST).isLessThan(Version.of("0.0.1"));
    assertThat(Version.HIGHEST).isGreaterThan(Version.of("999999999.9"));
  }

  @Test
  void closedRangeHoldsAllBelowItsLastVersion() {
    VersionRange range = VersionRange.closed(Version.of("1.0.2"), Version.of("1.0.6"));
    assertThat(range.contains(Version.of("1.0.1"))).isFalse();
    assertThat(range.contains(Version.of("1.0.2"))).isTrue();
    assertThat(range.contains(Version.of("1.0.6"))).isTrue();
    assertThat(range.contains(Version.of("1.0.6.3"))).isTrue();
    assertThat(range.contains(Version.of("1.0.7"))).isFalse();
  }

  @Test
  void exactRangeHoldsItsVersionOnly() {
    VersionRange range = VersionRange.exactly(Version.of("3.1.0"));
    assertThat(range.contains(Version.of("3.1.0"))).isTrue();
    assertThat(range.contains(Version.of("3.1.1"))).isFalse();
    assertThat(range.contains(Version.of("3.0.9"))).isFalse();
  }

  @Test
  void openRangeHoldsEverythingNewer() {
    VersionRange range = VersionRange.from(Version.of("3.3.0"));
    assertThat(range.contains(Version.of("3.3.0"))).isTrue();
    assertThat(range.contains(Version.of("17.0"))).isTrue();
    assertThat(range.contains(Version.of("3.2.11"))).isFalse();
  }

  @Test
  void refusesAnEmptyRange() {
    assertThatThrownBy(() -> new VersionRange(Version.of("3.0"), Version.of("3.0.0.0")))
        .hasMessage("no version is from 3.0 and before 3.0.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 2.0, 2.0, 3.0, false",
    "1.0, 2.1, 2.0, 3.0, true",
    "2.0, 3.0, 1.0, 2.1, true",
    "1.0, 9.0, 2.0, 3.0, true",
    "2.0, 3.0, 4.0, 5.0, false"
  })
  void rangesOverlapOnlyIfTheyShareAVersion(
      String from, String before, String otherFrom, String otherBefore, boolean overlap) {
    VersionRange range = new VersionRange(Version.of(from), Version.of(before));
    VersionRange other = new VersionRange(Version.of(otherFrom), Version.of(otherBefore));
    assertThat(range.overlaps(other)).isEqualTo(overlap);
  }
}
