package dev.tck.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.mutants.Fault;
import dev.tck.mutants.Faults;
import dev.tck.reference.ReferenceConnector;
import dev.tck.results.Event;
import dev.tck.results.Status;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.reference.ReferenceChannel;
import dev.tck.scenarios.run.Channels;
import dev.tck.scenarios.run.ProxyTap;
import dev.tck.scenarios.run.RunSettings;
import dev.tck.scenarios.run.Runner;
import dev.tck.scenarios.run.Stop;
import dev.tck.scenarios.run.Tap;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import dev.tck.scenarios.world.DatabaseNames;
import dev.tck.targets.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "mutants",
    description = "Run the suite against seeded faults: which are noticed, which survive.")
final class MutantsCommand implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final List<String> INTERFACES = List.of("rest", "websocket");

  private final Environment environment;

  @Option(names = "--fault", split = ",", paramLabel = "ID", description = "Only these faults.")
  private List<String> wanted = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  MutantsCommand(Environment environment) {
    this.environment = environment;
  }

  /** A scenario that a fault was to fail, by an interface, and what became of it. */
  private record Trial(String fault, Scenario scenario, String interfaceId, Status status) {
    // Only a scenario that ran and did not pass has noticed anything.
    boolean survived() {
      return status == Status.PASS || status == Status.NOT_RUN;
    }
  }

  @Override
  public Integer call() throws IOException {
    Suite suite = new Project(environment.home()).suite();
    List<Fault> faults = faults();
    checkNames(suite);
    Path scratch = Files.createTempDirectory("tck-mutants");
    Map<String, List<Trial>> trials = new LinkedHashMap<>();
    try (Target server = TargetOptions.open("embedded")) {
      for (Fault fault : faults) {
        environment
            .console()
            .progress("  " + (trials.size() + 1) + " of " + faults.size() + ": " + fault.id());
        trials.put(fault.id(), trials(fault, suite, server, scratch));
      }
    } finally {
      ReportFolder.prepare(scratch);
      Files.delete(scratch);
    }
    return report(faults, trials);
  }

  private List<Fault> faults() {
    List<Fault> all = Faults.all();
    for (String id : wanted) {
      if (all.stream().noneMatch(fault -> fault.id().equals(id))) {
        List<String> known = all.stream().map(Fault::id).toList();
        throw new CommandException(
            ExitCode.WRONG_USE,
            "no fault "
                + id
                + "; near are "
                + String.join(", ", dev.tck.matrix.NearestName.closest(id, known, 3)));
      }
    }
    return all.stream().filter(fault -> wanted.isEmpty() || wanted.contains(fault.id())).toList();
  }

  // A scenario that names a fault which nobody seeds would never be put to the test.
  private static void checkNames(Suite suite) {
    List<String> known = Faults.all().stream().map(Fault::id).toList();
    for (Scenario scenario : suite.scenarios()) {
      for (String name : scenario.killedBy()) {
        if (!known.contains(name)) {
          throw new CommandException(
              ExitCode.WRONG_USE,
              scenario.id()
                  + " names the fault "
                  + name
                  + ", which does not exist; near are "
                  + String.join(", ", dev.tck.matrix.NearestName.closest(name, known, 3)));
        }
      }
    }
  }

  private List<Trial> trials(Fault fault, Suite suite, Target server, Path scratch) {
    List<Plan.Cell> cells = new ArrayList<>();
    for (String interfaceId : INTERFACES) {
      List<Scenario> named =
          suite.scenarios().stream()
              .filter(
                  scenario ->
                      scenario.killedBy().contains(fault.id()) && scenario.appliesTo(interfaceId))
              .toList();
      if (!named.isEmpty()) {
        cells.add(
            new Plan.Cell(
                ReferenceChannel.ID, fault.id(), "java", interfaceId, "embedded", "", named));
      }
    }
    Map<String, Status> outcomes = new ConcurrentHashMap<>();
    ReferenceConnector connector = new ReferenceConnector();
    Channels channels =
        cell ->
            fault instanceof Fault.InConnector seeded
                ? seeded.seed().apply(new ReferenceChannel(connector))
                : new ReferenceChannel(connector);
    Tap.Source taps =
        fault instanceof Fault.OnTheWire seeded ? ProxyTap.withFault(seeded.seed()) : Tap.NONE;
    new Runner(
            channels,
            taps,
            new Project(environment.home()).confirmations(),
            new RunSettings(INTERFACES.size(), DEADLINE, scratch, false),
            environment.clock())
        .run(
            new Plan(cells, List.of(), "", new Plan.Coverage(0, 0)),
            server,
            environment.platform(),
            new DatabaseNames("mutants"),
            new Stop(),
            event -> {
              if (event instanceof Event.Outcome outcome) {
                outcomes.put(outcome.interfaceId() + outcome.scenario(), outcome.status());
              }
            });
    List<Trial> trials = new ArrayList<>();
    for (Plan.Cell cell : cells) {
      for (Scenario scenario : cell.scenarios()) {
        Status status = outcomes.getOrDefault(cell.interfaceId() + scenario.id(), Status.NOT_RUN);
        trials.add(new Trial(fault.id(), scenario, cell.interfaceId(), status));
      }
    }
    return trials;
  }

  private int report(List<Fault> faults, Map<String, List<Trial>> trials) {
    List<String> survived = new ArrayList<>();
    Map<String, int[]> byFeature = new TreeMap<>();
    int killed = 0;
    for (Fault fault : faults) {
      List<Trial> of = trials.getOrDefault(fault.id(), List.of());
      List<Trial> survivors = of.stream().filter(Trial::survived).toList();
      if (of.isEmpty()) {
        survived.add(fault.id() + ": no scenario names it");
      } else if (survivors.isEmpty()) {
        killed++;
      }
      survivors.forEach(
          trial ->
              survived.add(
                  fault.id()
                      + ": "
                      + trial.scenario().id()
                      + " by "
                      + trial.interfaceId()
                      + " passes"));
      of.forEach(
          trial -> {
            int[] tally =
                byFeature.computeIfAbsent(trial.scenario().feature(), feature -> new int[2]);
            tally[trial.survived() ? 1 : 0]++;
          });
    }
    if (json) {
      printJson(faults.size(), killed, survived, byFeature);
    } else {
      print(faults, trials, survived, killed);
    }
    return survived.isEmpty() ? ExitCode.HOLDS : ExitCode.FAILURE;
  }

  private void printJson(
      int total, int killed, List<String> survived, Map<String, int[]> byFeature) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("total", total).put("killed", killed);
    ArrayNode names = document.putArray("survived");
    survived.forEach(names::add);
    ObjectNode features = document.putObject("byFeature");
    byFeature.forEach(
        (feature, tally) ->
            features.putObject(feature).put("killed", tally[0]).put("survived", tally[1]));
    environment.console().print(document.toPrettyString());
  }

  private void print(
      List<Fault> faults, Map<String, List<Trial>> trials, List<String> survived, int killed) {
    Console console = environment.console();
    for (Fault fault : faults) {
      List<Trial> of = trials.getOrDefault(fault.id(), List.of());
      long noticed = of.stream().filter(trial -> !trial.survived()).count();
      boolean dead = !of.isEmpty() && noticed == of.size();
      console.print(
          String.format(
              "  %-9s %-28s %3d of %3d   %s",
              dead ? "killed" : "SURVIVED", fault.id(), noticed, of.size(), fault.title()));
    }
    survived.forEach(line -> console.print("  survivor: " + line));
    console.print(
        killed
            + " of "
            + faults.size()
            + " faults are killed by every scenario that names them, by every interface.");
  }
}
