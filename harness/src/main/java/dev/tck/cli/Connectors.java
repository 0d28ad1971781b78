package dev.tck.cli;

import static java.util.Objects.requireNonNull;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.process.AdapterCommand;
import dev.tck.adapter.process.AdapterProcess;
import dev.tck.adapter.process.AdapterSettings;
import dev.tck.adapter.process.ProcessStarter;
import dev.tck.provision.CacheFolder;
import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.Host;
import dev.tck.provision.ProvisionException;
import dev.tck.provision.ProvisionProgress;
import dev.tck.provision.Provisioned;
import dev.tck.provision.Provisioner;
import dev.tck.provision.SystemTools;
import dev.tck.reference.ReferenceConnector;
import dev.tck.scenarios.plan.Candidate;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.reference.ReferenceChannel;
import dev.tck.scenarios.run.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connectors that can be measured: ours and the folders of connectors under test. */
final class Connectors implements Channels {
  private final List<ConnectorDefinition> definitions;
  private final Map<String, Path> sources;
  private final Provisioner provisioner;
  private final Path cache;
  private final Host host;
  private final boolean strict;
  private final ReferenceConnector reference = new ReferenceConnector();
  private final Map<String, Provisioned> provisioned = new LinkedHashMap<>();
  private @Nullable NativeSupport nativeSupport;

  /**
   * Creates the connectors of a project.
   *
   * @param sources are local files or folders to take instead of the registry's, by connector
   */
  Connectors(
      Environment environment,
      Project project,
      List<ConnectorDefinition> definitions,
      Map<String, Path> sources,
      boolean strict,
      ProvisionProgress progress) {
    this.definitions = List.copyOf(definitions);
    this.sources = Map.copyOf(sources);
    this.strict = strict;
    this.host = Host.of(System.getProperty("os.arch"), System.getProperty("os.name"));
    SystemTools tools = new SystemTools(environment.variables(), host);
    this.cache = CacheFolder.of(tools, Path.of(System.getProperty("user.home")));
    this.provisioner =
        new Provisioner(
            cache,
            project.connectorsFolder().resolve("sdk"),
            Path.of(System.getProperty("java.home")),
            Runtime.version().toString(),
            host,
            tools,
            progress);
  }

  Path cache() {
    return cache;
  }

  Provisioner provisioner() {
    return provisioner;
  }

  List<ConnectorDefinition> definitions() {
    return definitions;
  }

  @Nullable Path source(ConnectorDefinition definition) {
    return sources.get(definition.id());
  }

  /** Returns the connectors as the planner sees them, ours first. */
  List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(
        new Candidate(
            ReferenceChannel.ID,
            "the reference connector",
            "java",
            false,
            List.of("rest", "websocket", "native"),
            List.of(ReferenceConnector.VERSION),
            Optional.empty()));
    for (ConnectorDefinition definition : definitions) {
      candidates.add(
          new Candidate(
              definition.id(),
              definition.name(),
              definition.language(),
              definition.official(),
              definition.interfaces(),
              definition.versions(),
              obstacle(definition)));
    }
    return candidates;
  }

  private Optional<String> obstacle(ConnectorDefinition definition) {
    return definition.platforms().contains(host.id())
        ? Optional.empty()
        : Optional.of(
            "it does not exist for "
                + host.id()
                + ", only for "
                + String.join(", ", definition.platforms()));
  }

  /** Brings what the plan needs into the cache and returns, by cell, why that was not possible. */
  Map<Plan.Cell, String> provision(Plan plan) throws InterruptedException {
    Map<Plan.Cell, String> failures = new LinkedHashMap<>();
    Map<String, String> known = new LinkedHashMap<>();
    for (Plan.Cell cell : plan.cells()) {
      String key = key(cell);
      if (cell.connector().equals(ReferenceChannel.ID) || provisioned.containsKey(key)) {
        continue;
      }
      if (!known.containsKey(key)) {
        try {
          provisioned.put(key, provision(definition(cell.connector()), cell.version()));
          continue;
        } catch (ProvisionException e) {
          known.put(key, "not provisioned: " + e.getMessage());
        }
      }
      failures.put(cell, known.getOrDefault(key, ""));
    }
    return failures;
  }

  Provisioned provision(ConnectorDefinition definition, String version)
      throws ProvisionException, InterruptedException {
    return provisioner.provision(definition, version, source(definition));
  }

  private static String key(Plan.Cell cell) {
    return cell.connector() + "@" + cell.version();
  }

  private ConnectorDefinition definition(String id) {
    return definitions.stream()
        .filter(definition -> definition.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the plan names a connector that is not there: " + id));
  }

  @Override
  public AdapterChannel open(Plan.Cell cell) throws AdapterException {
    boolean natively = cell.interfaceId().equals("native");
    if (cell.connector().equals(ReferenceChannel.ID)) {
      return natively
          ? requireNonNull(nativeSupport).reference(strict)
          : new ReferenceChannel(reference);
    }
    Provisioned ready = provisioned.get(key(cell));
    if (ready == null) {
      throw new AdapterException(
          AdapterException.Kind.NOT_STARTED, cell.display() + " is not provisioned", "");
    }
    if (!natively) {
      return start(cell.display(), ready);
    }
    NativeSupport support = requireNonNull(nativeSupport);
    AdapterCommand command = command(ready);
    Map<String, String> variables = new LinkedHashMap<>(command.environment());
    variables.putAll(support.variables(cell.interfaceId()));
    return support.naming(
        start(
            cell.display(), new AdapterCommand(command.command(), variables, command.directory())));
  }

  /** Says how adapters find libtaos. */
  void use(NativeSupport support) {
    this.nativeSupport = support;
  }

  AdapterChannel start(String name, Provisioned ready) throws AdapterException {
    return start(name, command(ready));
  }

  private AdapterChannel start(String name, AdapterCommand command) throws AdapterException {
    return AdapterProcess.start(
        name, command, AdapterSettings.defaults().withStrict(strict), ProcessStarter.real());
  }

  AdapterCommand command(Provisioned ready) {
    return new AdapterCommand(
        ready.commandLine().command(),
        ready.commandLine().environment(),
        ready.commandLine().directory());
  }
}
