package dev.tck.scenarios.run;

import dev.tck.adapter.Requests;
import dev.tck.results.Event;
import dev.tck.results.Platform;
import dev.tck.results.TargetId;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.world.World;
import dev.tck.targets.Target;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What all cells of a run share. */
record Shared(
    Target target,
    TargetWatch watch,
    TargetId targetId,
    Platform platform,
    World.Cell world,
    Channels channels,
    Tap.Source taps,
    Controls controls,
    Confirmations confirmations,
    Evidence evidence,
    Janitor janitor,
    RunSettings settings,
    Stop stop,
    InstantSource clock,
    Consumer<Event> events,
    Consumer<String> faults,
    Map<Plan.Cell, Requests> numbering) {

  /** Returns the requests of a cell, whose numbers never repeat. */
  Requests requests(Plan.Cell cell) {
    return numbering.computeIfAbsent(cell, key -> new Requests(settings.deadline()));
  }

  /** Says something about the run that is no result. */
  void note(String sentence) {
    events.accept(new Event.Note(clock.instant(), sentence));
  }

  static Map<Plan.Cell, Requests> newNumbering() {
    return new ConcurrentHashMap<>();
  }
}
