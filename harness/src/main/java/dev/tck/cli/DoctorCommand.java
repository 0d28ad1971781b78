package dev.tck.cli;

import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.Host;
import dev.tck.provision.ProvisionException;
import dev.tck.provision.ProvisionProgress;
import dev.tck.provision.SystemTools;
import dev.tck.reference.NativeLibrary;
import dev.tck.targets.DockerEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "What will be tested on this machine, what will not, and what would help.")
final class DoctorCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--native-lib",
      paramLabel = "FILE",
      description = "The library of the native interface.")
  private Optional<Path> nativeLibrary = Optional.empty();

  DoctorCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Console console = environment.console();
    console.print(
        "Machine         " + environment.platform().os() + " " + environment.platform().cpu());
    console.print(
        "Java            " + Runtime.version() + " in " + System.getProperty("java.home"));
    tools(console);
    connectors(console);
    nativeLibrary(console);
    Optional<String> docker = new DockerEngine().problem();
    console.print(
        "Docker          "
            + docker
                .map(problem -> "no: " + problem + "; targets docker:IMAGE need an engine")
                .orElse("yes"));
    return ExitCode.HOLDS;
  }

  private void tools(Console console) {
    Host host = Host.of(System.getProperty("os.arch"), System.getProperty("os.name"));
    SystemTools tools = new SystemTools(environment.variables(), host);
    for (String tool : List.of("mvn", "python3", "go", "node", "cargo", "dotnet", "gcc")) {
      console.print(
          String.format(
              "%-15s %s",
              tool,
              tools
                  .find(tool)
                  .map(Path::toString)
                  .orElse("not found: connectors that need it are not measured")));
    }
  }

  private void connectors(Console console) throws InterruptedException {
    Project project = new Project(environment.home());
    Connectors connectors =
        new Connectors(
            environment,
            project,
            project.connectors(List.of()),
            Map.of(),
            false,
            ProvisionProgress.silent());
    console.print("Cache           " + connectors.cache());
    for (ConnectorDefinition definition : connectors.definitions()) {
      for (String version : definition.versions()) {
        console.print(
            String.format(
                "%-15s %s %s: %s",
                "Connector", definition.id(), version, state(connectors, definition, version)));
      }
    }
  }

  private static String state(Connectors connectors, ConnectorDefinition definition, String version)
      throws InterruptedException {
    try {
      return connectors.provisioner().isProvisioned(definition, version)
          ? "provisioned, " + String.join(" and ", definition.interfaces())
          : "will be fetched from its registry by the first run, "
              + String.join(" and ", definition.interfaces());
    } catch (ProvisionException e) {
      return "cannot be provisioned: " + e.getMessage();
    }
  }

  private void nativeLibrary(Console console) {
    NativeLibrary search = new NativeLibrary(nativeLibrary, environment.variables());
    console.print(
        "libtaos         "
            + search
                .find()
                .map(
                    found ->
                        found.problem().isEmpty()
                            ? found.file() + ", version " + found.version()
                            : found.file() + " does not load: " + found.problem())
                .orElseGet(
                    () ->
                        "not found in "
                            + String.join(
                                ", ", search.places().stream().map(Path::toString).toList())
                            + "; the native interface is not measured. Install TDengine's client, or set TAOS_HOME or --native-lib"));
  }
}
