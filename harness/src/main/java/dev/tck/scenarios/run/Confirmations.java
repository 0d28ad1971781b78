package dev.tck.scenarios.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tck.scenarios.suite.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows which expectations held on a real server, and on which versions: {@code
 * matrix/confirmed.yaml}.
 *
 * <p>A scenario whose steps changed since is provisional again.
 */
public final class Confirmations {
  private final Map<String, Entry> entries;

  private record Entry(String steps, List<String> versions) {}

  private Confirmations(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads the file; without one, nothing is confirmed.
   *
   * @throws IOException if the file cannot be read or is no YAML
   */
  public static Confirmations load(Path file) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    if (Files.exists(file)) {
      JsonNode root = new YAMLMapper().readTree(file.toFile());
      root.path("confirmed")
          .properties()
          .forEach(
              entry -> {
                List<String> versions = new ArrayList<>();
                entry.getValue().path("on").forEach(version -> versions.add(version.asText()));
                entries.put(
                    entry.getKey(),
                    new Entry(entry.getValue().path("steps").asText(), List.copyOf(versions)));
              });
    }
    return new Confirmations(entries);
  }

  /** Returns whether the scenario, with the steps that it has now, held on some real server. */
  public boolean isConfirmed(Scenario scenario) {
    Entry entry = entries.get(scenario.id());
    return entry != null
        && entry.steps().equals(scenario.textHash())
        && !entry.versions().isEmpty();
  }

  /**
   * Returns whether the scenario held on a server of the same release line, {@code 3.3}: what a 3.3
   * does says nothing about what a 2.2 should.
   *
   * @param server is the version of the server that is measured against
   */
  public boolean isConfirmed(Scenario scenario, String server) {
    return isConfirmed(scenario)
        && entries.get(scenario.id()).versions().stream()
            .anyMatch(version -> line(version).equals(line(server)));
  }

  private static String line(String version) {
    String[] parts = version.split("[.]", -1);
    return parts[0] + "." + (parts.length > 1 ? parts[1] : "");
  }

  /** Returns these confirmations together with one more. */
  public Confirmations with(Scenario scenario, String version) {
    Map<String, Entry> all = new TreeMap<>(entries);
    Entry known = all.get(scenario.id());
    List<String> versions =
        known != null && known.steps().equals(scenario.textHash())
            ? new ArrayList<>(known.versions())
            : new ArrayList<>();
    if (!versions.contains(version)) {
      versions.add(version);
      versions.sort(null);
    }
    all.put(scenario.id(), new Entry(scenario.textHash(), List.copyOf(versions)));
    return new Confirmations(all);
  }

  /** Returns these confirmations without scenarios that exist no longer. */
  public Confirmations restrictedTo(java.util.Set<String> ids) {
    Map<String, Entry> left = new LinkedHashMap<>();
    entries.forEach(
        (id, entry) -> {
          if (ids.contains(id)) {
            left.put(id, entry);
          }
        });
    return new Confirmations(left);
  }

  /** Returns the text of the file. */
  public String toYaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        "# Which scenarios held on real servers with the reference connector, and with which steps (a hash of their text).\n");
    yaml.append(
        "# Written by `tck confirm`; a scenario that is not here, or whose steps changed, is provisional: shown, not counted.\n");
    yaml.append("confirmed:\n");
    entries.forEach(
        (id, entry) ->
            yaml.append("  \"")
                .append(id.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\": {steps: \"")
                .append(entry.steps())
                .append("\", on: [")
                .append(
                    String.join(
                        ", ",
                        entry.versions().stream().map(version -> "\"" + version + "\"").toList()))
                .append("]}\n"));
    return yaml.toString();
  }
}
