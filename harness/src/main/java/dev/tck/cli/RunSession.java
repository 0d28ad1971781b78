package dev.tck.cli;

import dev.tck.matrix.Matrix;
import dev.tck.reporting.ReportWriter;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.reporting.tables.Report;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.ResultsWriter;
import dev.tck.results.TargetId;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.plan.Selection;
import dev.tck.scenarios.run.ProxyTap;
import dev.tck.scenarios.run.RunSettings;
import dev.tck.scenarios.run.Runner;
import dev.tck.scenarios.run.Stop;
import dev.tck.scenarios.suite.Suite;
import dev.tck.scenarios.world.DatabaseNames;
import dev.tck.targets.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One run from its plan to its report. */
final class RunSession {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Environment environment;
  private final Project project;
  private final Matrix matrix;
  private final Suite suite;
  private final Options options;
  private final List<Event> events = new ArrayList<>();

  /**
   * Says how to run.
   *
   * @param out is the report's folder
   * @param jobs is how many cells run at once
   * @param verbose keeps evidence of passed scenarios too
   * @param official says whether it counts as an official run
   * @param budget is after how long no scenario begins any more
   * @param selection is what the user asked for
   */
  record Options(
      Path out,
      int jobs,
      boolean verbose,
      boolean official,
      Optional<Duration> budget,
      Selection selection) {}

  /** Says how a run ended. */
  record Ending(int exit, String reason, Map<String, Integer> counts, Report report) {}

  RunSession(
      Environment environment, Project project, Matrix matrix, Suite suite, Options options) {
    this.environment = environment;
    this.project = project;
    this.matrix = matrix;
    this.suite = suite;
    this.options = options;
  }

  /** Runs the plan, writes results and report, and says how it ended. */
  Ending run(Connectors connectors, Plan plan, Target server, Stop stop, Interruption interruption)
      throws IOException, InterruptedException {
    Console console = environment.console();
    console.say(
        plan.cells().size()
            + " cells, "
            + plan.outcomes()
            + " scenarios against TDengine "
            + server.tdengine()
            + " ("
            + server.kind()
            + "); "
            + plan.gaps().size()
            + " cells cannot be measured here, tck plan says why");
    Map<Plan.Cell, String> unprovisioned = connectors.provision(plan);
    Plan possible = without(plan, unprovisioned);
    ReportFolder.prepare(options.out());
    interruption.measuring();
    try (Budget budget = new Budget(options.budget(), stop);
        ResultsWriter writer = new ResultsWriter(options.out().resolve("results.jsonl"))) {
      Consumer<Event> file = writer.andThen(events::add);
      Consumer<Event> sink =
          file.andThen(
              new RunProgress(
                  console, environment.clock(), planned(possible), possible.outcomes()));
      sink.accept(opening(plan));
      plan.gaps()
          .forEach(gap -> file.accept(Event.Cell.notRun(key(gap, plan, server), gap.reason())));
      unprovisioned.forEach(
          (cell, reason) -> sink.accept(Event.Cell.notRun(key(cell, server), reason)));
      List<String> faults =
          runner(connectors).run(possible, server, environment.platform(), names(), stop, sink);
      Ending ending = ending(plan, server, faults, stop, budget, interruption.happened());
      sink.accept(
          new Event.End(ending.exit(), ending.reason(), interruption.happened(), ending.counts()));
      Report report = new ReportWriter().write(events, matrix, index(), options.out());
      return new Ending(ending.exit(), ending.reason(), ending.counts(), report);
    }
  }

  private Runner runner(Connectors connectors) {
    return new Runner(
        connectors,
        ProxyTap.source(),
        project.confirmations(),
        new RunSettings(options.jobs(), DEADLINE, options.out(), options.verbose()),
        environment.clock());
  }

  private ScenarioIndex index() {
    return Reports.index(suite);
  }

