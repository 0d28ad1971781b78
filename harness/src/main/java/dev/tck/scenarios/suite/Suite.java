package dev.tck.scenarios.suite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds all scenarios in the order of their ids. */
public final class Suite {
  private final List<Scenario> scenarios;
  private final Map<String, Scenario> byId;

  Suite(List<Scenario> scenarios) {
    this.scenarios = List.copyOf(scenarios);
    this.byId = scenarios.stream().collect(Collectors.toMap(Scenario::id, Function.identity()));
  }

  /** Returns all scenarios. */
  public List<Scenario> scenarios() {
    return scenarios;
  }

  /** Returns the scenario with this id. */
  public Optional<Scenario> scenario(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
