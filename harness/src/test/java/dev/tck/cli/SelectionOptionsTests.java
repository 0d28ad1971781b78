package dev.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionOptionsTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQL-001                   | SQL-001",
        "SQL-001,CON-*             | SQL-001;CON-*",
        "SQL-001[ns,rest],CON-001  | SQL-001[ns,rest];CON-001",
        "a[b,[c,d],e],f            | a[b,[c,d],e];f",
        " a , b ,,                 | a;b",
        "a],b                      | a];b",
        "a[b,c                     | a[b,c",
      })
  void splitsAtCommasOutsideOfBrackets(String text, String parts) {
    assertThat(SelectionOptions.splitOutsideBrackets(List.of(text)))
        .containsExactly(parts.split(";"));
  }

  @Test
  void splitsEachOfManyTexts() {
    assertThat(SelectionOptions.splitOutsideBrackets(List.of("a,b", "c")))
        .containsExactly("a", "b", "c");
    assertThat(SelectionOptions.splitOutsideBrackets(List.of())).isEmpty();
  }
}
