package dev.tck.scenarios.plan;

import dev.tck.matrix.Claim;
import dev.tck.matrix.Connector;
import dev.tck.matrix.ConnectorInterface;
import dev.tck.matrix.FeatureTable;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.NearestName;
import dev.tck.matrix.Version;
import dev.tck.matrix.VersionRow;
import dev.tck.results.CellKey;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes plans from the matrix, the suite and the connectors that are there. */
public final class Planner {
  private final Matrix matrix;
  private final Suite suite;
  private final List<Candidate> candidates;

  /** Creates a planner. */
  public Planner(Matrix matrix, Suite suite, List<Candidate> candidates) {
    this.matrix = matrix;
    this.suite = suite;
    this.candidates = List.copyOf(candidates);
  }

  /**
   * Makes a plan for one server.
   *
   * @param targetKind is {@code embedded}, {@code docker}, {@code local} or {@code remote}
   * @param server is the server's version as it says it
   * @throws UsageException if a part of the selection selects nothing
   */
  public Plan plan(Selection selection, String targetKind, String server) {
    return plan(selection, targetKind, server, Map.of());
  }

  /**
   * Makes a plan for one server that not every interface reaches.
   *
   * @param unreachable says by interface why nothing can be measured by it here
   */
  public Plan plan(
      Selection selection, String targetKind, String server, Map<String, String> unreachable) {
    List<Scenario> scenarios = scenarios(selection);
    Predicate<String> interfaces = interfaces(selection);
    Predicate<Candidate> connectors = connectors(selection);
    Version version = Version.of(server);
    String row = matrix.versions().rowOf(version).map(VersionRow::id).orElse("");
    Optional<String> otherRow = otherRow(selection, row, server);
    List<Plan.Cell> cells = new ArrayList<>();
    List<Plan.Gap> gaps = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (connectors.test(candidate)) {
        for (String pinned : versions(candidate, selection)) {
          for (String interfaceId : candidate.interfaces().stream().filter(interfaces).toList()) {
            place(
                candidate,
                candidate
                    .obstacle()
                    .or(() -> otherRow)
                    .or(() -> Optional.ofNullable(unreachable.get(interfaceId))),
                pinned,
                interfaceId,
                targetKind + ":" + server,
                row,
                applicable(scenarios, interfaceId, version),
                cells,
                gaps);
          }
        }
      }
    }
    gaps.addAll(unknownToUs(selection, interfaces));
    gaps.sort(
        Comparator.comparing(Plan.Gap::language)
            .thenComparing(Plan.Gap::connector)
            .thenComparing(Plan.Gap::version)
            .thenComparing(Plan.Gap::interfaceId));
    return new Plan(cells, gaps, row, coverage(cells));
  }

  private Optional<String> otherRow(Selection selection, String row, String server) {
    List<String> known = matrix.versions().rows().stream().map(VersionRow::id).toList();
    Predicate<String> rows = matching("version row", selection.rows(), known);
    return rows.test(row)
        ? Optional.empty()
        : Optional.of(
            "the server's version "
                + server
                + " belongs to "
                + (row.isEmpty() ? "no version row" : "the version row " + row)
                + ", not to "
                + String.join(", ", selection.rows()));
  }

  private static void place(
      Candidate candidate,
      Optional<String> obstacle,
      String version,
      String interfaceId,
      String target,
      String row,
      List<Scenario> scenarios,
      List<Plan.Cell> cells,
      List<Plan.Gap> gaps) {
    if (obstacle.isPresent()) {
      gaps.add(gap(candidate, version, interfaceId, obstacle.get()));
    } else if (scenarios.isEmpty()) {
      gaps.add(
          gap(
              candidate,
              version,
              interfaceId,
              "none of the selected scenarios is about this interface"));
    } else {
      cells.add(
          new Plan.Cell(
              candidate.id(), version, candidate.language(), interfaceId, target, row, scenarios));
    }
  }

  private static Plan.Gap gap(
      Candidate candidate, String version, String interfaceId, String reason) {
    return new Plan.Gap(candidate.id(), version, candidate.language(), interfaceId, reason);
  }

  private static List<Scenario> applicable(
      List<Scenario> scenarios, String interfaceId, Version server) {
    return scenarios.stream()
        .filter(scenario -> scenario.appliesTo(interfaceId))
        .filter(scenario -> scenario.since().map(Version::of).map(server::isAtLeast).orElse(true))
        .filter(
            scenario ->
                scenario
                    .until()
                    .map(Version::of)
                    .map(until -> !server.isAtLeast(until))
                    .orElse(true))
        .toList();
  }

  private List<Scenario> scenarios(Selection selection) {
    List<String> ids = suite.scenarios().stream().map(Scenario::id).toList();
    Set<String> features =
        suite.scenarios().stream().map(Scenario::feature).collect(Collectors.toSet());
    Predicate<String> byId = matching("scenario", selection.scenarios(), ids);
    Predicate<String> byFeature = matching("feature", selection.features(), features);
    List<Scenario> selected =
        suite.scenarios().stream()
            .filter(scenario -> byId.test(scenario.id()) && byFeature.test(scenario.feature()))
            .filter(scenario -> !selection.quick() || scenario.core())
            .toList();
    if (selected.isEmpty()) {
      throw new UsageException(
          "no scenario is selected: --scenario, --feature and --quick have nothing in common");
    }
    return selected;
  }

  private static Predicate<String> interfaces(Selection selection) {
    return matching("interface", selection.interfaces(), ConnectorInterface.ids());
  }

  private Predicate<Candidate> connectors(Selection selection) {
    List<String> known = new ArrayList<>();
    for (Candidate candidate : candidates) {
      known.add(candidate.id());
      candidate.versions().forEach(version -> known.add(candidate.id() + "@" + version));
    }
    List<String> named = new ArrayList<>(known);
    matrix.connectors().connectors().forEach(connector -> named.add(connector.id()));
    matching("connector", selection.connectors(), named);
    List<Glob> globs = selection.connectors().stream().map(Glob::of).toList();
    return candidate ->
        globs.isEmpty()
            || globs.stream()
                .anyMatch(
                    glob ->
                        glob.matches(candidate.id())
                            || candidate.versions().stream()
                                .anyMatch(version -> glob.matches(candidate.id() + "@" + version)));
  }

  private static List<String> versions(Candidate candidate, Selection selection) {
    List<Glob> globs = selection.connectors().stream().map(Glob::of).toList();
    List<String> selected =
        candidate.versions().stream()
            .filter(
                version ->
                    globs.isEmpty()
                        || globs.stream()
                            .anyMatch(
                                glob ->
                                    glob.matches(candidate.id())
                                        || glob.matches(candidate.id() + "@" + version)))
            .toList();
    return selection.quick() && !selected.isEmpty() ? selected.subList(0, 1) : selected;
  }

  /** Checks that every pattern selects something, and returns what they select together. */
  private static Predicate<String> matching(
      String what, List<String> patterns, Collection<String> known) {
    for (String pattern : patterns) {
      Glob glob = Glob.of(pattern);
      if (known.stream().noneMatch(glob::matches)) {
        throw new UsageException(
            "no "
                + what
                + " matches “"
                + pattern
                + "”; near are "
                + String.join(", ", NearestName.closest(pattern, known, 3)));
      }
    }
    List<Glob> globs = patterns.stream().map(Glob::of).toList();
    return name -> globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(name));
  }

  // Connectors that the page is about and that nobody has written an adapter for, or not for this
  // interface.
  private List<Plan.Gap> unknownToUs(Selection selection, Predicate<String> interfaces) {
    List<Glob> globs = selection.connectors().stream().map(Glob::of).toList();
    List<Plan.Gap> gaps = new ArrayList<>();
    for (Connector connector : matrix.connectors().connectors()) {
      if (!globs.isEmpty() && globs.stream().noneMatch(glob -> glob.matches(connector.id()))) {
        continue;
      }
      Optional<Candidate> candidate =
          candidates.stream().filter(known -> known.id().equals(connector.id())).findFirst();
      for (ConnectorInterface by : connector.interfaces()) {
        if (interfaces.test(by.id())
            && candidate.map(known -> !known.interfaces().contains(by.id())).orElse(true)) {
          gaps.add(
              new Plan.Gap(
                  connector.id(),
                  "",
                  connector.language(),
                  by.id(),
                  candidate.isPresent()
                      ? "its adapter does not offer the " + by.id() + " interface yet"
                      : "no adapter: there is no folder connectors-under-test/" + connector.id()));
        }
      }
    }
    return gaps;
  }

  private Plan.Coverage coverage(List<Plan.Cell> cells) {
    int claimed = 0;
    int planned = 0;
    for (ConnectorInterface by : ConnectorInterface.values()) {
      for (FeatureTable.Row row :
          matrix.features().table(by).map(FeatureTable::rows).orElse(List.of())) {
        for (Claim claim : row.claims().values()) {
          if (claim.support().isClaimed()) {
            claimed++;
            planned +=
                cells.stream().anyMatch(cell -> measures(cell, claim, by, row.feature())) ? 1 : 0;
          }
        }
      }
    }
    return new Plan.Coverage(claimed, planned);
  }

  private static boolean measures(
      Plan.Cell cell, Claim claim, ConnectorInterface by, String feature) {
    return !cell.connector().equals(CellKey.REFERENCE)
        && cell.language().equals(claim.language())
        && cell.interfaceId().equals(by.id())
        && cell.scenarios().stream().anyMatch(scenario -> scenario.feature().equals(feature));
  }
}
