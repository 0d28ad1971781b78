package dev.tck.reporting.marks;

import dev.tck.matrix.FeatureRow;
import dev.tck.matrix.Matrix;
import dev.tck.results.CellKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Knows which scenarios a mark needs: by {@code matrix/features.yaml} where that says it, else by
 * the scenarios' own tags.
 */
public final class Requirements {
  private final ScenarioIndex scenarios;
  private final Map<String, FeatureRow.Required> byFeature = new HashMap<>();

  /** Creates the requirements of a matrix and its scenarios. */
  public Requirements(Matrix matrix, ScenarioIndex scenarios) {
    this.scenarios = scenarios;
    matrix.features().rows().forEach(row -> byFeature.put(row.id(), row.required()));
  }

  /** Returns how much a scenario weighs in a feature row. */
  public Weight weight(String scenario, String feature) {
    return Optional.ofNullable(byFeature.get(feature))
        .flatMap(required -> configured(required, scenario))
        .orElseGet(() -> tagged(scenario));
  }

  private static Optional<Weight> configured(FeatureRow.Required required, String scenario) {
    if (matches(required.core(), scenario)) {
      return Optional.of(Weight.CORE);
    }
    if (matches(required.must(), scenario)) {
      return Optional.of(Weight.MUST);
    }
    boolean optional = matches(required.should(), scenario) || !required.must().isEmpty();
    return optional ? Optional.of(Weight.SHOULD) : Optional.empty();
  }

  private Weight tagged(String scenario) {
    boolean core = scenarios.find(scenario).map(ScenarioIndex.Entry::core).orElse(false);
    return core ? Weight.CORE : Weight.MUST;
  }

  private static boolean matches(List<String> patterns, String scenario) {
    return patterns.stream().anyMatch(pattern -> Glob.matches(pattern, scenario));
  }

  /** Returns the ids of the scenarios that a cell must have executed, sorted. */
  public List<String> required(CellKey cell, String feature) {
    return List.copyOf(
        new TreeSet<>(
            scenarios.entries().values().stream()
                .filter(entry -> entry.feature().equals(feature))
                .filter(entry -> entry.appliesTo(cell.interfaceId(), cell.target().tdengine()))
                .map(ScenarioIndex.Entry::id)
                .filter(id -> weight(id, feature) != Weight.SHOULD)
                .toList()));
  }

  /** Returns the scenarios that these are the requirements of. */
  public ScenarioIndex scenarios() {
    return scenarios;
  }
}
