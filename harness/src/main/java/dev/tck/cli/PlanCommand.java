package dev.tck.cli;

import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.ProvisionProgress;
import dev.tck.scenarios.plan.CatalogueCoverage;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.plan.Planner;
import dev.tck.targets.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    description = "Print which cells would be measured, and for everything else why not.")
final class PlanCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @ArgGroup private Format format = new Format();

  private static final class Format {
    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Option(names = "--github", description = "Print the job matrix of a GitHub workflow.")
    boolean github;

    @Option(
        names = "--coverage",
        description =
            "Print docs/coverage.md: for every entry of the catalogue its scenarios, or why there are none.")
    boolean coverage;
  }

  PlanCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (format.coverage) {
      return printCoverage();
    }
    Plan plan;
    try (Target server = target.open()) {
      plan = plan(environment, selection, server);
    }
    if (format.json) {
      environment.console().print(PlanJson.of(plan).toPrettyString());
    } else if (format.github) {
      environment.console().print(PlanJson.github(plan).toString());
    } else {
      print(plan);
    }
    return ExitCode.HOLDS;
  }

  private int printCoverage() {
    Project project = new Project(environment.home());
    CatalogueCoverage coverage = new CatalogueCoverage(project.matrix(), project.suite());
    List<String> mistakes = coverage.mistakes();
    if (!mistakes.isEmpty()) {
      throw new CommandException(ExitCode.WRONG_USE, String.join(System.lineSeparator(), mistakes));
    }
    environment.console().print(coverage.markdown().stripTrailing());
    return ExitCode.HOLDS;
  }

  static Plan plan(Environment environment, SelectionOptions selection, Target server) {
    Project project = new Project(environment.home());
    List<Path> folders = selection.folders(environment);
    List<ConnectorDefinition> definitions = project.connectors(folders);
    Connectors connectors =
        new Connectors(
            environment,
            project,
            definitions,
            selection.sources(environment),
            false,
            ProvisionProgress.silent());
    return new Planner(project.matrix(), project.suite(), connectors.candidates())
        .plan(
            selection.selection(idsOf(definitions, folders.size())),
            server.kind(),
            server.tdengine(),
            NativeSupport.of(environment, selection.nativeLibrary(environment), server)
                .unreachable(server));
  }

  /** Returns the ids of the definitions that came from folders the user named, which stand last. */
  static List<String> idsOf(List<ConnectorDefinition> definitions, int folders) {
    return definitions.subList(definitions.size() - folders, definitions.size()).stream()
        .map(ConnectorDefinition::id)
        .toList();
  }

  private void print(Plan plan) {
    Console console = environment.console();
    console.print(
        plan.cells().size()
            + " cells, "
            + plan.outcomes()
            + " scenarios"
            + plan.cells().stream().findFirst().map(cell -> " against " + cell.target()).orElse("")
            + ":");
    for (Plan.Cell cell : plan.cells()) {
      console.print(
          String.format(
              "  %-18s %-8s %-10s %4d scenarios",
              cell.connector(), cell.version(), cell.interfaceId(), cell.scenarios().size()));
    }
    console.print("");
    console.print("Not measured here:");
    for (Plan.Gap gap : plan.gaps()) {
      console.print(
          String.format(
              "  %-22s %-8s %-10s %s",
              gap.connector(), gap.version(), gap.interfaceId(), gap.reason()));
    }
    console.print("");
    console.print(
        "The page's feature tables claim "
            + plan.coverage().claimed()
            + " cells of connector language, interface and feature; this plan measures something of "
            + plan.coverage().planned()
            + ".");
  }
}
