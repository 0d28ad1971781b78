package dev.tck.scenarios.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.values.Precision;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowDifferencesTests {
  private static Value integer(long value) {
    return Value.Int.of(IntegerKind.I32, value);
  }

  private static List<List<Value>> rows(long... values) {
    List<List<Value>> rows = new ArrayList<>();
    for (long value : values) {
      rows.add(List.of(integer(value)));
    }
    return rows;
  }

  private static Optional<RowDifferences.Difference> difference(String expected, String actual) {
    return Optional.of(new RowDifferences.Difference(expected, actual));
  }

  @Test
  void findsNothingBetweenEqualRows() {
    assertThat(RowDifferences.inOrder(rows(1, 2), rows(1, 2))).isEmpty();
    assertThat(RowDifferences.inOrder(List.of(), List.of())).isEmpty();
    assertThat(RowDifferences.inAnyOrder(rows(1, 2, 2), rows(2, 1, 2))).isEmpty();
    assertThat(
            RowDifferences.inOrder(
                List.of(List.of(new Value.Timestamp(1, Precision.MILLISECONDS))),
                List.of(List.of(new Value.Timestamp(1_000_000, Precision.NANOSECONDS)))))
        .as("the same instant")
        .isEmpty();
  }

  @Test
  void saysWhatShouldHaveBeenWhereAndWhatWas() {
    assertThat(
            RowDifferences.inOrder(
                List.of(List.of(integer(1), new Value.Text(false, "a"))),
                List.of(List.of(integer(1), Value.NULL))))
        .isEqualTo(difference("row 1, column 2: str 'a'", "row 1, column 2: NULL"));
    assertThat(RowDifferences.inOrder(rows(1, 2), rows(2, 1)))
        .isEqualTo(
            difference(
                "row 1, column 1: i32 1; row 2, column 1: i32 2",
                "row 1, column 1: i32 2; row 2, column 1: i32 1"));
  }

  @Test
  void namesMissingAndSurplusRows() {
    assertThat(RowDifferences.inOrder(rows(1, 2), rows(1)))
        .isEqualTo(difference("2 rows; row 2: (i32 2)", "1 rows; no row 2"));
    assertThat(RowDifferences.inOrder(rows(1), rows(1, 2)))
        .isEqualTo(difference("1 rows; no row 2", "2 rows; row 2: (i32 2)"));
    assertThat(RowDifferences.inOrder(rows(1), List.of(List.of(integer(1), integer(2)))))
        .isEqualTo(difference("row 1 of 1 values", "row 1 of 2 values"));
  }

  @Test
  void matchesEachRowOnceInAnyOrder() {
    assertThat(RowDifferences.inAnyOrder(rows(1, 1), rows(1, 2)))
        .isEqualTo(difference("rows (i32 1)", "instead rows (i32 2)"));
    assertThat(RowDifferences.inAnyOrder(rows(1), List.of()))
        .isEqualTo(difference("rows (i32 1)", "instead rows "));
    assertThat(RowDifferences.inAnyOrder(rows(1), List.of(List.of(integer(1), integer(1)))))
        .isEqualTo(difference("rows (i32 1)", "instead rows (i32 1, i32 1)"));
  }

  @Test
  void showsAFewOfManyDifferences() {
    List<List<Value>> none = List.of();
    List<List<Value>> many = rows(IntStream.range(0, 1_000).asLongStream().toArray());
    RowDifferences.Difference ordered = RowDifferences.inOrder(many, none).orElseThrow();
    assertThat(ordered.expected()).startsWith("1000 rows; row 1: (i32 0)").hasSizeLessThan(200);
    RowDifferences.Difference any = RowDifferences.inAnyOrder(many, none).orElseThrow();
    assertThat(any.expected()).endsWith("(i32 4) and 995 more");
  }

  @Test
  void shortensLongValues() {
    String text = RowDifferences.display(List.of(new Value.Text(false, "a".repeat(10_000))));
    assertThat(text).startsWith("(str 'aaaaaaaa").contains("…").hasSizeLessThan(250);
  }
}
