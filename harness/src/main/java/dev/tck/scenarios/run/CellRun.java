package dev.tck.scenarios.run;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Hello;
import dev.tck.adapter.Redaction;
import dev.tck.adapter.Requests;
import dev.tck.adapter.Transcript;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.CheckResult;
import dev.tck.results.Event;
import dev.tck.results.Level;
import dev.tck.results.Status;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.world.AdapterClient;
import dev.tck.scenarios.world.Answer;
import dev.tck.scenarios.world.ScenarioAborted;
import dev.tck.scenarios.world.World;
import dev.tck.targets.Endpoint;
import io.cucumber.plugin.event.Result;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures one cell: opens the adapter, probes the connection, runs the scenarios, reports each.
 */
final class CellRun implements CucumberSession.Lifecycle {
  /** What the outcome of a connector is about which cannot connect at all. */
  private static final Evidence.Subject PROBE =
      new Evidence.Subject("CONNECT", "Connects at all", "connection-management", List.of());

  private final Plan.Cell cell;
  private final Shared shared;
  private final Stop stop = new Stop();
  private @Nullable Connected connected;
  private @Nullable Begun begun;

  private record Connected(
      CellKey key, Hello hello, AdapterChannel channel, Tap tap, World.Cell world) {}

  private record Begun(Transcript transcript, Redaction redaction, Instant at, int deaths) {
    AdapterChannel record(AdapterChannel channel) {
      return transcript.record(channel);
    }
  }

  CellRun(Plan.Cell cell, Shared shared) {
    this.cell = cell;
    this.shared = shared;
  }

  /** Runs the cell to its end; what goes wrong becomes outcomes. */
  void run() {
    Optional<String> stopped = shared.stop().reason();
    if (stopped.isPresent()) {
      shared.events().accept(Event.Cell.notRun(plannedKey(), stopped.get()));
      return;
    }
    try (AdapterChannel channel = shared.channels().open(cell);
        Tap tap = tap()) {
      run(channel, tap);
    } catch (AdapterException e) {
      shared
          .events()
          .accept(Event.Cell.notRun(plannedKey(), "its adapter does not start: " + e.getMessage()));
      shared.faults().accept(cell.display() + ": " + e.getMessage());
    }
  }

  // Nobody can look into what libtaos and taosd say to each other.
  private Tap tap() {
    Endpoint endpoint = shared.target().endpoint();
    return cell.interfaceId().equals("native")
        ? Tap.NONE.open(endpoint.natively())
        : shared.taps().open(endpoint);
  }

  private void run(AdapterChannel channel, Tap tap) {
    Hello hello = channel.hello();
    CellKey key = key(hello.version());
    World.Cell world = shared.world().by(cell.interfaceId()).through(tap.endpoint());
    World.Cell stoppable =
        new World.Cell(
            world.interfaceId(),
            world.endpoint(),
            world.control(),
            world.names(),
            world.tdengine(),
            () -> shared.stop().reason().or(stop::reason));
    connected = new Connected(key, hello, channel, tap, stoppable);
    shared
        .events()
        .accept(
            Event.Cell.measured(
                key, hello.runtime(), hello.capabilities().stream().sorted().toList()));
    probe(channel, stoppable);
    new CucumberSession(this).run(cell.scenarios());
  }

  private CellKey plannedKey() {
    return key(cell.version());
  }

  private CellKey key(String version) {
    return new CellKey(
        cell.connector(),
        version,
        cell.language(),
        cell.interfaceId(),
        shared.targetId(),
        cell.row(),
        shared.platform());
  }

  // One connection that fails costs a moment, sixty scenarios that each wait for it cost minutes.
  private void probe(AdapterChannel channel, World.Cell world) {
    Begun start = newBeginning();
    World state = new World(world, new AdapterClient(start.record(channel), requests()));
    try {
      Answer answer = state.connect(World.MAIN_CONNECTION, Map.of("database", ""));
      if (!(answer instanceof Answer.Refused)) {
        answer = state.adapter().query(World.MAIN_CONNECTION, "select 1");
      }
      state.adapter().reset();
      if (answer instanceof Answer.Refused refused) {
        cannotConnect(start, Status.FAIL, refused.display(), "");
      }
    } catch (ScenarioAborted e) {
      cannotConnect(start, e.status(), String.valueOf(e.getMessage()), e.evidence());
    }
  }

  private void cannotConnect(Begun start, Status status, String why, String evidence) {
    String reason = start.redaction().text("the connector cannot connect: " + why);
    stop.because(reason);
    boolean targetAlive = shared.watch().since(start.deaths()) == TargetWatch.Life.ALIVE;
    List<CheckResult> checks =
        List.of(
            CheckResult.fail("connects", Level.MUST, "a connection that answers select 1", why));
    Verdict verdict =
        new Verdict(
            targetAlive ? status : Status.TARGET_FAULT,
            targetAlive ? Blame.CONNECTOR : Blame.TARGET,
            reason,
            checks,
            evidence);
    report(PROBE, start, verdict, false, "");
  }

