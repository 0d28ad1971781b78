package dev.tck.cli;

import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Shows how a run goes on: one moving line on a terminal, a line a finished cell anywhere. */
final class RunProgress implements Consumer<Event> {
  private final Console console;
  private final Clock clock;
  private final Map<CellKey, Tally> cells = new LinkedHashMap<>();
  private final Map<String, Integer> planned;
  private final int outcomes;
  private Instant started;
  private int done;

  private static final class Tally {
    private int done;
    private int passed;
  }

  /**
   * Creates the display.
   *
   * @param planned is the number of scenarios by cell, as {@code connector interface} with the
   *     pinned version between
   * @param outcomes is the number of scenarios of all cells
   */
  RunProgress(Console console, Clock clock, Map<String, Integer> planned, int outcomes) {
    this.console = console;
    this.clock = clock;
    this.planned = Map.copyOf(planned);
    this.outcomes = outcomes;
    this.started = clock.instant();
  }

  @Override
  public void accept(Event event) {
    if (event instanceof Event.Run) {
      started = clock.instant();
    } else if (event instanceof Event.Cell cell && cell.status() == Status.NOT_RUN) {
      console.say("  " + cell.key().display() + ": not run, " + cell.reason());
    } else if (event instanceof Event.Outcome outcome) {
      count(outcome);
    } else if (event instanceof Event.Note note) {
      console.say("  " + note.text());
    }
  }

  private void count(Event.Outcome outcome) {
    Tally tally = cells.computeIfAbsent(outcome.key(), key -> new Tally());
    done++;
    tally.done++;
    tally.passed += outcome.status() == Status.PASS ? 1 : 0;
    int all = planned.getOrDefault(outcome.key().display(), -1);
    if (tally.done == all) {
      console.say(
          String.format("  %-36s %3d of %d passed", outcome.key().display(), tally.passed, all));
    }
    console.progress(
        String.format(
            "  %d of %d scenarios, %d of %d cells%s: %s %s",
            done,
            outcomes,
            finishedCells(),
            planned.size(),
            timeLeft(),
            outcome.key().display(),
            outcome.scenario()));
  }

  private long finishedCells() {
    return cells.entrySet().stream()
        .filter(
            entry -> entry.getValue().done == planned.getOrDefault(entry.getKey().display(), -1))
        .count();
  }

  private String timeLeft() {
    long elapsed = Duration.between(started, clock.instant()).toMillis();
    if (done < 10 || elapsed < 500) {
      return "";
    }
    long seconds = Math.round(elapsed * (outcomes - done) / (1_000.0 * done));
    return ", about " + Math.max(1, seconds) + " s left";
  }
}
