package dev.tck.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatCommandTests {
  private static final TargetId EMBEDDED = new TargetId("embedded", "3.3.6.0");

  @Test
  void namesScenarioConnectorVersionAndInterface() {
    assertThat(RepeatCommand.of(cell("taospy", "2.8.10"), "SQL-019[ns]"))
        .isEqualTo(
            "./tck run --target embedded:3.3.6.0 --connector taospy@2.8.10 --interface rest"
                + " --scenario 'SQL-019[ns]'");
  }

  @Test
  void namesTheTargetAsTheCommandLineHasIt() {
    assertThat(RepeatCommand.target(new TargetId("docker", "3.3.6.0"))).isEqualTo("docker:3.3.6.0");
    assertThat(RepeatCommand.target(new TargetId("local", "3.3.6.0"))).isEqualTo("local");
    assertThat(RepeatCommand.target(new TargetId("remote", "3.3.6.6")))
        .isEqualTo("http://USER:PASSWORD@HOST:6041");
  }

  @Test
  void ourConnectorHasNoVersionToAskFor() {
    assertThat(RepeatCommand.of(cell(CellKey.REFERENCE, "1.0.0"), ""))
        .isEqualTo("./tck run --target embedded:3.3.6.0 --connector reference --interface rest");
  }

  @Test
  void versionThatNobodyKnowsIsLeftOut() {
    assertThat(RepeatCommand.of(cell("driver-go", ""), ""))
        .endsWith("--connector driver-go --interface rest");
  }

  @Test
  void hostileNamesStayOneWordOfTheShell() {
    assertThat(RepeatCommand.of(cell("a'; rm -rf *; '", ""), ""))
        .contains("--connector 'a'\\''; rm -rf *; '\\''' --interface rest");
  }

  private static CellKey cell(String connector, String version) {
    return new CellKey(
        connector, version, "any", "rest", EMBEDDED, "", new Platform("x64", "linux"));
  }
}
