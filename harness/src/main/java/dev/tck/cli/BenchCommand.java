package dev.tck.cli;

import dev.tck.matrix.NearestName;
import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.ProvisionException;
import dev.tck.provision.Provisioned;
import dev.tck.results.CellKey;
import dev.tck.scenarios.plan.Glob;
import dev.tck.scenarios.plan.UsageException;
import dev.tck.targets.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "bench",
    description =
        "Run the JMH throughput benchmarks: round trip, insert by SQL, fetch. Connectors in Java run inside JMH's process.")
final class BenchCommand implements Callable<Integer> {

  private static final List<String> INTERFACES = List.of("rest", "websocket", "native");

  private final Environment environment;

  @Mixin private TargetOptions target = new TargetOptions();

  @Option(
      names = "--connector",
      split = ",",
      paramLabel = "ID[@VERSION]",
      description = "Default: the reference connector and the newest taos-jdbcdriver.")
  private List<String> connectors = new ArrayList<>();

  @Option(
      names = "--interface",
      split = ",",
      paramLabel = "INTERFACE",
      description = "rest, websocket, native. Default: what reaches the target from here.")
  private List<String> interfaces = new ArrayList<>();

  @Option(
      names = "--native-lib",
      paramLabel = "FILE",
      description = "The libtaos of the native interface. Default: as for run.")
  private @Nullable Path nativeLibrary;

  @Option(
      names = "--benchmark",
      paramLabel = "REGEX",
      description = "Only benchmarks whose name matches.")
  private String benchmark = ".*";

  @Option(
      names = "--quick",
      description = "One short fork each: to see that it works, not to compare.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where jmh.json and bench.md go. Default: reports/out in the project.")
  private Path out;

  BenchCommand(Environment environment) {
    this.environment = environment;
    this.out = environment.home().resolve("reports").resolve("out");
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (String name : interfaces) {
      if (!INTERFACES.contains(name)) {
        throw new CommandException(
            ExitCode.WRONG_USE,
            "--interface " + name + ": there are " + String.join(", ", INTERFACES));
      }
    }
    Path folder = environment.resolve(out);
    Files.createDirectories(folder);
    Map<String, String> subjects = subjects();
    try (Target server = target.open()) {
      NativeSupport support =
          NativeSupport.of(
              environment, Optional.ofNullable(nativeLibrary).map(environment::resolve), server);
      int exit =
          measure(
              server,
              support,
              reachable(support.unreachable(server)),
              subjects,
              folder.resolve("jmh.json"));
      if (exit != 0) {
        throw new CommandException(
            ExitCode.HARNESS_FAILED, "JMH ended with " + exit + "; its output is above");
      }
      String table =
          BenchTable.of(
              folder.resolve("jmh.json"), server.kind(), server.tdengine(), environment.platform());
      Files.writeString(folder.resolve("bench.md"), table);
      table.lines().forEach(environment.console()::print);
    }
    environment.console().print("Benchmarks: " + folder.resolve("bench.md") + " and jmh.json");
    return ExitCode.HOLDS;
  }

  private List<String> reachable(Map<String, String> unreachable) {
    interfaces.stream()
        .filter(unreachable::containsKey)
        .findFirst()
        .ifPresent(
            name -> {
              throw new CommandException(
                  ExitCode.INCOMPLETE, "--interface " + name + ": " + unreachable.get(name));
            });
    return interfaces.isEmpty()
        ? INTERFACES.stream().filter(name -> !unreachable.containsKey(name)).toList()
        : interfaces;
  }

