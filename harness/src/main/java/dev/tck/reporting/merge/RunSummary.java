package dev.tck.reporting.merge;

import dev.tck.results.Event;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a run says of itself.
 *
 * @param run is its first event
 * @param endOrNull is its last; null if it was killed
 * @param notes are what it said about itself
 */
public record RunSummary(Event.Run run, Event.@Nullable End endOrNull, List<Event.Note> notes) {
  public RunSummary {
    notes = List.copyOf(notes);
  }

  /** Returns how it ended. */
  public Optional<Event.End> end() {
    return Optional.ofNullable(endOrNull);
  }

  /** Returns whether it ended before it was done: it was interrupted or killed. */
  public boolean isPartial() {
    return end().map(Event.End::partial).orElse(true);
  }
}