  private Ending ending(
      Plan plan,
      Target server,
      List<String> faults,
      Stop stop,
      Budget budget,
      boolean interrupted) {
    Set<CellKey> required = new HashSet<>();
    plan.cells().forEach(cell -> required.add(key(cell, server)));
    plan.gaps().stream()
        .filter(gap -> isAskedFor(gap, plan))
        .forEach(gap -> required.add(key(gap, plan, server)));
    Map<String, Integer> counts = counts();
    List<Event> all = new ArrayList<>(events);
    all.add(new Event.End(ExitCode.HOLDS, "", interrupted, counts));
    Report report = Report.of(all, matrix, index(), required::contains);
    if (interrupted) {
      return new Ending(
          ExitCode.INTERRUPTED, "Interrupted: the report holds what was finished.", counts, report);
    }
    if (!faults.isEmpty()) {
      return new Ending(
          ExitCode.HARNESS_FAILED,
          "The harness or an adapter failed: " + faults.get(0) + ".",
          counts,
          report);
    }
    if (plan.cells().isEmpty()) {
      String why = commonestReason(plan).orElse("the selection is empty");
      return new Ending(
          ExitCode.INCOMPLETE,
          "Nothing that was selected can be measured here: " + why + ".",
          counts,
          report);
    }
    int exit = report.verdict().exit();
    return stop.reason()
        .filter(reason -> exit != ExitCode.HARNESS_FAILED && !budget.isReason(reason))
        .map(
            reason ->
                new Ending(
                    ExitCode.HARNESS_FAILED,
                    "The run was given up: " + reason + ".",
                    counts,
                    report))
        .orElseGet(() -> new Ending(exit, report.verdict().reason(), counts, report));
  }

  private static Optional<String> commonestReason(Plan plan) {
    return plan.gaps().stream()
        .collect(Collectors.groupingBy(Plan.Gap::reason, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  // Named by its id and measured nowhere, or by an interface that was named too: that is no extra
  // which a machine may lack.
  private boolean isAskedFor(Plan.Gap gap, Plan plan) {
    boolean named = options.selection().connectors().contains(gap.connector());
    boolean measured =
        plan.cells().stream().anyMatch(cell -> cell.connector().equals(gap.connector()));
    return named && (!measured || options.selection().interfaces().contains(gap.interfaceId()));
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Event event : events) {
      if (event instanceof Event.Outcome outcome) {
        counts.merge(outcome.status().text(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Plan without(Plan plan, Map<Plan.Cell, String> unprovisioned) {
    return new Plan(
        plan.cells().stream().filter(cell -> !unprovisioned.containsKey(cell)).toList(),
        plan.gaps(),
        plan.row(),
        plan.coverage());
  }

  private Event opening(Plan plan) {
    return new Event.Run(
        Event.SCHEMA,
        Tck.VERSION,
        project.commit(),
        environment.clock().instant(),
        new Event.Machine(
            environment.platform().cpu(),
            environment.platform().os(),
            System.getProperty("os.version"),
            false),
        options.official(),
        plan.hash());
  }

  private CellKey key(Plan.Cell cell, Target server) {
    return new CellKey(
        cell.connector(),
        cell.version(),
        cell.language(),
        cell.interfaceId(),
        new TargetId(server.kind(), server.tdengine()),
        cell.row(),
        environment.platform());
  }

  private CellKey key(Plan.Gap gap, Plan plan, Target server) {
    return new CellKey(
        gap.connector(),
        gap.version(),
        gap.language(),
        gap.interfaceId(),
        new TargetId(server.kind(), server.tdengine()),
        plan.row(),
        environment.platform());
  }

  private static Map<String, Integer> planned(Plan plan) {
    Map<String, Integer> planned = new HashMap<>();
    plan.cells().forEach(cell -> planned.put(cell.display(), cell.scenarios().size()));
    return planned;
  }

  // Different for runs that use one server at the same time, and short, because names of databases
  // are.
  private DatabaseNames names() {
    long mixed = environment.clock().millis() * 1_000_003L + ProcessHandle.current().pid();
    return new DatabaseNames(Long.toString(mixed & 0xFFFF_FFFF_FFL, 36));
  }
}
