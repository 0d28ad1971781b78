package dev.tck.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.matrix.NearestName;
import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.ProvisionException;
import dev.tck.provision.Provisioned;
import dev.tck.provision.Provisioner;
import dev.tck.scenarios.plan.Glob;
import dev.tck.scenarios.plan.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "provision",
    description =
        "Fetch and build the pinned connectors into the cache, and print a key for a CI cache.")
final class ProvisionCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(names = "--key", description = "Print the cache key only, and fetch nothing.")
  private boolean keyOnly;

  ProvisionCommand(Environment environment) {
    this.environment = environment;
  }

  private record Wanted(ConnectorDefinition definition, String version) {
    String display() {
      return definition.id() + "@" + version;
    }
  }

  @Override
  public Integer call() throws InterruptedException {
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
            (connector, step, steps, says) ->
                environment
                    .console()
                    .say("  " + connector + ": [" + step + "/" + steps + "] " + says));
    List<Wanted> wanted =
        wanted(
            definitions,
            selection.selection(PlanCommand.idsOf(definitions, folders.size())).connectors());
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("cache", connectors.cache().toString());
    ArrayNode entries = document.putArray("connectors");
    List<String> keys = new ArrayList<>();
    int failures = 0;
    for (Wanted one : wanted) {
      try {
        keys.add(
            connectors
                .provisioner()
                .key(one.definition(), one.version(), connectors.source(one.definition())));
        if (!keyOnly) {
          report(entries, one, connectors.provision(one.definition(), one.version()));
        }
      } catch (ProvisionException e) {
        failures++;
        entries.addObject().put("connector", one.display()).put("problem", e.getMessage());
        environment.console().say(one.display() + ": " + e.getMessage());
      }
    }
    String key = Provisioner.combinedKey(keys);
    document.put("key", key);
    environment
        .console()
        .print(json ? document.toPrettyString() : keyOnly ? key : "cache key: " + key);
    return failures == 0 ? ExitCode.HOLDS : ExitCode.HARNESS_FAILED;
  }

  private static List<Wanted> wanted(List<ConnectorDefinition> definitions, List<String> patterns) {
    List<Wanted> all = new ArrayList<>();
    definitions.forEach(
        definition ->
            definition.versions().forEach(version -> all.add(new Wanted(definition, version))));
    if (patterns.isEmpty()) {
      return all;
    }
    List<Wanted> chosen = new ArrayList<>();
    for (String pattern : patterns) {
      Glob glob = Glob.of(pattern);
      List<Wanted> matching =
          all.stream()
              .filter(one -> glob.matches(one.definition().id()) || glob.matches(one.display()))
              .toList();
      if (matching.isEmpty()) {
        List<String> known = all.stream().map(Wanted::display).toList();
        throw new UsageException(
            "no connector matches “"
                + pattern
                + "”; near are "
                + String.join(", ", NearestName.closest(pattern, known, 3)));
      }
      matching.stream().filter(one -> !chosen.contains(one)).forEach(chosen::add);
    }
    return chosen;
  }

  private void report(ArrayNode entries, Wanted one, Provisioned provisioned) {
    entries
        .addObject()
        .put("connector", one.display())
        .put("key", provisioned.key())
        .put("fromCache", provisioned.fromCache())
        .put("folder", provisioned.folder().toString());
    environment
        .console()
        .say(
            one.display()
                + ": "
                + (provisioned.fromCache() ? "in the cache already" : "provisioned"));
  }
}
