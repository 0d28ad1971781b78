package dev.tck.cli;

import dev.tck.adapter.Requests;
import dev.tck.adapter.check.AdapterCheck;
import dev.tck.adapter.check.Finding;
import dev.tck.adapter.process.AdapterSettings;
import dev.tck.adapter.process.ProcessStarter;
import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.ConnectorSkeleton;
import dev.tck.provision.DefinitionException;
import dev.tck.provision.ProvisionException;
import dev.tck.provision.Provisioned;
import dev.tck.targets.Endpoint;
import dev.tck.targets.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "adapter",
    description = "Check an adapter's manners, or begin a new one.",
    synopsisSubcommandLabel = "COMMAND")
final class AdapterTools implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: check or new");
  }

  @Command(name = "check", description = "Is this adapter a good citizen of the protocol?")
  static final class Check implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "DIR", description = "A folder with a connector.yaml.")
    private Path folder = Path.of(".");

    @Option(
        names = "--version-of",
        paramLabel = "VERSION",
        description = "Which pinned version. Default: the first.")
    private String version = "";

    @Mixin private TargetOptions target = new TargetOptions();

    Check(Environment environment) {
      this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
      Project project = new Project(environment.home());
      List<ConnectorDefinition> definitions =
          project.connectors(List.of(environment.resolve(folder)));
      ConnectorDefinition definition = definitions.get(definitions.size() - 1);
      Connectors connectors =
          new Connectors(
              environment,
              project,
              definitions,
              Map.of(),
              true,
              (connector, step, steps, says) ->
                  environment
                      .console()
                      .say("  " + connector + ": [" + step + "/" + steps + "] " + says));
      Provisioned ready = provision(connectors, definition);
      int failures = 0;
      try (Target server = target.open()) {
        for (String interfaceId : definition.interfaces()) {
          failures += check(connectors, ready, interfaceId, server.endpoint());
        }
      }
      environment
          .console()
          .print(failures == 0 ? "The adapter is a good citizen." : failures + " checks failed.");
      return failures == 0 ? ExitCode.HOLDS : ExitCode.FAILURE;
    }

    private Provisioned provision(Connectors connectors, ConnectorDefinition definition)
        throws InterruptedException {
      try {
        return connectors.provision(
            definition, version.isEmpty() ? definition.versions().get(0) : version);
      } catch (ProvisionException e) {
        throw new CommandException(
            ExitCode.HARNESS_FAILED, definition.id() + ": " + e.getMessage());
      }
    }

    private int check(Connectors connectors, Provisioned ready, String interfaceId, Endpoint server)
        throws InterruptedException {
      environment
          .console()
          .print(ready.definition().id() + " " + ready.version() + " " + interfaceId);
      List<Finding> findings =
          new AdapterCheck(
                  connectors.command(ready), AdapterSettings.defaults(), ProcessStarter.real())
              .run(
                  new Requests.Endpoint(
                      interfaceId, server.host(), server.port(), server.user(), server.password()));
      int failures = 0;
      for (Finding finding : findings) {
        failures += finding.verdict() == Finding.Verdict.FAIL ? 1 : 0;
        environment
            .console()
            .print(
                String.format(
                    "  %-8s %-18s %s",
                    finding.verdict().name().toLowerCase(java.util.Locale.ROOT),
                    finding.id(),
                    finding.what()));
        if (!finding.detail().isEmpty()) {
          environment.console().print("           " + finding.detail());
        }
      }
      return failures;
    }
  }

  @Command(name = "new", description = "Begin an adapter from our nearest one.")
  static final class New implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "LANG", description = "The language's id, like python.")
    private String language = "";

    @Parameters(
        index = "1",
        paramLabel = "DIR",
        description = "The new folder; its name becomes the connector's id.")
    private Path folder = Path.of(".");

    New(Environment environment) {
      this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
      Project project = new Project(environment.home());
      try {
        ConnectorDefinition definition =
            ConnectorSkeleton.create(
                project.connectorsFolder(), language, environment.resolve(folder));
        environment
            .console()
            .print(
                "Began "
                    + definition.id()
                    + " in "
                    + definition.folder()
                    + ". Next: make its connector.yaml fetch your connector, translate its calls, and run tck adapter check "
                    + folder);
        return ExitCode.HOLDS;
      } catch (DefinitionException e) {
        throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
      }
    }
  }
}
