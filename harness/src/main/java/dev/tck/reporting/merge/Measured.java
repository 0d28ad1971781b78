package dev.tck.reporting.merge;

import dev.tck.results.Event;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds an outcome with the run that it comes from.
 *
 * @param outcome is the outcome
 * @param run is its run
 * @param controlOrNull is what the reference connector did with the same scenario, interface and
 *     target in the same run; null if it was not asked
 */
public record Measured(
    Event.Outcome outcome, Event.Run run, Event.@Nullable Control controlOrNull) {
  /** Returns the scenario's id. */
  public String scenario() {
    return outcome.scenario();
  }

  /** Returns what the reference connector did in the same place. */
  public Optional<Event.Control> control() {
    return Optional.ofNullable(controlOrNull);
  }
}
