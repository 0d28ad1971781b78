package dev.tck.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.load.MatrixLoader;
import dev.tck.reference.ReferenceConnector;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Platform;
import dev.tck.results.Status;
import dev.tck.scenarios.plan.Candidate;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.plan.Planner;
import dev.tck.scenarios.plan.Selection;
import dev.tck.scenarios.reference.ReferenceChannel;
import dev.tck.scenarios.run.Confirmations;
import dev.tck.scenarios.run.RunSettings;
import dev.tck.scenarios.run.Runner;
import dev.tck.scenarios.run.Stop;
import dev.tck.scenarios.run.Tap;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import dev.tck.scenarios.suite.SuiteLoader;
import dev.tck.scenarios.world.DatabaseNames;
import dev.tck.targets.Target;
import dev.tck.targets.TargetException;
import dev.tck.targets.TargetSpec;
import dev.tck.targets.Targets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hands every feature to the reference connector on the embedded server, so that an IDE and {@code
 * mvn verify} run them. Both are ours: that they agree confirms nothing about TDengine, only that
 * neither was broken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeatureTests {
  private static final Path HOME = Path.of("..");
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private Suite suite;
  private Target server;

  @BeforeAll
  void start() throws IOException, TargetException {
    suite = new SuiteLoader().load(HOME.resolve("features"));
    server = new Targets().open(TargetSpec.parse("embedded"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicNode> features(@TempDir Path out) throws IOException {
    Plan plan =
        new Planner(new MatrixLoader().load(HOME.resolve("matrix")), suite, List.of(reference()))
            .plan(Selection.ALL, server.kind(), server.tdengine());
    Map<URI, List<DynamicTest>> byFile = new TreeMap<>();
    for (Plan.Cell cell : plan.cells()) {
      for (Scenario scenario : cell.scenarios()) {
        byFile
            .computeIfAbsent(scenario.source().getUri(), file -> new ArrayList<>())
            .add(test(cell, scenario, out));
      }
    }
    return byFile.entrySet().stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    Path.of(file.getKey()).getFileName().toString(),
                    file.getKey(),
                    file.getValue().stream()));
  }

  private DynamicTest test(Plan.Cell cell, Scenario scenario, Path out) {
    URI line =
        URI.create(
            scenario.source().getUri() + "?line=" + scenario.pickle().getLocation().getLine());
    return DynamicTest.dynamicTest(
        scenario.id() + " " + scenario.title() + " (" + cell.interfaceId() + ")",
        line,
        () -> run(cell, scenario, out));
  }

  private void run(Plan.Cell cell, Scenario scenario, Path out) throws IOException {
    Plan.Cell alone =
        new Plan.Cell(
            cell.connector(),
            cell.version(),
            cell.language(),
            cell.interfaceId(),
            cell.target(),
            cell.row(),
            List.of(scenario));
    List<Event> events = new ArrayList<>();
    ReferenceConnector connector = new ReferenceConnector();
    List<String> faults =
        new Runner(
                any -> new ReferenceChannel(connector),
                Tap.NONE,
                Confirmations.load(HOME.resolve("matrix").resolve("confirmed.yaml")),
                new RunSettings(1, DEADLINE, out, false),
                Clock.systemUTC())
            .run(
                new Plan(List.of(alone), List.of(), cell.row(), new Plan.Coverage(0, 0)),
                server,
                new Platform("any", "any"),
                new DatabaseNames("features"),
                new Stop(),
                events::add);
    assertThat(faults).isEmpty();
    assertThat(outcomes(events))
        .singleElement()
        .satisfies(
            outcome -> assertThat(outcome.status()).as(explained(outcome)).isEqualTo(Status.PASS));
  }

  private static List<Event.Outcome> outcomes(List<Event> events) {
    return events.stream()
        .filter(Event.Outcome.class::isInstance)
        .map(Event.Outcome.class::cast)
        .toList();
  }

  private static String explained(Event.Outcome outcome) {
    return outcome.checks().stream()
        .filter(check -> check.status() != Status.PASS)
        .map(check -> check.id() + ": expected " + check.expected() + ", found " + check.actual())
        .collect(Collectors.joining("\n", outcome.reason() + "\n", ""));
  }

  private static Candidate reference() {
    return new Candidate(
        CellKey.REFERENCE,
        "the reference connector",
        "java",
        false,
        List.of("rest", "websocket"),
        List.of(ReferenceConnector.VERSION),
        Optional.empty());
  }
}
