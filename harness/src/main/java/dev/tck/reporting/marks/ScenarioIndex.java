package dev.tck.reporting.marks;

import dev.tck.matrix.Version;
import dev.tck.matrix.VersionRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the scenarios that exist, so that a mark is not earned by leaving some out.
 *
 * @param entries are the scenarios by id, rows of outlines one by one
 */
public record ScenarioIndex(Map<String, Entry> entries) {
  public ScenarioIndex {
    entries = Map.copyOf(entries);
  }

  /** Creates the index of scenarios. */
  public static ScenarioIndex of(List<Entry> entries) {
    Map<String, Entry> byId = new LinkedHashMap<>();
    entries.forEach(entry -> byId.put(entry.id(), entry));
    return new ScenarioIndex(byId);
  }

  /** Creates an index that knows nothing: whatever was measured is then all there is. */
  public static ScenarioIndex empty() {
    return new ScenarioIndex(Map.of());
  }

  /**
   * Describes a scenario.
   *
   * @param id is its stable id, with axis values: {@code SQL-012[ns]}
   * @param title is its name
   * @param feature is its feature row's id
   * @param core says whether it makes the difference between partial support and none
   * @param interfaces are the ids of the interfaces it is about; empty for all
   * @param servers are the server versions on which it is meaningful
   * @param covers are the catalogue entries that it puts to the test
   */
  public record Entry(
      String id,
      String title,
      String feature,
      boolean core,
      Set<String> interfaces,
      VersionRange servers,
      Set<String> covers) {
    public Entry {
      interfaces = Set.copyOf(interfaces);
      covers = Set.copyOf(covers);
    }

    /** Returns whether a cell of this interface on this server must execute it. */
    public boolean appliesTo(String interfaceId, String server) {
      Optional<Version> version = Version.parse(server);
      return (interfaces.isEmpty() || interfaces.contains(interfaceId))
          && version.map(servers::contains).orElse(true);
    }
  }

  /** Finds a scenario. */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }
}
