package dev.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tck.cli.CapturedTck.Done;
import dev.tck.doubles.RestStub;
import dev.tck.scenarios.steps.ErrorSteps;
import dev.tck.scenarios.steps.Example;
import dev.tck.scenarios.steps.GivenSteps;
import dev.tck.scenarios.steps.ResultSteps;
import dev.tck.scenarios.steps.WhenSteps;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses the command as a user does, on a small project. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MainTests {
  @TempDir private Path home;
  @TempDir private Path directory;

  @BeforeEach
  void copyProject() throws IOException {
    SmallProject.in(home);
  }

  private Done tck(String... arguments) {
    return new CapturedTck(home, directory).run(arguments);
  }

  private static JsonNode json(Done done) throws JsonProcessingException {
    return JsonMapper.builder().build().readTree(done.out());
  }

  private void assertWrongUse(Done done, String... words) {
    assertThat(done.exit()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(done.out()).as("standard output is for results").isEmpty();
    assertThat(done.err()).startsWith("tck: ").contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "plan",
        "provision",
        "report",
        "confirm",
        "doctor",
        "adapter",
        "adapter check",
        "adapter new",
        "bench",
        "serve",
        "mutants",
        "fidelity",
        "steps"
      })
  void explainsEachCommand(String command) {
    String[] words = (command + " --help").strip().split(" ");
    Done done = tck(words);
    assertThat(done.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(done.out()).startsWith(("Usage: tck " + command).strip()).contains("--help");
    assertThat(done.err()).isEmpty();
  }

  @Test
  void explainsEveryCommandThatItLists() {
    List<String> listed =
        tck("--help")
            .out()
            .lines()
            .dropWhile(line -> !line.startsWith("Commands:"))
            .skip(1)
            .takeWhile(line -> line.startsWith("  "))
            .filter(line -> line.matches("  [a-z]+ .*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    assertThat(listed).contains("run", "report");
    for (String command : listed) {
      assertThat(tck(command, "--help").out()).startsWith("Usage: tck " + command);
    }
  }

  @Test
  void saysItsVersionAndItsExitCodes() {
    assertThat(tck("--version").out().strip()).isEqualTo("tck " + Tck.VERSION);
    assertThat(tck("--help").out()).contains("Exit codes: 0 holds").contains("130 interrupted");
    assertThat(tck("--help").out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void offersTheNearestCommandAndOption() {
    assertWrongUse(tck("rnu"), "rnu", "did you mean run?", "Help: tck --help");
    assertWrongUse(
        tck("run", "--scenaro", "X"),
        "--scenaro",
        "did you mean --scenario?",
        "Help: tck run --help");
    assertWrongUse(tck("run", "--jobs", "many"), "--jobs", "many", "Help: tck run --help");
    assertWrongUse(tck(), "a command is missing", "Help: tck --help");
    assertWrongUse(tck("adapter"), "Help: tck adapter --help");
  }

  @Test
  void plansForOtherPrograms() throws JsonProcessingException {
    Done done = tck("plan", "--json");
    assertThat(done.exit()).isEqualTo(ExitCode.HOLDS);
    JsonNode plan = json(done);
    assertThat(plan.properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("cells", "notRun", "coverage", "planHash");
    assertThat(plan.path("cells")).hasSize(2);
    JsonNode cell = plan.path("cells").path(0);
    assertThat(cell.path("connector").asText()).isEqualTo("reference");
    assertThat(cell.path("language").asText()).isEqualTo("java");
    assertThat(cell.path("interface").asText()).isEqualTo("rest");
    assertThat(cell.path("target").asText()).startsWith("embedded:3.");
    assertThat(cell.path("row").asText()).isEqualTo("3.3.0.0+");
    assertThat(cell.path("scenarios").asInt()).isEqualTo(3);
    assertThat(plan.path("coverage").path("outcomes").asInt()).isEqualTo(6);
    assertThat(plan.path("coverage").path("planned").asInt()).isZero();
    assertThat(plan.path("coverage").path("claimed").asInt()).isPositive();
    assertThat(plan.path("planHash").asText()).matches("[0-9a-f]{16}");
    assertThat(plan.path("notRun")).isNotEmpty();
    assertThat(plan.path("notRun"))
        .allSatisfy(gap -> assertThat(gap.path("reason").asText()).isNotBlank());
  }

  @Test
  void plansForPeopleAndForGithub() throws JsonProcessingException {
    assertThat(tck("plan", "--scenario", "SQL-002[2],SQL-001", "--interface", "rest").out())
        .startsWith("1 cells, 2 scenarios against embedded:3.")
        .contains("Not measured here:")
        .contains("The page's feature tables claim");
    JsonNode include = json(tck("plan", "--github")).path("include");
    assertThat(include.toString())
        .isEqualTo("[{\"name\":\"reference-0.1.0\",\"connector\":\"reference\"}]");
    assertWrongUse(tck("plan", "--github", "--json"), "--github", "--json");
  }

  @ParameterizedTest
  @CsvSource({
    "--scenario,  SQL-9*,      SQL-001",
    "--scenario,  'SQL-002[9]', SQL-002[2]",
    "--feature,   execute,     execute-sql",
    "--interface, ws,          rest",
    "--connector, referense,   reference",
    "--row,       3.3,         3.3.0.0+",
  })
  void offersNearMatchesForWhatSelectsNothing(String option, String value, String near) {
    assertWrongUse(tck("plan", option, value), "“" + value + "”", near);
    assertWrongUse(tck("run", option, value), "“" + value + "”", near);
  }

  @Test
  void namesFileAndLineOfABrokenMatrix() throws IOException {
    Path file = home.resolve("matrix").resolve("gate.yaml");
    long lines = Files.readAllLines(file).size();
    Files.writeString(file, Files.readString(file) + "oops: [\n");
    Done done = tck("plan");
    assertWrongUse(done, "gate.yaml:");
    assertThat(done.err()).containsPattern("gate\\.yaml:(" + (lines + 1) + "|" + (lines + 2) + ")");
  }

  @Test
  void namesFileAndLineOfABrokenFeature() throws IOException {
    Path file = home.resolve("features/execute-sql/small.feature");
    Files.writeString(file, SmallProject.FEATURE.replace("@SQL-001 @core", "@SQL-001 @cor"));
    assertWrongUse(tck("plan"), file + ":4: unknown tag @cor");
  }

  @Test
  void namesFileAndLineOfABrokenConnector() throws IOException {
    Path file = home.resolve("connectors-under-test/mine/connector.yaml");
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "id: mine\nname: [\n");
    assertWrongUse(tck("plan"), "connector.yaml:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "run"})
  void refusesTargetsAndSourcesThatAreNone(String command) {
    assertWrongUse(tck(command, "--target", "nowhere"), "“nowhere” is no target");
    assertWrongUse(
        tck(command, "--target", "http://root:Secret@host:99999"), "the target's port is 99999");
    assertWrongUse(tck(command, "--connector-source", "x=missing"), "--connector-source x=missing");
    assertWrongUse(tck(command, "--connector", "./missing"), "missing");
  }

  @Test
  void saysThatNoTargetAnswers() {
    int port;
    try (RestStub http = new RestStub(call -> RestStub.text(404, ""))) {
      port = http.port();
    }
    Done done = tck("run", "--target", "http://root:Secret1@127.0.0.1:" + port);
    assertThat(done.exit()).isEqualTo(ExitCode.HARNESS_FAILED);
    assertThat(done.err()).contains("127.0.0.1:" + port).contains("6041").doesNotContain("Secret1");
  }

  @Test
  void runsReportsAndEndsWithTheVerdict() throws IOException {
    Done done = tck("run", "--connector", "reference", "--out", "out");
    assertThat(done.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(done.out()).contains("Report: " + directory.resolve("out").resolve("index.html"));
    assertThat(done.err()).contains("2 cells, 6 scenarios against TDengine 3.");
    for (String file : List.of("results.jsonl", "index.html", "tables.md", "junit.xml")) {
      assertThat(directory.resolve("out").resolve(file)).isRegularFile();
    }
    Done report = tck("report", "out", "--out", "merged");
    assertThat(report.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(directory.resolve("merged").resolve("index.html")).isRegularFile();
    assertThat(tck("report", "out/results.jsonl", "--out", "again").exit())
        .isEqualTo(ExitCode.HOLDS);
  }

  @Test
  void runsForOtherPrograms() throws JsonProcessingException {
    Done done =
        tck("run", "--connector", "reference", "--quick", "--out", "out", "--json", "--jobs", "1");
    JsonNode ending = json(done);
    assertThat(ending.path("exit").asInt()).isEqualTo(done.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(ending.path("counts").toString()).isEqualTo("{\"pass\":2}");
    assertThat(ending.path("reason").asText()).isNotBlank();
    assertThat(ending.path("out").asText()).isEqualTo(directory.resolve("out").toString());
  }

  @Test
  void refusesToRunWithoutJobs() {
    assertWrongUse(tck("run", "--jobs", "0"), "--jobs 0");
  }

  @Test
  void endsIncompleteWhenNothingCanBeMeasured() {
    Done done = tck("run", "--connector", "driver-go", "--out", "out");
    assertThat(done.exit()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(done.out())
        .contains("Nothing that was selected can be measured here: no adapter: there is no folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "confirm"})
  void saysWhichResultsCannotBeRead(String command) throws IOException {
    assertWrongUse(tck(command, "nowhere.jsonl"), "there is no file or folder nowhere.jsonl");
    Files.createDirectories(directory.resolve("empty"));
    assertWrongUse(tck(command, "empty"), "no results.jsonl below empty");
    Files.writeString(directory.resolve("broken.jsonl"), "{\"type\":\"run\"\nnothing\n{}\n");
    assertWrongUse(tck(command, "broken.jsonl"), "broken.jsonl:1");
    assertWrongUse(tck(command), "FILE|DIR");
  }

  @Test
  void confirmsOnlyWhatHeldOnARealServer() throws IOException {
    Files.delete(home.resolve("matrix").resolve("confirmed.yaml"));
    Done unconfirmed = tck("run", "--connector", "reference", "--out", "out");
    assertThat(unconfirmed.exit()).as(unconfirmed.out()).isEqualTo(ExitCode.INCOMPLETE);
    assertWrongUse(tck("confirm", "out"), "none of the reference connector on a real server");
    Path results = directory.resolve("out").resolve("results.jsonl");
    List<String> remote =
        Files.readAllLines(results).stream()
            .map(line -> line.replace("\"kind\":\"embedded\"", "\"kind\":\"remote\""))
            .map(
                line ->
                    line.contains("SQL-002[3]") && line.contains("\"interface\":\"websocket\"")
                        ? line.replace(
                            "\"status\":\"pass\",\"blame\"", "\"status\":\"fail\",\"blame\"")
                        : line)
            .toList();
    Files.write(results, remote);
    Done done = tck("confirm", "out");
    assertThat(done.exit()).isEqualTo(ExitCode.HOLDS);
    assertThat(done.out()).contains("Still provisional: SQL-002[3]");
    assertThat(Files.readString(home.resolve("matrix").resolve("confirmed.yaml")))
        .contains("\"SQL-001\": {steps: \"")
        .contains("\"SQL-002[2]\": {steps: \"")
        .doesNotContain("SQL-002[3]");
  }

  @Test
  void printsTheWholeVocabulary() {
    String out = tck("steps").out();
    for (Class<?> steps :
        List.of(GivenSteps.class, WhenSteps.class, ResultSteps.class, ErrorSteps.class)) {
      for (Method method : steps.getMethods()) {
        Example example = method.getAnnotation(Example.class);
        if (example != null) {
          assertThat(out).contains(example.value(), "    -- " + example.does());
        }
      }
    }
  }

  @Test
  void offersTheNearestFault() {
    assertWrongUse(tck("mutants", "--fault", "null-as-zer"), "null-as-zero");
  }

  @Test
  void refusesScenariosThatNameNoFault() throws IOException {
    Files.writeString(
        home.resolve("features/execute-sql/small.feature"),
        SmallProject.FEATURE.replace("@core", "@killed-by:null-as-on"));
    assertWrongUse(tck("mutants"), "SQL-001 names the fault null-as-on", "null-as-zero");
  }

  @Test
  void saysWhichFaultsSurvive() throws IOException {
    Files.writeString(
        home.resolve("features/execute-sql/small.feature"),
        SmallProject.FEATURE.replace("@core", "@killed-by:row-lost @killed-by:null-as-zero"));
    Done done = tck("mutants", "--fault", "row-lost,null-as-zero", "--json");
    assertThat(done.exit()).isEqualTo(ExitCode.FAILURE);
    JsonNode found = json(done);
    assertThat(found.path("total").asInt()).isEqualTo(2);
    assertThat(found.path("killed").asInt()).isEqualTo(1);
    assertThat(found.path("survived").toString())
        .isEqualTo(
            "[\"null-as-zero: SQL-001 by rest passes\",\"null-as-zero: SQL-001 by websocket passes\"]");
  }
}
