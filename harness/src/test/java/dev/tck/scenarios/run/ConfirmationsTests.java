package dev.tck.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tck.doubles.FeatureFolder;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmationsTests {
  @TempDir private Path folder;

  private Confirmations reread(Confirmations confirmations) throws IOException {
    return Confirmations.load(
        Files.writeString(folder.resolve("confirmed.yaml"), confirmations.toYaml()));
  }

  private Scenario scenario(String step) throws IOException {
    return FeatureFolder.scenario(folder, "@SQL-001", step);
  }

  @Test
  void holdNothingWithoutAFile() throws IOException {
    assertThat(Confirmations.load(folder.resolve("none")).isConfirmed(scenario("Then it fails")))
        .isFalse();
  }

  @Test
  void surviveTheFile() throws IOException {
    Scenario scenario = scenario("Then it fails");
    Confirmations written =
        Confirmations.load(folder.resolve("none"))
            .with(scenario, "3.3.6.6")
            .with(scenario, "3.0.0.0")
            .with(scenario, "3.3.6.6");
    assertThat(reread(written).isConfirmed(scenario)).isTrue();
    assertThat(reread(written).toYaml()).isEqualTo(written.toYaml());
    assertThat(written.toYaml())
        .endsWith(
            "  \"SQL-001\": {steps: \""
                + scenario.textHash()
                + "\", on: [\"3.0.0.0\", \"3.3.6.6\"]}\n");
  }

  @Test
  void countOnServersOfTheSameReleaseLineOnly() throws IOException {
    Scenario scenario = scenario("Then it fails");
    Confirmations confirmations =
        Confirmations.load(folder.resolve("none")).with(scenario, "3.3.6.6");
    assertThat(confirmations.isConfirmed(scenario, "3.3.6.0")).isTrue();
    assertThat(confirmations.isConfirmed(scenario, "3.0.5.0")).isFalse();
    assertThat(confirmations.isConfirmed(scenario, "2.2.2.10")).isFalse();
    assertThat(confirmations.with(scenario, "2.2.2.8").isConfirmed(scenario, "2.2.2.10")).isTrue();
  }

  @Test
  void surviveTheFileWhateverTheIdHolds() throws IOException {
    Suite suite =
        new FeatureFolder(folder)
            .with(
                "execute-sql/odd.feature",
                """
                Feature: f

                  @SQL-001
                  Scenario Outline: <text>
                    Then it fails with <code>

                    Examples:
                      | text    | code |
                      | a"b     | 0x01 |
                      | a\\\\nb | 0x02 |
                      | a\\\\   | 0x03 |
                      | 数: {}   | 0x04 |
                      | 😀 é    | 0x05 |
                """)
            .load();
    Confirmations all = Confirmations.load(folder.resolve("none"));
    for (Scenario scenario : suite.scenarios()) {
      all = all.with(scenario, "3.3.6.6");
    }
    Confirmations read = reread(all);
    assertThat(suite.scenarios()).hasSize(5).allMatch(read::isConfirmed);
    assertThat(read.toYaml()).isEqualTo(all.toYaml());
  }

  @Test
  void endWhenTheStepsChange() throws IOException {
    Scenario before = scenario("Then it fails");
    Confirmations confirmations =
        Confirmations.load(folder.resolve("none")).with(before, "3.0.0.0");
    Scenario after = scenario("Then it succeeds");
    assertThat(confirmations.isConfirmed(after)).isFalse();
    Confirmations renewed = confirmations.with(after, "3.3.6.6");
    assertThat(renewed.isConfirmed(after)).isTrue();
    assertThat(renewed.toYaml()).contains("3.3.6.6").doesNotContain("3.0.0.0");
  }

  @Test
  void forgetScenariosThatAreGone() throws IOException {
    Scenario scenario = scenario("Then it fails");
    Confirmations confirmations =
        Confirmations.load(folder.resolve("none")).with(scenario, "3.3.6.6");
    assertThat(confirmations.restrictedTo(Set.of("SQL-001")).isConfirmed(scenario)).isTrue();
    assertThat(confirmations.restrictedTo(Set.of("SQL-002")).isConfirmed(scenario)).isFalse();
  }

  @Test
  void refuseAFileThatIsNoYaml() throws IOException {
    Path broken = Files.writeString(folder.resolve("confirmed.yaml"), "confirmed: {a: [}");
    assertThatThrownBy(() -> Confirmations.load(broken)).isInstanceOf(IOException.class);
  }
}
