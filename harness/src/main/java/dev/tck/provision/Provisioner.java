package dev.tck.provision;

import dev.tck.provision.ConnectorDefinition.Step;
import dev.tck.provision.ConnectorDefinition.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings pinned connectors into the cache.
 *
 * <p>An entry's key is a hash of everything it was made from: the {@code connector.yaml}, the files
 * that its steps read, the version, the local source if one is given, the platform, the Java
 * version and the versions of the tools that matter. So a change makes a new entry, and an entry
 * that is there is used without asking any registry. Entries are made in place under a lock; their
 * manifest, written last, makes them whole. May be used by many threads.
 */
public final class Provisioner {
  private final Path cache;
  private final Host host;
  private final Tools tools;
  private final Variables variables;
  private final NeededTools needed;
  private final ProvisionProgress progress;

  /**
   * Creates a provisioner.
   *
   * @param cache is the folder of the cache; see {@link CacheFolder}
   * @param sdk is the folder of the adapter SDKs, {@code connectors-under-test/sdk}
   * @param javaHome is the Java runtime for adapters in Java
   * @param javaVersion is its version
   */
  public Provisioner(
      Path cache,
      Path sdk,
      Path javaHome,
      String javaVersion,
      Host host,
      Tools tools,
      ProvisionProgress progress) {
    this.cache = cache;
    this.host = host;
    this.tools = tools;
    this.progress = progress;
    this.needed = new NeededTools(tools, cache);
    this.variables = new Variables(host, javaHome, javaVersion, sdk.toAbsolutePath().normalize());
  }

