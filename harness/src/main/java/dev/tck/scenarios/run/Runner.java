package dev.tck.scenarios.run;

import dev.tck.reference.ReferenceConnector;
import dev.tck.results.Event;
import dev.tck.results.Platform;
import dev.tck.results.TargetId;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.world.Control;
import dev.tck.scenarios.world.DatabaseNames;
import dev.tck.scenarios.world.World;
import dev.tck.targets.Target;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs a plan: cells in parallel, scenarios of a cell in order, every result an event as it
 * happens.
 */
public final class Runner {
  private final Channels channels;
  private final Tap.Source taps;
  private final Confirmations confirmations;
  private final RunSettings settings;
  private final InstantSource clock;
  private final ReferenceConnector reference = new ReferenceConnector();

  /** Creates a runner. */
  public Runner(
      Channels channels,
      Tap.Source taps,
      Confirmations confirmations,
      RunSettings settings,
      InstantSource clock) {
    this.channels = channels;
    this.taps = taps;
    this.confirmations = confirmations;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Runs the plan and returns what went wrong with harness or adapters, a sentence each.
   *
   * @param names gives the run's databases their names
   * @param stop ends the run early: scenarios that have not begun are reported as not run
   * @param events takes every event; called from many threads, one at a time
   */
  public List<String> run(
      Plan plan,
      Target target,
      Platform platform,
      DatabaseNames names,
      Stop stop,
      Consumer<Event> events) {
    List<String> faults = java.util.Collections.synchronizedList(new ArrayList<>());
    Consumer<Event> ordered = inOrder(events);
    Control control = new Control(reference, target.endpoint());
    boolean interrupted;
    try (Janitor janitor =
        new Janitor(
            control,
            names,
            sentence -> ordered.accept(new Event.Note(clock.instant(), sentence)))) {
      Shared shared = shared(target, platform, names, stop, ordered, faults, control, janitor);
      interrupted = runCells(plan, shared);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(faults);
  }

  private static Consumer<Event> inOrder(Consumer<Event> events) {
    Object lock = new Object();
    return event -> {
      synchronized (lock) {
        events.accept(event);
      }
    };
  }

  private Shared shared(
      Target target,
      Platform platform,
      DatabaseNames names,
      Stop stop,
      Consumer<Event> events,
      List<String> faults,
      Control control,
      Janitor janitor) {
    TargetId targetId = new TargetId(target.kind(), target.tdengine());
    World.Cell world =
        new World.Cell(
            "rest",
            target.endpoint(),
            control,
            names,
            target.tdengine(),
            target.taos(),
            stop::reason);
    Controls controls =
        new Controls(reference, channels, world, targetId, janitor, settings.deadline(), events);
    return new Shared(
        target,
        new TargetWatch(
            target, stop, sentence -> events.accept(new Event.Note(clock.instant(), sentence))),
        targetId,
        platform,
        world,
        channels,
        taps,
        controls,
        confirmations,
        new Evidence(settings.out()),
        janitor,
        settings,
        stop,
        clock,
        events,
        faults::add,
        Shared.newNumbering());
  }

  // Interrupted, it lets what has begun come to its end: deadlines bound that, and databases must
  // be dropped.
  private boolean runCells(Plan plan, Shared shared) {
    boolean interrupted = false;
    ExecutorService workers = Executors.newFixedThreadPool(settings.jobs());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Plan.Cell cell : plan.cells()) {
        running.add(workers.submit(() -> new CellRun(cell, shared).run()));
      }
      for (int index = 0; index < running.size(); index++) {
        interrupted |= await(running.get(index), plan.cells().get(index), shared);
      }
      return interrupted;
    } finally {
      workers.shutdownNow();
    }
  }

  /** Waits for a cell to end and returns whether somebody interrupted that. */
  private static boolean await(Future<?> cell, Plan.Cell planned, Shared shared) {
    boolean interrupted = false;
    while (true) {
      try {
        cell.get();
        return interrupted;
      } catch (ExecutionException e) {
        shared.faults().accept(planned.display() + ": the harness failed: " + e.getCause());
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
        shared.stop().because("interrupted");
      }
    }
  }
}
