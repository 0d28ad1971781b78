package dev.tck.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tck.doubles.FeatureFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteLoaderTests {
  @TempDir private Path folder;

  private Suite load(String text) throws IOException {
    return new FeatureFolder(folder).with("execute-sql/f.feature", text).load();
  }

  private String mistakes(String text) {
    SuiteException mistakes = catchThrowableOfType(SuiteException.class, () -> load(text));
    assertThat(mistakes).as("mistakes are found").isNotNull();
    return String.valueOf(mistakes.getMessage());
  }

  private String place(int line) {
    return folder.resolve("execute-sql").resolve("f.feature") + ":" + line + ": ";
  }

  @Test
  void readsWhatTagsAndStepsSay() throws IOException {
    Suite suite =
        load(
            """
            @rest
            Feature: f

              @SQL-002 @core @websocket @since:3.3.6.0 @until:3.4.0.0
              @covers:T-08 @covers:T-09 @killed-by:null-as-zero
              Scenario: A title
                Given a database
                When querying
                  \"\"\"
                  select 1
                  select 2
                  \"\"\"
                Then the result is
                  | v : int |
                  | 1       |

              @SQL-001
              Scenario: Another
                Then it succeeds
            """);
    assertThat(suite.scenarios()).extracting(Scenario::id).containsExactly("SQL-001", "SQL-002");
    Scenario scenario = suite.scenario("SQL-002").orElseThrow();
    assertThat(scenario.title()).isEqualTo("A title");
    assertThat(scenario.feature()).isEqualTo("execute-sql");
    assertThat(scenario.interfaces()).containsExactlyInAnyOrder("rest", "websocket");
    assertThat(scenario.since()).contains("3.3.6.0");
    assertThat(scenario.until()).contains("3.4.0.0");
    assertThat(scenario.core()).isTrue();
    assertThat(scenario.covers()).containsExactlyInAnyOrder("T-08", "T-09");
    assertThat(scenario.killedBy()).containsExactly("null-as-zero");
    assertThat(scenario.text())
        .containsExactly(
            "Given a database",
            "When querying\n\"\"\"\nselect 1\nselect 2\n\"\"\"",
            "Then the result is\n| v : int |\n| 1 |");
    assertThat(scenario.appliesTo("rest")).isTrue();
    assertThat(scenario.appliesTo("native")).isFalse();
    assertThat(suite.scenario("SQL-003")).isEmpty();
  }

  @Test
  void takesAScenarioWithoutInterfaceForAll() throws IOException {
    Scenario scenario = FeatureFolder.scenario(folder, "@SQL-001", "Then it succeeds");
    assertThat(List.of("native", "rest", "websocket")).allMatch(scenario::appliesTo);
    assertThat(scenario.core()).isFalse();
    assertThat(scenario.since()).isEmpty();
    assertThat(scenario.until()).isEmpty();
  }

  @Test
  void namesOutlineRowsByThePlaceholdersOfTheirTitle() throws IOException {
    Suite suite =
        load(
            """
            Feature: f

              @SQL-001
              Scenario Outline: <precision> of <type>
                Given a database with "<options>"

                Examples:
                  | type | options | precision |
                  | int  | a       | ms        |
                  | bool | b       | ns        |

                Examples: more
                  | precision | type   | options |
                  | us        | bigint | c       |
            """);
    assertThat(suite.scenarios())
        .extracting(Scenario::id)
        .containsExactly("SQL-001[ms,int]", "SQL-001[ns,bool]", "SQL-001[us,bigint]");
    assertThat(suite.scenario("SQL-001[us,bigint]").orElseThrow().text())
        .containsExactly("Given a database with \"c\"");
  }

  @Test
  void namesOutlineRowsInRulesToo() throws IOException {
    Suite suite =
        load(
            """
            Feature: f

              Rule: r

                @SQL-001
                Scenario Outline: <what>
                  Then it fails with <code>

                  Examples:
                    | what | code   |
                    | one  | 0x0001 |
                    | two  | 0x0002 |
            """);
    assertThat(suite.scenarios())
        .extracting(Scenario::id)
        .containsExactly("SQL-001[one]", "SQL-001[two]");
  }

  @Test
  void changesTheHashWithTheStepsAndWithNothingElse() throws IOException {
    String hash = FeatureFolder.scenario(folder, "@SQL-001", "Then it fails").textHash();
    assertThat(FeatureFolder.scenario(folder, "@SQL-009 @core", "Then it fails").textHash())
        .isEqualTo(hash);
    assertThat(FeatureFolder.scenario(folder, "@SQL-001", "Then it succeeds").textHash())
        .isNotEqualTo(hash);
  }

  @Test
  void refusesOutlinesWhoseRowsCannotBeToldApart() {
    String outline =
        """
        Feature: f

          @SQL-001
          Scenario Outline: a title
            Then it fails with <code>

            Examples:
              | code   |
              | 0x0001 |
        """;
    assertThat(mistakes(outline))
        .isEqualTo(
            place(9) + "the outline's title names no <column>, so its rows cannot be told apart");
    assertThat(mistakes(outline.replace("a title", "a <thing>"))).startsWith(place(9));
  }

  @Test
  void refusesAnIdThatBelongsToAnotherScenario() throws IOException {
    new FeatureFolder(folder)
        .with(
            "connection-management/a.feature",
            "Feature: a\n  @SQL-001\n  Scenario: the first\n    Then it fails\n");
    assertThat(
            mistakes(
                    """
                Feature: f

                  @SQL-001
                  Scenario: the second
                    Then it fails

                  @SQL-002
                  Scenario Outline: <code>
                    Then it fails with <code>

                    Examples:
                      | code   |
                      | 0x0001 |
                      | 0x0001 |
                """)
                .lines())
        .containsExactly(
            place(4) + "the id SQL-001 belongs to “the first” already",
            place(14) + "the id SQL-002[0x0001] belongs to “0x0001” already");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "@core,              'no id; add a tag like @SQL-012 with a number that no other scenario has'",
        "@SQL-001 @SQL-002,  'two ids, @SQL-001 and @SQL-002; keep one'",
        "@SQL-001 @slow,     unknown tag @slow; known are an id like @SQL-012",
        "@SQL-001 @SQL-1,    unknown tag @SQL-1; known are",
        "@SQL-001 @since:3,  'no version in @since:3; write four numbers, like @since:3.3.6.0'",
        "@SQL-001 @until:x,  'no version in @until:x; write four numbers, like @until:3.3.6.0'",
        "@SQL-001 @covers:,  'no name in @covers:'",
        "@SQL-001 @killed-by:a_b, 'no name in @killed-by:a_b'",
      })
  void saysWhatIsWrongWithATagAndWhatMayStandThere(String tags, String message) {
    assertThat(mistakes("Feature: f\n\n  " + tags + "\n  Scenario: s\n    Then it fails\n"))
        .startsWith(place(4) + message);
  }

  @Test
  void refusesFilesOutsideOfAFeatureRowsFolder() throws IOException {
    String text = "Feature: f\n  @SQL-001\n  Scenario: s\n    Then it fails\n";
    FeatureFolder features =
        new FeatureFolder(folder)
            .with("lost.feature", text)
            .with("execute-sql/too/deep.feature", text)
            .with("execute-sql/notes.txt", "no feature");
    SuiteException mistakes = catchThrowableOfType(SuiteException.class, features::load);
    assertThat(String.valueOf(mistakes.getMessage()).lines())
        .hasSize(2)
        .allMatch(line -> line.contains("lies in a folder named after its feature row"))
        .anyMatch(line -> line.startsWith(folder.resolve("lost.feature").toString()))
        .anyMatch(line -> line.contains("deep.feature"));
  }

  @Test
  void namesFileAndLineOfBrokenGherkin() {
    assertThat(
            mistakes(
                "Feature: f\n\n  @SQL-001\n  Scenario: s\n    Then it fails\n    Whenever it rains\n"))
        .startsWith(place(6))
        .contains("Whenever it rains");
    assertThat(
            mistakes(
                "Feature: f\n  @SQL-001\n  Scenario: s\n    Then the result is\n      | a | b |\n      | 1 |\n"))
        .startsWith(place(6));
  }

  @Test
  void refusesAScenarioWithoutSteps() {
    assertThat(mistakes("Feature: f\n\n  @SQL-001\n  Scenario: s\n    Whenever it rains\n"))
        .isEqualTo(place(4) + "no step; each begins with Given, When, Then, And or But");
  }

  @Test
  void reportsTheMistakesOfAllFilesAtOnce() throws IOException {
    FeatureFolder features =
        new FeatureFolder(folder)
            .with("execute-sql/a.feature", "Whenever\n")
            .with(
                "execute-sql/b.feature", "Feature: b\n  @odd\n  Scenario: s\n    Then it fails\n");
    SuiteException mistakes = catchThrowableOfType(SuiteException.class, features::load);
    assertThat(mistakes)
        .hasMessageContaining("a.feature:1")
        .hasMessageContaining("b.feature:3: unknown tag @odd")
        .hasMessageContaining("b.feature:3: no id");
  }

  @Test
  void mayBeUsedAgain() throws IOException {
    FeatureFolder.scenario(folder, "@SQL-001", "Then it fails");
    SuiteLoader loader = new SuiteLoader();
    assertThat(loader.load(folder).scenarios()).hasSize(1);
    assertThat(loader.load(folder).scenarios()).hasSize(1);
  }
}