  /**
   * Brings one version of a connector into the cache, if it is not there.
   *
   * @param source is a local file (jar, wheel) or folder to take instead of the registry's, null
   *     for the registry's
   * @throws ProvisionException if it cannot be provisioned, with the reason for the report
   */
  public Provisioned provision(
      ConnectorDefinition definition, String version, @Nullable Path source)
      throws ProvisionException, InterruptedException {
    checkPlatform(definition);
    try {
      String key = key(definition, version, source);
      Path folder =
          cache.resolve("connectors").resolve(definition.id()).resolve(version + "-" + key);
      Optional<Map<String, List<String>>> whole = Manifest.read(folder);
      if (whole.isPresent()) {
        return provisioned(definition, version, key, folder, source, whole.get(), true);
      }
      Files.createDirectories(folder);
      EntryLock lock = EntryLock.take(folder.resolveSibling(folder.getFileName() + ".lock"));
      try {
        // Somebody else may have made it while this run waited.
        Map<String, List<String>> manifest = Manifest.read(folder).orElse(null);
        if (manifest == null) {
          manifest = make(definition, version, key, folder, source);
        }
        return provisioned(definition, version, key, folder, source, manifest, false);
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new ProvisionException(
          "the cache cannot be used: " + e, "is " + cache + " writable? TCK_CACHE moves it", null);
    }
  }

  /**
   * Returns the key of a cache entry: 16 hexadecimal digits.
   *
   * @throws ProvisionException if a tool whose version counts is missing
   */
  public String key(ConnectorDefinition definition, String version, @Nullable Path source)
      throws ProvisionException, InterruptedException {
    try {
      CacheKey key = new CacheKey();
      key.add("definition", definition.folder().resolve(ConnectorDefinitions.FILE));
      key.add("version", version).add("platform", host.id());
      key.add("java", variables.javaVersion());
      Map<String, String> values = values(definition, version, Path.of("out"), source);
      for (String input : Inputs.of(definition)) {
        key.add(input, Path.of(Template.fill(input, values)));
      }
      if (source != null) {
        key.add("source", checkedSource(source));
      }
      for (Map.Entry<String, String> tool : needed.versions(definition).entrySet()) {
        key.add(tool.getKey(), tool.getValue());
      }
      return key.text();
    } catch (IOException e) {
      throw new ProvisionException("what its cache key depends on cannot be read: " + e, "", null);
    }
  }

  /**
   * Returns whether a version from the registry is in the cache already.
   *
   * @throws ProvisionException if a tool whose version counts is missing
   */
  public boolean isProvisioned(ConnectorDefinition definition, String version)
      throws ProvisionException, InterruptedException {
    String key = key(definition, version, null);
    Path folder = cache.resolve("connectors").resolve(definition.id()).resolve(version + "-" + key);
    return Manifest.read(folder).isPresent();
  }

  /** Returns one key for many entries, for the cache of a CI service. */
  public static String combinedKey(Collection<String> keys) {
    return CacheKey.of(keys);
  }

  private void checkPlatform(ConnectorDefinition definition) throws ProvisionException {
    if (!definition.platforms().contains(host.id())) {
      throw new ProvisionException(
          definition.id() + " does not exist for " + host.id(),
          "it exists for " + String.join(", ", definition.platforms()),
          null);
    }
  }

  private static Path checkedSource(Path source) throws ProvisionException {
    if (!Files.exists(source)) {
      throw new ProvisionException(
          "the local source " + source + " is not there", "mend --connector-source", null);
    }
    return source;
  }

  private Map<String, List<String>> make(
      ConnectorDefinition definition,
      String version,
      String key,
      Path folder,
      @Nullable Path source)
      throws IOException, InterruptedException, ProvisionException {
    FilePattern.delete(folder);
    Files.createDirectories(folder);
    Path log = folder.resolve("provision.log");
    Files.writeString(log, definition.id() + " " + version + " " + key + "\n");
    Map<String, String> values = values(definition, version, folder, source);
    for (String name : definition.needs().keySet()) {
      values.put(name, needed.find(definition, name).toString());
    }
    Manifest manifest = new Manifest();
    needed.versions(definition).forEach((name, text) -> manifest.add(name, List.of(text)));
    StepRunner runner = new StepRunner(tools, values, folder, log, manifest);
    List<Step> steps = steps(definition, source);
    int noted = (int) steps.stream().filter(step -> !step.says().isEmpty()).count();
    int count = 0;
    for (Step step : steps) {
      if (!step.says().isEmpty()) {
        count++;
        progress.step(
            definition.id() + " " + version, count, noted, Template.fill(step.says(), values));
      }
      runner.carryOut(step.action());
    }
    manifest.complete(folder, definition.id(), version, key);
    return manifest.entries();
  }

  private static List<Step> steps(ConnectorDefinition definition, @Nullable Path source) {
    When when =
        source == null
            ? When.REGISTRY
            : Files.isDirectory(source) ? When.SOURCE_FOLDER : When.SOURCE_FILE;
    return definition.steps().stream().filter(step -> step.when().contains(when)).toList();
  }

  private Provisioned provisioned(
      ConnectorDefinition definition,
      String version,
      String key,
      Path folder,
      @Nullable Path source,
      Map<String, List<String>> manifest,
      boolean fromCache)
      throws ProvisionException {
    Map<String, String> values = values(definition, version, folder, source);
    List<String> texts = new ArrayList<>(definition.command());
    texts.addAll(definition.environment().values());
    for (String text : texts) {
      for (String name : Template.variables(text)) {
        if (definition.needs().containsKey(name)) {
          values.put(name, needed.find(definition, name).toString());
        }
      }
    }
    Map<String, String> environment = new LinkedHashMap<>();
    definition
        .environment()
        .forEach((name, value) -> environment.put(name, Template.fill(value, values)));
    CommandLine commandLine =
        new CommandLine(Template.fill(definition.command(), values), environment, folder);
    return new Provisioned(definition, version, key, folder, commandLine, manifest, fromCache);
  }

  private Map<String, String> values(
      ConnectorDefinition definition, String version, Path out, @Nullable Path source) {
    Map<String, String> values = variables.values(definition, version, out);
    values.put("source", source == null ? "" : source.toAbsolutePath().normalize().toString());
    tools.environment("TCK_TOOL_JAVA").ifPresent(java -> values.put("java", java));
    return values;
  }
}
