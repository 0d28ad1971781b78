package dev.tck.reporting.marks;

import dev.tck.reporting.merge.Measured;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.results.Blame;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives the mark of a feature row in a measured cell.
 *
 * <p>Where no scenario of a feature is core, every required one is: nothing then makes a difference
 * between partial support and none.
 */
public final class FeatureJudge {
  private static final int NAMED = 3;

  private final Requirements requirements;
  private final PageClaims claims;

  /** Creates the judge. */
  public FeatureJudge(Requirements requirements, PageClaims claims) {
    this.requirements = requirements;
    this.claims = claims;
  }

  /** Returns the feature rows that a cell has outcomes of, or must have, sorted. */
  public List<String> features(MeasuredCell cell) {
    Set<String> features = new TreeSet<>();
    cell.outcomes().forEach(each -> features.add(each.outcome().feature()));
    requirements.scenarios().entries().values().stream()
        .map(ScenarioIndex.Entry::feature)
        .distinct()
        .filter(feature -> !requirements.required(cell.key(), feature).isEmpty())
        .forEach(features::add);
    return List.copyOf(features);
  }

  /** Judges a feature row of a cell; total: every combination of outcomes has a mark. */
  public Judgement judge(MeasuredCell cell, String feature) {
    boolean claimed = claims.isClaimed(cell.key(), feature);
    Map<Standing, List<Measured>> sorted = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      sorted.put(standing, new ArrayList<>());
    }
    Set<String> seen = new HashSet<>();
    for (Measured measured : cell.outcomes(feature)) {
      seen.add(measured.scenario());
      list(sorted, standing(measured.outcome(), claimed)).add(measured);
    }
    List<String> missing = new ArrayList<>(requirements.required(cell.key(), feature));
    missing.removeAll(seen);
    Evidence evidence =
        new Evidence(
            cell,
            feature,
            claimed,
            list(sorted, Standing.HOLDS),
            list(sorted, Standing.FAILS),
            list(sorted, Standing.INCONCLUSIVE),
            missing);
    Mark mark = mark(evidence);
    return new Judgement(
        feature,
        mark,
        why(evidence, mark),
        evidence.holding,
        evidence.failing,
        evidence.inconclusive,
        list(sorted, Standing.UNCOUNTED),
        missing);
  }

  private static List<Measured> list(Map<Standing, List<Measured>> sorted, Standing standing) {
    return sorted.getOrDefault(standing, List.of());
  }

  /**
   * Returns what an outcome contributes.
   *
   * @param claimed says whether the page claims support: only then a declared lack is a failure
   */
  public Standing standing(Event.Outcome outcome, boolean claimed) {
    if (outcome.provisional()
        || requirements.weight(outcome.scenario(), outcome.feature()) == Weight.SHOULD) {
      return Standing.UNCOUNTED;
    }
    return switch (outcome.status()) {
      case PASS -> Standing.HOLDS;
      case FAIL, CRASH, HUNG -> isConnectorsFault(outcome) ? Standing.FAILS : Standing.INCONCLUSIVE;
      case UNSUPPORTED -> claimed ? Standing.FAILS : Standing.UNCOUNTED;
      case ADAPTER_FAULT, TARGET_FAULT, NOT_RUN -> Standing.INCONCLUSIVE;
    };
  }

  /** Tells whether a failure counts against the connector: nobody else is known to be at fault. */
  private static boolean isConnectorsFault(Event.Outcome outcome) {
    Blame blame = outcome.blame();
    if (blame == null) {
      return true;
    }
    return switch (blame) {
      case CONNECTOR, UNDECIDED -> true;
      case TARGET, ADAPTER, HARNESS -> false;
    };
  }

  private Mark mark(Evidence evidence) {
    if (!evidence.cell.isMeasured()) {
      return new Mark.Untested(evidence.cell.notRun());
    }
    if (evidence.size() == 0) {
      return new Mark.Untested(nothingCounts(evidence));
    }
    return evidence.cell.key().target().isEmbedded() ? embedded(evidence) : real(evidence);
  }

  private static Mark embedded(Evidence evidence) {
    if (evidence.holding.isEmpty() && evidence.failing.isEmpty()) {
      return new Mark.Untested(undecided(evidence));
    }
    return new Mark.Embedded(evidence.holding.size(), evidence.size());
  }

  private Mark real(Evidence evidence) {
    List<String> failing = ids(evidence.failing);
    if (!core(evidence, failing).isEmpty()) {
      return new Mark.Failing(evidence.claimed);
    }
    List<String> unknown = unknown(evidence);
    if (!failing.isEmpty() && core(evidence, unknown).isEmpty()) {
      return new Mark.Partial();
    }
    if (!unknown.isEmpty()) {
      return new Mark.Untested(undecided(evidence));
    }
    return isOfficial(evidence) ? new Mark.Official() : new Mark.Verified();
  }

  private boolean isOfficial(Evidence evidence) {
    return claims.isOfficial(evidence.cell.key())
        && evidence.holding.stream().allMatch(each -> each.run().official());
  }

  /** Returns those of the scenarios that are core; all if the feature row has no core scenario. */
  private List<String> core(Evidence evidence, List<String> scenarios) {
    boolean hasCore = evidence.all().stream().anyMatch(id -> isCore(id, evidence.feature));
    return scenarios.stream().filter(id -> !hasCore || isCore(id, evidence.feature)).toList();
  }

  private boolean isCore(String scenario, String feature) {
    return requirements.weight(scenario, feature) == Weight.CORE;
  }

  private String why(Evidence evidence, Mark mark) {
    if (mark instanceof Mark.Untested untested) {
      return untested.reason();
    }
    if (evidence.failing.isEmpty()) {
      return evidence.missing.isEmpty() && evidence.inconclusive.isEmpty()
          ? ""
          : undecided(evidence);
    }
    List<String> failing = ids(evidence.failing);
    List<String> core = core(evidence, failing);
    List<String> named = core.isEmpty() ? failing : core;
    return (core.isEmpty() ? "fails " : "fails in the core ")
        + named(named)
        + (failing.size() > named.size()
            ? ", and " + (failing.size() - named.size()) + " more"
            : "");
  }

  private static String undecided(Evidence evidence) {
    List<String> unknown = unknown(evidence);
    String failing = evidence.failing.isEmpty() ? "" : "; fails " + named(ids(evidence.failing));
    return "only %d of %d required scenarios gave a result, not %s"
            .formatted(evidence.size() - unknown.size(), evidence.size(), named(unknown))
        + failing;
  }

  private static String nothingCounts(Evidence evidence) {
    List<Measured> outcomes = evidence.cell.outcomes(evidence.feature);
    if (outcomes.isEmpty()) {
      return "no scenario of it was selected";
    }
    boolean unsupported =
        outcomes.stream().allMatch(each -> each.outcome().status() == Status.UNSUPPORTED);
    return unsupported
        ? "the connector does not have it: " + outcomes.get(0).outcome().reason()
        : "no scenario of it is confirmed on a real server yet";
  }

  private static List<String> unknown(Evidence evidence) {
    List<String> unknown = new ArrayList<>(ids(evidence.inconclusive));
    unknown.addAll(evidence.missing);
    return unknown;
  }

  private static String named(List<String> scenarios) {
    String first = String.join(", ", scenarios.subList(0, Math.min(NAMED, scenarios.size())));
    return scenarios.size() > NAMED
        ? first + " and " + (scenarios.size() - NAMED) + " more"
        : first;
  }

  private static List<String> ids(List<Measured> outcomes) {
    return outcomes.stream().map(Measured::scenario).toList();
  }

  /** Holds what counts in a feature row of a cell. */
  private record Evidence(
      MeasuredCell cell,
      String feature,
      boolean claimed,
      List<Measured> holding,
      List<Measured> failing,
      List<Measured> inconclusive,
      List<String> missing) {
    private int size() {
      return holding.size() + failing.size() + inconclusive.size() + missing.size();
    }

    private List<String> all() {
      List<String> all = new ArrayList<>(ids(holding));
      all.addAll(ids(failing));
      all.addAll(ids(inconclusive));
      all.addAll(missing);
      return all;
    }
  }
}
