package dev.tck.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.matrix.Matrix;
import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.ProvisionProgress;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.plan.Planner;
import dev.tck.scenarios.plan.Selection;
import dev.tck.scenarios.run.Stop;
import dev.tck.scenarios.suite.Suite;
import dev.tck.targets.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description =
        "Plan, provision, run, report. Without options: the embedded server, every connector this machine can run.")
final class RunCommand implements Callable<Integer> {
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
      description = "How many cells run at once. Default: the number of processors, at least 2.")
  private int jobs = Math.max(2, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--budget",
      paramLabel = "DURATION",
      description =
          "Begin no scenario after this time (90s, 10m, 1h); what is left counts as not run.")
  private @Nullable String budget;

  @Option(
      names = "--official",
      description = "An official run; honoured only in CI, from a clean tagged commit.")
  private boolean official;

  @Option(
      names = "--strict",
      description = "Hold every message of the adapter protocol against its schema.")
  private boolean strict;

  @Option(
      names = "--verbose",
      description = "Keep evidence of passed scenarios too, and show where the harness failed.")
  private boolean verbose;

  @Option(names = "--json", description = "Print one JSON document: verdict, counts, report.")
  private boolean json;

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
    Matrix matrix = project.matrix();
    Suite suite = project.suite();
    Connectors connectors =
        new Connectors(
            environment,
            project,
            definitions,
            selection.sources(environment),
            strict,
            provisionProgress());
    Selection selected = selection.selection(PlanCommand.idsOf(definitions, folders.size()));
    Planner planner = new Planner(matrix, suite, connectors.candidates());
    Stop stop = new Stop();
    // Around the target, so that it is stopped before the process ends.
    try (Interruption interruption =
            new Interruption(stop, environment.console(), Thread.currentThread());
        Target server = target.open()) {
      NativeSupport nativeSupport =
          NativeSupport.of(environment, selection.nativeLibrary(environment), server);
      connectors.use(nativeSupport);
      Plan plan =
          planner.plan(
              selected, server.kind(), server.tdengine(), nativeSupport.unreachable(server));
      RunSession session =
          new RunSession(
              environment,
              project,
              matrix,
              suite,
              new RunSession.Options(
                  environment.resolve(out),
                  jobs,
                  verbose,
                  isOfficial(project),
                  budget == null ? Optional.empty() : Optional.of(Budget.parse(budget)),
                  selected));
      RunSession.Ending ending = session.run(connectors, plan, server, stop, interruption);
      print(ending);
      return ending.exit();
    }
  }

  private ProvisionProgress provisionProgress() {
    return (connector, step, steps, says) ->
        environment.console().say("  " + connector + ": [" + step + "/" + steps + "] " + says);
  }

  private boolean isOfficial(Project project) {
    boolean honoured =
        official
            && "true".equals(environment.variables().get("CI"))
            && !project.commit().endsWith("-dirty")
            && project.isTagged();
    if (official && !honoured) {
      environment
          .console()
          .say("--official is not honoured: that needs CI=true and a clean commit with a tag.");
    }
    return honoured;
  }

  private void print(RunSession.Ending ending) {
    Console console = environment.console();
    if (json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.put("exit", ending.exit()).put("reason", ending.reason());
      document.put("out", environment.resolve(out).toString());
      ObjectNode counts = document.putObject("counts");
      ending.counts().forEach(counts::put);
      console.print(document.toPrettyString());
      return;
    }
    Reports.print(ending.report(), console);
    console.print("Report: " + environment.resolve(out).resolve("index.html"));
    console.print(ending.reason());
  }
}
