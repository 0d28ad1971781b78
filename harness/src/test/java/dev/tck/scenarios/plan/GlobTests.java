package dev.tck.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQL-012          | SQL-012                | true",
        "SQL-012          | SQL-012[ns]            | true",
        "SQL-012[ns]      | SQL-012[ns]            | true",
        "SQL-012[ns]      | SQL-012[us]            | false",
        "SQL-012[ns]      | SQL-012n               | false",
        "sql-0*           | SQL-012[ns,websocket]  | true",
        "*[ns*            | SQL-012[ns,websocket]  | true",
        "SQL-01?          | SQL-012                | true",
        "SQL-01?          | SQL-01                 | false",
        "SQL              | SQL-012                | false",
        "SQL.012          | SQL-012                | false",
        "*                | anything               | true",
        "taos-*@3.?.*     | taos-jdbcdriver@3.5.3  | true",
      })
  void selectsByStarsAndQuestionMarksOnly(String glob, String name, boolean selected) {
    assertThat(Glob.of(glob).matches(name)).isEqualTo(selected);
  }
}
