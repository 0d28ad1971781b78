package dev.tck.reporting.formats;

import static dev.tck.reporting.SampleResults.EMBEDDED;
import static dev.tck.reporting.SampleResults.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.reporting.SampleResults;
import dev.tck.results.CellKey;
import dev.tck.results.TargetId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TextsTests {
  @Test
  void commandRepeatsAScenarioOfACell() {
    assertThat(Texts.command(cell("taospy", EMBEDDED), "SQL-019[ns]"))
        .isEqualTo(
            "tck run --target embedded:3.3.6.0 --connector taospy@2.8.10 --interface rest"
                + " --scenario 'SQL-019[ns]'");
  }

  @Test
  void commandNamesTheTargetAsTheCommandLineHasIt() {
    assertThat(Texts.targetOption(new TargetId("docker", "3.3.6.0"))).isEqualTo("docker:3.3.6.0");
    assertThat(Texts.targetOption(new TargetId("local", "3.3.6.0"))).isEqualTo("local");
    assertThat(Texts.targetOption(REAL)).isEqualTo("http://USER:PASSWORD@HOST:6041");
  }

  @Test
  void ourConnectorHasNoVersionToAskFor() {
    assertThat(Texts.command(cell("reference", EMBEDDED), ""))
        .isEqualTo("tck run --target embedded:3.3.6.0 --connector reference --interface rest");
  }

  @Test
  void versionThatNobodyKnowsIsLeftOut() {
    CellKey cell = SampleResults.cell("driver-go", "", "go", "rest", EMBEDDED);
    assertThat(cell.display()).isEqualTo("driver-go rest");
    assertThat(Texts.command(cell, "")).contains("--connector driver-go --interface rest");
  }

  @Test
  void hostileNamesStayOneWordOfTheShell() {
    assertThat(Texts.quoted("a'; rm -rf *; '")).isEqualTo("'a'\\''; rm -rf *; '\\'''");
    assertThat(Texts.quoted("")).isEqualTo("''");
  }

  @Test
  void timesAreToTheSecondInUtc() {
    assertThat(Texts.time(Instant.parse("2026-11-23T06:14:21.337142571Z")))
        .isEqualTo("2026-11-23T06:14:21Z");
  }

  @Test
  void embeddedServerSaysWhatItIs() {
    assertThat(Texts.target(EMBEDDED)).isEqualTo("embedded server, profile 3.3.6.0");
    assertThat(Texts.target(REAL)).isEqualTo("TDengine 3.3.6.6 (remote)");
  }

  private static CellKey cell(String connector, TargetId target) {
    return SampleResults.cell(connector, "2.8.10", "python", "rest", target);
  }
}