  /**
   * Returns JMH's parameter values by the connector's name; a JDBC driver's has the folder of its
   * jars.
   */
  private Map<String, String> subjects() throws InterruptedException {
    Project project = new Project(environment.home());
    List<ConnectorDefinition> definitions =
        project.connectors(List.of()).stream()
            .filter(definition -> definition.id().equals("taos-jdbcdriver"))
            .toList();
    Connectors provider =
        new Connectors(
            environment,
            project,
            definitions,
            Map.of(),
            false,
            (connector, step, steps, says) ->
                environment
                    .console()
                    .say("  " + connector + ": [" + step + "/" + steps + "] " + says));
    Map<String, String> subjects = new LinkedHashMap<>();
    List<String> known = new ArrayList<>(List.of(CellKey.REFERENCE));
    for (ConnectorDefinition definition : definitions) {
      definition.versions().forEach(version -> known.add(definition.id() + "@" + version));
    }
    List<String> patterns =
        connectors.isEmpty()
            ? List.of(CellKey.REFERENCE, known.get(Math.min(1, known.size() - 1)))
            : connectors;
    for (String pattern : patterns) {
      List<String> matching = known.stream().filter(name -> matches(pattern, name)).toList();
      if (matching.isEmpty()) {
        throw new UsageException(
            "no connector that JMH can run matches “"
                + pattern
                + "”; near are "
                + String.join(", ", NearestName.closest(pattern, known, 3)));
      }
      for (String name : matching) {
        subjects.put(
            name,
            name.equals(CellKey.REFERENCE)
                ? name
                : name + "=" + libraries(provider, definitions.get(0), name));
      }
    }
    return subjects;
  }

  private static boolean matches(String pattern, String name) {
    Glob glob = Glob.of(pattern);
    int at = name.indexOf('@');
    return glob.matches(name) || (at > 0 && glob.matches(name.substring(0, at)));
  }

  private static Path libraries(Connectors provider, ConnectorDefinition definition, String name)
      throws InterruptedException {
    try {
      Provisioned provisioned =
          provider.provision(definition, name.substring(name.indexOf('@') + 1));
      return provisioned.folder().resolve("lib");
    } catch (ProvisionException e) {
      throw new CommandException(
          ExitCode.HARNESS_FAILED, name + ": not provisioned: " + e.getMessage());
    }
  }

  private int measure(
      Target server,
      NativeSupport support,
      List<String> measured,
      Map<String, String> subjects,
      Path json)
      throws IOException, InterruptedException {
    Path target = environment.home().resolve("harness");
    String separator = System.getProperty("path.separator");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dtck.bench.host=" + server.endpoint().host());
    command.add("-Dtck.bench.port=" + server.endpoint().port());
    support.library().ifPresent(file -> command.add("-Dtck.bench.library=" + file));
    server.endpoint().nativePort().ifPresent(port -> command.add("-Dtck.bench.nativePort=" + port));
    command.add("-Dtck.bench.user=" + server.endpoint().user());
    command.add("-cp");
    command.add(
        String.join(
            separator,
            target.resolve(Path.of("benchmarks", "target", "tck-benchmarks.jar")).toString(),
            target.resolve(Path.of("benchmarks", "target", "lib")) + "/*",
            target.resolve(Path.of("target", "tck-harness.jar")).toString(),
            target.resolve(Path.of("target", "lib")) + "/*"));
    command.add("org.openjdk.jmh.Main");
    command.add(benchmark);
    command.addAll(List.of("-p", "connector=" + String.join(",", subjects.values())));
    command.addAll(List.of("-p", "interfaceId=" + String.join(",", measured)));
    command.addAll(List.of("-rf", "json", "-rff", json.toString(), "-foe", "true"));
    command.addAll(
        quick
            ? List.of("-f", "1", "-wi", "1", "-w", "1", "-i", "2", "-r", "1")
            : List.of("-f", "3", "-wi", "3", "-w", "1", "-i", "5", "-r", "1"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(support.variables("native"));
    builder.environment().put("TCK_BENCH_PASSWORD", server.endpoint().password());
    Process process = builder.start();
    try (var reader = process.inputReader()) {
      reader
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> environment.console().say("  " + line));
    }
    return process.waitFor();
  }
}
