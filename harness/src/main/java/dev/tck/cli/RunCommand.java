package dev.tck.cli;

import dev.tck.provision.ConnectorDefinition;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.ResultsWriter;
import dev.tck.results.TargetId;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.plan.Planner;
import dev.tck.scenarios.run.RunSettings;
import dev.tck.scenarios.run.Runner;
import dev.tck.scenarios.run.Stop;
import dev.tck.scenarios.run.Tap;
import dev.tck.scenarios.suite.Suite;
import dev.tck.scenarios.world.DatabaseNames;
import dev.tck.targets.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description =
        "Plan, provision, run, report. Without options: the embedded server, every connector this machine can run.")
final class RunCommand implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Environment environment;

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes. Default: reports/out in the project.")
  private Path out;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many cells run at once. Default: the number of processors.")
  private int jobs = Math.max(2, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--strict",
      description = "Hold every message of the adapter protocol against its schema.")
  private boolean strict;

  @Option(
      names = "--verbose",
      description = "Keep evidence of passed scenarios too, and show stack traces.")
  private boolean verbose;

  RunCommand(Environment environment) {
    this.environment = environment;
    this.out = environment.home().resolve("reports").resolve("out");
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jobs < 1) {
      throw new CommandException(ExitCode.WRONG_USE, "--jobs " + jobs + ": at least one is needed");
    }
    Project project = new Project(environment.home());
    List<Path> folders = selection.folders(environment);
    List<ConnectorDefinition> definitions = project.connectors(folders);
    Suite suite = project.suite();
    Connectors connectors =
        new Connectors(
            environment,
            project,
            definitions,
            selection.sources(environment),
            strict,
            (connector, step, steps, says) ->
                environment
                    .console()
                    .say("  " + connector + ": [" + step + "/" + steps + "] " + says));
    try (Target server = target.open()) {
      Plan plan =
          new Planner(project.matrix(), suite, connectors.candidates())
              .plan(
                  selection.selection(PlanCommand.idsOf(definitions, folders.size())),
                  server.kind(),
                  server.tdengine());
      return run(project, connectors, plan, server);
    }
  }

  private int run(Project project, Connectors connectors, Plan plan, Target server)
      throws IOException, InterruptedException {
    Console console = environment.console();
    console.say(
        "tck "
            + "run: "
            + plan.cells().size()
            + " cells, "
            + plan.outcomes()
            + " scenarios against "
            + server.kind()
            + " TDengine "
            + server.tdengine());
    Map<Plan.Cell, String> unprovisioned = connectors.provision(plan);
    Plan possible = without(plan, unprovisioned);
    Path folder = environment.resolve(out);
    prepare(folder);
    List<Event> events = new ArrayList<>();
    Stop stop = new Stop();
    CountDownLatch finished = new CountDownLatch(1);
    Thread hook = interruptionHook(stop, finished);
    Runtime.getRuntime().addShutdownHook(hook);
    try (ResultsWriter writer = new ResultsWriter(folder.resolve("results.jsonl"))) {
      Consumer<Event> sink =
          writer
              .andThen(events::add)
              .andThen(
                  new RunProgress(
                      console, environment.clock(), planned(possible), possible.outcomes()));
      sink.accept(opening(project, plan));
      plan.gaps().forEach(gap -> sink.accept(notRun(gap, plan, server)));
      unprovisioned.forEach(
          (cell, reason) -> sink.accept(Event.Cell.notRun(key(cell, server), reason)));
      List<String> faults =
          new Runner(
                  connectors,
                  Tap.NONE,
                  project.confirmations(),
                  new RunSettings(jobs, DEADLINE, folder, verbose),
                  environment.clock())
              .run(
                  possible,
                  server,
                  environment.platform(),
                  new DatabaseNames(runName()),
                  stop,
                  sink);
      faults.forEach(console::say);
    } finally {
      finished.countDown();
    }
    return 0;
  }

  private static Plan without(Plan plan, Map<Plan.Cell, String> unprovisioned) {
    return new Plan(
        plan.cells().stream().filter(cell -> !unprovisioned.containsKey(cell)).toList(),
        plan.gaps(),
        plan.coverage());
  }

  private Event opening(Project project, Plan plan) {
    return new Event.Run(
        Event.SCHEMA,
        "0.1.0",
        project.commit(),
        environment.clock().instant(),
        new Event.Machine(
            environment.platform().cpu(),
            environment.platform().os(),
            System.getProperty("os.version"),
            false),
        false,
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

  private Event notRun(Plan.Gap gap, Plan plan, Target server) {
    return Event.Cell.notRun(
        new CellKey(
            gap.connector(),
            gap.version(),
            gap.language(),
            gap.interfaceId(),
            new TargetId(server.kind(), server.tdengine()),
            plan.cells().stream().map(Plan.Cell::row).findFirst().orElse(""),
            environment.platform()),
        gap.reason());
  }

  private static Map<String, Integer> planned(Plan plan) {
    Map<String, Integer> planned = new HashMap<>();
    plan.cells().forEach(cell -> planned.put(cell.display(), cell.scenarios().size()));
    return planned;
  }

  private String runName() {
    return Long.toString(environment.clock().millis() & 0xFFFFFFFFL, 36)
        + Long.toString(ProcessHandle.current().pid(), 36);
  }

  // An old report must not be taken for parts of the new one.
  private static void prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path evidence = folder.resolve("evidence");
    if (Files.isDirectory(evidence)) {
      try (Stream<Path> walk = Files.walk(evidence)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  // Ctrl-C: stop scenarios, let the main thread write its report, and only then let the process
  // end.
  private static Thread interruptionHook(Stop stop, CountDownLatch finished) {
    return new Thread(
        () -> {
          stop.because("the run was interrupted");
          try {
            boolean written = finished.await(30, TimeUnit.SECONDS);
            assert written;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "interruption");
  }
}
