package dev.tck.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.load.MatrixLoader;
import dev.tck.scenarios.suite.SuiteLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueCoverageTests {
  private static final Path HOME = Path.of("..");

  private final CatalogueCoverage coverage;

  CatalogueCoverageTests() throws IOException {
    coverage =
        new CatalogueCoverage(
            new MatrixLoader().load(HOME.resolve("matrix")),
            new SuiteLoader().load(HOME.resolve("features")));
  }

  @Test
  void everyEntryIsEitherCoveredOrHasItsReason() {
    assertThat(coverage.mistakes()).isEmpty();
  }

  @Test
  void committedPageIsWhatTheSuiteCoversNow() throws IOException {
    assertThat(coverage.markdown())
        .as("docs/coverage.md is stale; write it by: ./tck plan --coverage > docs/coverage.md")
        .isEqualTo(Files.readString(HOME.resolve("docs").resolve("coverage.md")));
  }

  @Test
  void pageNamesTheScenariosOfAnEntry() {
    assertThat(coverage.markdown())
        .containsPattern("\\| T-23 \\| .* \\| SQL-009, SQL-017 \\(\\d+\\) \\|");
  }

  @Test
  void pageGivesTheReasonWhereNoScenarioIs() {
    assertThat(coverage.markdown())
        .contains("| none: needs a server behind TLS |")
        .contains("none: row Parameter Binding: not measured yet");
  }
}
