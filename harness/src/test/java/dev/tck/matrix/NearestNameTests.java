package dev.tck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTests {
  // Distances by the textbook: kitten to sitting needs two changes and an addition.
  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "flaw,lawn,2", "'',abc,3", "abc,'',3", "same,same,0", "ab,ba,2"})
  void countsChangesAdditionsAndOmissions(String left, String right, int distance) {
    assertThat(NearestName.distance(left, right)).isEqualTo(distance);
  }

  @Test
  void findsTheNearest() {
    assertThat(NearestName.of("platfroms", List.of("legend", "platforms", "statements")))
        .hasValue("platforms");
  }

  @Test
  void findsNothingFarAway() {
    assertThat(NearestName.of("colour", List.of("legend", "platforms"))).isEmpty();
  }

  @Test
  void prefersTheAlphabetAmongEquallyNear() {
    assertThat(NearestName.of("SQL-00", List.of("SQL-002", "SQL-001"))).hasValue("SQL-001");
  }
}
