package dev.tck.reporting.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarkTests {
  private static final Mark OFFICIAL = new Mark.Official();
  private static final Mark VERIFIED = new Mark.Verified();
  private static final Mark PARTIAL = new Mark.Partial();
  private static final Mark CONTRADICTION = new Mark.Failing(true);
  private static final Mark FAILING = new Mark.Failing(false);
  private static final Mark ABSENT = new Mark.NotApplicable("none");

  static Stream<Arguments> wholes() {
    return Stream.of(
        Arguments.of(List.of(OFFICIAL, OFFICIAL), OFFICIAL),
        Arguments.of(List.of(OFFICIAL, VERIFIED), VERIFIED),
        Arguments.of(List.of(VERIFIED, ours(3, 3)), ours(3, 3)),
        Arguments.of(List.of(ours(3, 3), ours(1, 2)), ours(4, 5)),
        Arguments.of(List.of(ours(3, 3), untested("a")), untested("a")),
        Arguments.of(List.of(untested("a"), untested("b"), untested("a")), untested("a; b")),
        Arguments.of(List.of(untested("a"), PARTIAL, OFFICIAL), PARTIAL),
        Arguments.of(List.of(PARTIAL, FAILING), FAILING),
        Arguments.of(List.of(FAILING, CONTRADICTION), CONTRADICTION),
        Arguments.of(List.of(ABSENT, VERIFIED), VERIFIED),
        Arguments.of(List.of(ABSENT, ABSENT), ABSENT),
        Arguments.of(List.of(), untested("nothing of it was planned")));
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void wholeIsTheWorstOfItsParts(List<Mark> parts, Mark whole) {
    assertThat(Mark.worst(parts)).isEqualTo(whole);
  }

  @Test
  void symbolsAreThoseOfTheProduct() {
    assertThat(
            Stream.of(
                    OFFICIAL,
                    VERIFIED,
                    PARTIAL,
                    FAILING,
                    ours(2, 2),
                    ours(1, 2),
                    untested("a"),
                    ABSENT)
                .map(Mark::symbol))
        .containsExactly("●", "○", "◐", "✗", "◌", "◌ 1/2", "--", "n/a");
  }

  @Test
  void everyMarkIsInTheLegend() {
    assertThat(Legend.entries().stream().map(Legend.Entry::id))
        .containsExactlyElementsOf(
            Stream.of(
                    OFFICIAL,
                    VERIFIED,
                    PARTIAL,
                    FAILING,
                    ours(2, 2),
                    ours(1, 2),
                    untested("a"),
                    ABSENT)
                .map(Mark::id)
                .toList());
  }

  @Test
  void refusesAShareThatIsNone() {
    assertThatThrownBy(() -> ours(3, 2)).hasMessage("3 of 2 scenarios is no share");
    assertThatThrownBy(() -> ours(0, 0)).hasMessage("0 of 0 scenarios is no share");
  }

  private static Mark ours(int passed, int of) {
    return new Mark.Embedded(passed, of);
  }

  private static Mark untested(String reason) {
    return new Mark.Untested(reason);
  }
}