  private Requests requests() {
    return shared.requests(cell);
  }

  @Override
  public World begin(Scenario scenario) {
    Connected current = Objects.requireNonNull(connected);
    current.tap().begin();
    Begun start = newBeginning();
    begun = start;
    return new World(
        current.world(), new AdapterClient(start.record(current.channel()), requests()));
  }

  private Begun newBeginning() {
    Redaction redaction = new Redaction();
    redaction.learn(shared.target().endpoint().password());
    return new Begun(
        new Transcript(shared.clock(), redaction),
        redaction,
        shared.clock().instant(),
        shared.watch().deaths());
  }

  @Override
  public void end(Scenario scenario, World world, Result result) {
    Begun start = Objects.requireNonNull(begun);
    Verdict verdict = Verdict.of(world.checks().results(), result);
    report(
        Evidence.Subject.of(scenario),
        start,
        blamed(scenario, verdict, start),
        !shared.confirmations().isConfirmed(scenario, shared.target().tdengine()),
        Objects.requireNonNull(connected).tap().capture());
    cleanUp(world, verdict);
  }

  private void report(
      Evidence.Subject subject, Begun start, Verdict found, boolean provisional, String capture) {
    Connected current = Objects.requireNonNull(connected);
    long micros = ChronoUnit.MICROS.between(start.at(), shared.clock().instant());
    Verdict verdict = found.without(start.redaction());
    shared
        .events()
        .accept(
            outcome(
                current.key(),
                subject,
                verdict,
                provisional,
                micros,
                evidence(current, subject, verdict, start, capture)));
  }

  private String evidence(
      Connected current, Evidence.Subject subject, Verdict verdict, Begun start, String capture) {
    boolean kept =
        switch (verdict.status()) {
          case PASS -> shared.settings().keepAll();
          case NOT_RUN -> false;
          case FAIL, UNSUPPORTED, CRASH, HUNG, ADAPTER_FAULT, TARGET_FAULT -> true;
        };
    if (!kept) {
      return "";
    }
    try {
      return shared
          .evidence()
          .keep(
              current.key(),
              current.hello().runtime(),
              subject,
              verdict,
              start.transcript().text(),
              capture);
    } catch (IOException e) {
      // An outcome without its evidence says more than none.
      shared.faults().accept("the evidence of " + subject.id() + " cannot be written: " + e);
      return "";
    }
  }

  private void cleanUp(World world, Verdict verdict) {
    if (verdict.status() != Status.NOT_RUN) {
      try {
        world.adapter().reset();
      } catch (ScenarioAborted e) {
        shared.note(cell.display() + " could not be reset: " + e.getMessage());
      }
    }
    shared.janitor().drop(world.databases(), world.users());
  }

  private Verdict blamed(Scenario scenario, Verdict verdict, Begun start) {
    boolean failed =
        switch (verdict.status()) {
          case FAIL, CRASH, HUNG, TARGET_FAULT -> true;
          case PASS, UNSUPPORTED, ADAPTER_FAULT, NOT_RUN -> false;
        };
    if (!failed) {
      return verdict;
    }
    switch (shared.watch().since(start.deaths())) {
      case DIED -> {
        return verdict.becauseTheTargetDied(Status.TARGET_FAULT, "the target died");
      }
      case DIED_UNDER_ANOTHER -> {
        return verdict.becauseTheTargetDied(
            Status.NOT_RUN, "the target died while another scenario ran");
      }
      case ALIVE -> {}
    }
    if (verdict.status() == Status.TARGET_FAULT || cell.connector().equals(CellKey.REFERENCE)) {
      return verdict;
    }
    Verdict control =
        shared.controls().verdict(scenario, cell.interfaceId(), verdict, start.redaction());
    if (control.status() == Status.PASS) {
      return verdict.blaming(Blame.CONNECTOR);
    }
    return verdict.blaming(verdict.failsLike(control) ? Blame.TARGET : Blame.UNDECIDED);
  }

  private Event.Outcome outcome(
      CellKey key,
      Evidence.Subject subject,
      Verdict verdict,
      boolean provisional,
      long micros,
      String evidence) {
    return new Event.Outcome(
        subject.id(),
        subject.title(),
        subject.feature(),
        key.connector(),
        key.version(),
        key.language(),
        key.interfaceId(),
        key.target(),
        key.row(),
        key.platform(),
        verdict.status(),
        verdict.blame(),
        verdict.reason(),
        provisional,
        verdict.checks(),
        micros,
        evidence);
  }
}
