package dev.tck.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorDefinitionsTests {
  private static final String RIGHT =
      """
      id: thing
      name: The Thing
      language: go
      official: true
      interfaces: [rest]
      versions: ["1.0"]
      platforms: [x64-linux]
      provision:
        needs:
          go: {commands: [go], version: [version], help: Install Go.}
        steps:
          - run: ["${go}", build, -o, "${out}/thing${exe}"]
            says: build
      command: ["${out}/thing${exe}"]
      """;

  @TempDir Path folder;

  @Test
  void readsADefinition() throws Exception {
    ConnectorDefinition thing = load(RIGHT);
    assertThat(thing.id()).isEqualTo("thing");
    assertThat(thing.official()).isTrue();
    assertThat(thing.versions()).containsExactly("1.0");
    assertThat(thing.needs().get("go"))
        .isEqualTo(new ConnectorDefinition.Need(List.of("go"), List.of("version"), "Install Go."));
    assertThat(thing.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.when()).hasSize(3))
        .extracting(ConnectorDefinition.Step::action)
        .isInstanceOfSatisfying(
            ConnectorDefinition.Run.class, run -> assertThat(run.command()).hasSize(4));
  }

  @Test
  void theConnectorsOfThisRepositoryAreRight() throws Exception {
    assertThat(ConnectorDefinitions.loadAll(Path.of("..", "connectors-under-test")))
        .extracting(ConnectorDefinition::id)
        .contains("taos-jdbcdriver", "taos-ws-py", "taospy");
    assertThat(ConnectorDefinitions.loadAll(Path.of("src/test/resources/connectors")))
        .extracting(ConnectorDefinition::id)
        .containsExactly("crasher", "hanger", "liar", "plain-rest");
  }

  @Test
  void namesLineAndNearestNameOfAnUnknownField() {
    wrong(RIGHT.replace("official:", "offical:"))
        .withMessageContaining("connector.yaml:4: ")
        .withMessageContaining("offical")
        .withMessageContaining("did you mean official?");
  }

  @Test
  void namesLineAndExpectationOfAWrongValue() {
    wrong(RIGHT.replace("[rest]", "[rest, soap]"))
        .withMessageContaining("connector.yaml:5: /interfaces/1")
        .withMessageContaining("websocket");
    wrong(RIGHT.replace("\"1.0\"", "1.0")).withMessageContaining("connector.yaml:6: /versions/0");
  }

  @Test
  void namesWhatIsMissing() {
    wrong(RIGHT.replace("id: thing\n", "")).withMessageContaining("'id'");
  }

  @Test
  void namesLineAndNearestNameOfAnUnknownVariable() {
    wrong(RIGHT.replace("${out}/thing${exe}\"]\n      says", "${oud}/thing\"]\n      says"))
        .withMessageContaining("connector.yaml:12: there is no ${oud}, did you mean out?");
    wrong(RIGHT.replace("${go}", "$go")).withMessageContaining("write ${name} for a variable");
  }

  @Test
  void namesTheLineOfBrokenYaml() {
    wrong(RIGHT.replace("interfaces: [rest]", "interfaces: [rest"))
        .withMessageContaining("connector.yaml:")
        .withMessageContaining("no YAML");
    wrong("- a list").withMessageContaining("an object");
  }

  @Test
  void refusesAStepThatDoesTwoThings() {
    wrong(RIGHT.replace("says: build", "write: file")).withMessageContaining("/provision/steps/0");
  }

  @Test
  void saysThatAFolderIsNoConnector() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> ConnectorDefinitions.load(folder))
        .withMessageContaining("no connector.yaml");
  }

  private ConnectorDefinition load(String text) throws IOException, DefinitionException {
    Files.writeString(folder.resolve("connector.yaml"), text);
    return ConnectorDefinitions.load(folder);
  }

  private org.assertj.core.api.ThrowableAssertAlternative<DefinitionException> wrong(String text) {
    return assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> load(text));
  }
}
