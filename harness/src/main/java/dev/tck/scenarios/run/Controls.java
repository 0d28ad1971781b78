package dev.tck.scenarios.run;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Redaction;
import dev.tck.adapter.Requests;
import dev.tck.reference.ReferenceConnector;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Status;
import dev.tck.results.TargetId;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.reference.ReferenceChannel;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.world.AdapterClient;
import dev.tck.scenarios.world.World;
import io.cucumber.plugin.event.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs a failed scenario again with the reference connector on the same target, once each, to find
 * who is to blame.
 */
final class Controls {
  private final ReferenceConnector connector;
  private final Channels channels;
  private final World.Cell shared;
  private final TargetId target;
  private final Janitor janitor;
  private final Duration deadline;
  private final Consumer<Event> events;
  private final Map<String, FutureTask<Verdict>> verdicts = new ConcurrentHashMap<>();

  Controls(
      ReferenceConnector connector,
      Channels channels,
      World.Cell shared,
      TargetId target,
      Janitor janitor,
      Duration deadline,
      Consumer<Event> events) {
    this.connector = connector;
    this.channels = channels;
    this.shared = shared;
    this.target = target;
    this.janitor = janitor;
    this.deadline = deadline;
    this.events = events;
  }

  /**
   * Returns the reference connector's verdict by the same interface.
   *
   * @param redaction knows what the failed scenario kept secret
   */
  Verdict verdict(Scenario scenario, String by, Verdict failure, Redaction redaction) {
    FutureTask<Verdict> task =
        verdicts.computeIfAbsent(
            scenario.id() + "|" + by, key -> new FutureTask<>(() -> run(scenario, by)));
    task.run();
    try {
      Verdict verdict = task.get();
      Verdict shown = verdict.without(redaction);
      events.accept(
          new Event.Control(
              scenario.id(),
              by,
              target,
              verdict.status(),
              failure.failsLike(verdict),
              shown.reason(),
              shown.checks()));
      return verdict;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(
          "the control run of " + scenario.id() + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Verdict run(Scenario scenario, String interfaceId) {
    AtomicReference<Verdict> verdict = new AtomicReference<>();
    boolean natively = interfaceId.equals("native");
    World.Cell cell =
        natively
            ? shared.by(interfaceId).through(shared.endpoint().natively())
            : shared.by(interfaceId);
    try (AdapterChannel channel = natively ? openNative() : new ReferenceChannel(connector)) {
      new CucumberSession(
              new CucumberSession.Lifecycle() {
                @Override
                public World begin(Scenario begun) {
                  return new World(cell, new AdapterClient(channel, new Requests(deadline)));
                }

                @Override
                public void end(Scenario ended, World world, Result result) {
                  verdict.set(Verdict.of(world.checks().results(), result));
                  janitor.drop(world.databases(), world.users());
                }
              })
          .run(List.of(scenario));
    } catch (AdapterException e) {
      return new Verdict(
          Status.ADAPTER_FAULT, Blame.HARNESS, String.valueOf(e.getMessage()), List.of(), "");
    }
    return Objects.requireNonNull(verdict.get(), "Cucumber reported no end");
  }

  private AdapterChannel openNative() throws AdapterException {
    return channels.open(
        new Plan.Cell(
            CellKey.REFERENCE,
            ReferenceConnector.VERSION,
            "java",
            "native",
            target.kind(),
            "",
            List.of()));
  }
}
