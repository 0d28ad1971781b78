package dev.tck.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Op;
import dev.tck.adapter.Reply;
import dev.tck.doubles.ScriptedChannel;
import dev.tck.results.Blame;
import dev.tck.results.CheckResult;
import dev.tck.results.Event;
import dev.tck.results.Level;
import dev.tck.results.ResultsReader;
import dev.tck.results.ResultsWriter;
import dev.tck.results.Status;
import dev.tck.values.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunnerTests {
  private static final String THREE =
      """
      Feature: f

        @SQL-001
        Scenario: one
          Given a database
          And a connection
          When executing
            \"\"\"
            insert 1
            \"\"\"
          Then 1 row is affected

        @SQL-002
        Scenario: two
          Given a database
          And a connection
          When executing
            \"\"\"
            insert 2
            \"\"\"
          Then 1 row is affected

        @SQL-003
        Scenario: three
          Given a database
          And a connection
          When executing
            \"\"\"
            insert 3
            \"\"\"
          Then 1 row is affected
      """;

  @TempDir private Path folder;
  private @Nullable RunFixture started;

  @BeforeEach
  void start() {
    started = new RunFixture(folder);
  }

  @AfterEach
  void stop() {
    run().close();
  }

  private RunFixture run() {
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    return started;
  }

  private static String scenario(String... steps) {
    return "Feature: f\n\n  @SQL-001\n  Scenario: s\n    " + String.join("\n    ", steps) + "\n";
  }

  @Test
  void reportsAPass() throws IOException {
    ScriptedChannel channel = RunFixture.honest(request -> RunFixture.value(request, 1));
    run().cell("scripted", channel, RunFixture.READS_ONE).run();
    Event.Cell cell = run().all(Event.Cell.class).get(0);
    assertThat(cell.status()).isNull();
    assertThat(cell.version()).as("as loaded").isEqualTo("1.2.3");
    assertThat(cell.runtime()).isEqualTo("Java 17");
    assertThat(cell.capabilities()).containsExactly("a", "b");
    Event.Outcome outcome = run().onlyOutcome();
    assertThat(outcome.status()).isEqualTo(Status.PASS);
    assertThat(outcome.blame()).isNull();
    assertThat(outcome.scenario()).isEqualTo("SQL-001");
    assertThat(outcome.key()).isEqualTo(cell.key());
    assertThat(outcome.checks())
        .extracting(CheckResult::id)
        .containsExactly("columns", "types", "rows");
    assertThat(outcome.provisional()).as("no real server has confirmed it").isTrue();
    assertThat(outcome.evidence()).isEmpty();
    assertThat(run().faults()).isEmpty();
    assertThat(channel.closed()).isEqualTo(1);
  }

  @Test
  void cleansUpAfterEachScenario() throws IOException {
    ScriptedChannel channel = RunFixture.honest(request -> ScriptedChannel.affected(request, 1));
    run().cell("scripted", channel, THREE).run();
    assertThat(run().outcomes()).hasSize(3).allMatch(outcome -> outcome.status() == Status.PASS);
    assertThat(channel.asked()).filteredOn(asked -> asked.equals("reset")).hasSize(4);
    assertThat(run().target().statements())
        .filteredOn(sql -> sql.startsWith("drop"))
        .containsExactly(
            "drop database if exists tck_t_1",
            "drop database if exists tck_t_2",
            "drop database if exists tck_t_3");
  }

  @Test
  void blamesTheConnectorWhenTheReferenceConnectorPasses() throws IOException {
    run().serverHas(1).cell(request -> RunFixture.value(request, 2)).run();
    Event.Outcome outcome = run().onlyOutcome();
    assertThat(outcome.status()).isEqualTo(Status.FAIL);
    assertThat(outcome.blame()).isEqualTo(Blame.CONNECTOR);
    assertThat(outcome.reason())
        .isEqualTo(
            "rows: expected row 1, column 1: i32 1, found row 1, column 1: i32 2 (as returned: v host)");
    Event.Control control = run().controls().get(0);
    assertThat(control.status()).isEqualTo(Status.PASS);
    assertThat(control.sameFailure()).isFalse();
    assertThat(control.interfaceId()).isEqualTo("rest");
  }

  @Test
  void blamesTheTargetWhenTheReferenceConnectorFailsAlike() throws IOException {
    // The finding names the connector's own type, so both must call it the same.
    ScriptedChannel channel =
        RunFixture.honest(request -> ScriptedChannel.refused(request, 0x2603, "no table"));
    run().target().refusing("select v", 0x2603, "no table");
    run().cell("scripted", channel, RunFixture.READS_ONE).run();
    assertThat(run().onlyOutcome().blame()).isEqualTo(Blame.TARGET);
    assertThat(run().controls().get(0).sameFailure()).isTrue();
  }

  @Test
  void decidesNothingWhenTheReferenceConnectorFailsOtherwise() throws IOException {
    run().serverHas(3).cell(request -> RunFixture.value(request, 2)).run();
    assertThat(run().onlyOutcome().blame()).isEqualTo(Blame.UNDECIDED);
    assertThat(run().controls().get(0).sameFailure()).isFalse();
  }

  @Test
  void runsTheControlOfAScenarioOnce() throws IOException {
    run()
        .serverHas(1)
        .jobs(2)
        .cell(
            "first",
            RunFixture.honest(request -> RunFixture.value(request, 2)),
            RunFixture.READS_ONE)
        .cell(
            "second",
            RunFixture.honest(request -> RunFixture.value(request, 3)),
            RunFixture.READS_ONE)
        .run();
    assertThat(run().outcomes()).hasSize(2).allMatch(outcome -> outcome.blame() == Blame.CONNECTOR);
    assertThat(run().controls()).hasSize(2);
    assertThat(run().target().statements()).containsOnlyOnce("select v from t");
  }

  @Test
  void runsAsManyControlsAsThereAreFailures() throws IOException {
    int many = 300;
    String rows =
        IntStream.range(0, many)
            .mapToObj(row -> "| " + row + " |")
            .collect(Collectors.joining("\n      "));
    String feature =
        """
        Feature: f

          @SQL-001
          Scenario Outline: <number>
            Given a connection
            When executing
              \"""
              insert <number>
              \"""
            Then 0 rows are affected

            Examples:
              | number |
              %s
        """
            .formatted(rows);
    run()
        .cell(
            "scripted", RunFixture.honest(request -> ScriptedChannel.affected(request, 1)), feature)
        .run();
    assertThat(run().faults()).isEmpty();
    assertThat(run().outcomes())
        .hasSize(many)
        .allMatch(outcome -> outcome.blame() == Blame.CONNECTOR);
    assertThat(run().controls()).hasSize(many);
  }

  @Test
  void controlsTheReferenceConnectorByNobody() throws IOException {
    run()
        .serverHas(1)
        .cell(
            "reference",
            RunFixture.honest(request -> RunFixture.value(request, 2)),
            RunFixture.READS_ONE)
        .run();
    assertThat(run().onlyOutcome().blame()).isEqualTo(Blame.UNDECIDED);
    assertThat(run().controls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CRASHED, CRASH, CONNECTOR",
    "HUNG, HUNG, CONNECTOR",
    "BROKE_PROTOCOL, ADAPTER_FAULT, ADAPTER"
  })
  void tellsWhatTheAdapterDidInsteadOfAnswering(
      AdapterException.Kind kind, Status status, Blame blame) throws IOException {
    run()
        .serverHas(1)
        .cell(
            request -> {
              throw new AdapterException(kind, "it did", "last words");
            })
        .run();
    Event.Outcome outcome = run().onlyOutcome();
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.blame()).isEqualTo(blame);
    assertThat(outcome.reason()).isEqualTo("at query: it did");
    assertThat(run().evidence(outcome)).contains("last words");
  }

  @Test
  void tellsAdapterFaultsAndMissingCapabilities() throws IOException {
    run().cell(request -> new Reply.Fault(request.seq(), "TypeError", "trace")).run();
    assertThat(run().onlyOutcome().status()).isEqualTo(Status.ADAPTER_FAULT);
    assertThat(run().onlyOutcome().blame()).isEqualTo(Blame.ADAPTER);
    assertThat(run().controls()).isEmpty();
  }

  @Test
  void reportsWhatAConnectorCannotDo() throws IOException {
    run().cell(request -> new Reply.Unsupported(request.seq(), "query", "writes only")).run();
    assertThat(run().onlyOutcome().status()).isEqualTo(Status.UNSUPPORTED);
    assertThat(run().onlyOutcome().reason()).isEqualTo("unsupported: query (writes only)");
  }

  @Test
  void reportsAConnectorThatCannotConnectOnce() throws IOException {
    ScriptedChannel channel =
        new ScriptedChannel(
            request ->
                request.op() == Op.CONNECT
                    ? ScriptedChannel.refused(request, 0x0357, "Authentication failure")
                    : ScriptedChannel.ok(request));
    run().cell("scripted", channel, THREE).run();
    String reason =
        "the connector cannot connect: error from the server with code 0x0357: Authentication failure";
    Event.Outcome probe = run().outcomes().get(0);
    assertThat(probe.scenario()).isEqualTo("CONNECT");
    assertThat(probe.status()).isEqualTo(Status.FAIL);
    assertThat(probe.blame()).isEqualTo(Blame.CONNECTOR);
    assertThat(probe.reason()).isEqualTo(reason);
    assertThat(probe.checks())
        .containsExactly(
            CheckResult.fail(
                "connects",
                Level.MUST,
                "a connection that answers select 1",
                "error from the server with code 0x0357: Authentication failure"));
    assertThat(run().evidence(probe))
        .contains("Authentication failure")
        .contains("\"op\":\"connect\"")
        .doesNotContain(RunFixture.PASSWORD);
    assertThat(run().outcomes().subList(1, 4))
        .allMatch(outcome -> outcome.status() == Status.NOT_RUN && outcome.reason().equals(reason));
    assertThat(run().target().statements()).as("nothing was prepared").isEmpty();
    assertThat(channel.asked()).as("one connection was tried").containsOnlyOnce("connect");
  }

  @Test
  void reportsAConnectorThatCrashesWhenItConnects() throws IOException {
    run()
        .cell(
            "scripted",
            new ScriptedChannel(
                request -> {
                  throw new AdapterException(
                      AdapterException.Kind.CRASHED, "it died", "Segmentation fault");
                }),
            RunFixture.READS_ONE)
        .run();
    Event.Outcome probe = run().outcomes().get(0);
    assertThat(probe.status()).isEqualTo(Status.CRASH);
    assertThat(run().evidence(probe)).contains("Segmentation fault");
    assertThat(run().outcomes().get(1).status()).isEqualTo(Status.NOT_RUN);
  }

  @Test
  void endsTheRunWhenTheTargetIsDead() throws IOException {
    run().target().die();
    run()
        .cell(
            "scripted",
            new ScriptedChannel(
                request ->
                    new Reply.Failure(
                        request.seq(), Reply.Origin.DRIVER, null, "E", "connection refused")),
            RunFixture.READS_ONE)
        .cell("second", RunFixture.honest(ScriptedChannel::ok), THREE)
        .run();
    assertThat(run().outcomes())
        .extracting(Event.Outcome::status)
        .containsExactly(Status.TARGET_FAULT, Status.NOT_RUN);
    assertThat(run().outcomes().get(0).blame()).isEqualTo(Blame.TARGET);
    assertThat(run().stop().reason()).contains("the target does not answer any more");
    Event.Cell second = run().all(Event.Cell.class).get(1);
    assertThat(second.status()).isEqualTo(Status.NOT_RUN);
    assertThat(second.reason()).isEqualTo("the target does not answer any more");
  }

  @Test
  void goesOnWhenTheTargetWasStartedAgain() throws IOException {
    java.util.concurrent.atomic.AtomicInteger calls =
        new java.util.concurrent.atomic.AtomicInteger();
    run()
        .cell(
            "scripted",
            RunFixture.honest(
                request -> {
                  if (calls.incrementAndGet() > 1) {
                    return ScriptedChannel.affected(request, 1);
                  }
                  run().target().faint();
                  return new Reply.Failure(
                      request.seq(), Reply.Origin.DRIVER, null, "E", "connection reset");
                }),
            THREE)
        .run();
    assertThat(run().outcomes())
        .extracting(Event.Outcome::status)
        .containsExactly(Status.TARGET_FAULT, Status.PASS, Status.PASS);
    assertThat(run().stop().reason()).isEmpty();
    assertThat(run().all(Event.Note.class))
        .extracting(Event.Note::text)
        .contains("the target died, and was started again without its data");
  }

  @Test
  void givesUpWhenTheTargetDiesInTheMiddle() throws IOException {
    run()
        .cell(
            "scripted",
            RunFixture.honest(
                request -> {
                  run().target().die();
                  return ScriptedChannel.affected(request, 1);
                }),
            THREE)
        .run();
    assertThat(run().outcomes())
        .extracting(Event.Outcome::status)
        .containsExactly(Status.PASS, Status.TARGET_FAULT, Status.NOT_RUN);
    assertThat(run().stop().reason()).contains("the target does not answer any more");
    assertThat(run().all(Event.Note.class))
        .as("the first database is still there")
        .anyMatch(note -> note.text().contains("tck_t_1 could not be dropped"));
  }

  @Test
  void startsNothingAfterAStop() throws IOException {
    run()
        .cell(
            "scripted",
            RunFixture.honest(
                request -> {
                  run().stop().because("the run was interrupted");
                  run().stop().because("another reason");
                  return ScriptedChannel.affected(request, 1);
                }),
            THREE)
        .cell("second", RunFixture.honest(ScriptedChannel::ok), THREE)
        .run();
    assertThat(run().outcomes())
        .extracting(Event.Outcome::status)
        .containsExactly(Status.PASS, Status.NOT_RUN, Status.NOT_RUN);
    assertThat(run().outcomes().get(2).reason()).isEqualTo("the run was interrupted");
    assertThat(run().outcomes().get(2).evidence()).isEmpty();
    assertThat(run().all(Event.Cell.class).get(1).reason()).isEqualTo("the run was interrupted");
  }

  @Test
  void reportsAnAdapterThatDoesNotStart() throws IOException {
    run()
        .cell(
            "scripted",
            new RunFixture.NeverStarting(
                new AdapterException(
                    AdapterException.Kind.NOT_STARTED, "python3 is not there", "")),
            THREE)
        .cell("second", RunFixture.honest(request -> ScriptedChannel.affected(request, 1)), THREE)
        .run();
    Event.Cell cell = run().all(Event.Cell.class).get(0);
    assertThat(cell.status()).isEqualTo(Status.NOT_RUN);
    assertThat(cell.reason()).isEqualTo("its adapter does not start: python3 is not there");
    assertThat(run().faults()).containsExactly("scripted 1.0 rest: python3 is not there");
    assertThat(run().outcomes()).as("the other cell runs").hasSize(3);
  }

  @Test
  void saysThatAStepIsNotInTheVocabulary() throws IOException {
    run()
        .cell(
            "scripted",
            RunFixture.honest(ScriptedChannel::ok),
            scenario("Given a connection", "When it rains", "Then it fails"))
        .run();
    assertThat(run().onlyOutcome().status()).isEqualTo(Status.ADAPTER_FAULT);
    assertThat(run().onlyOutcome().blame()).isEqualTo(Blame.HARNESS);
    assertThat(run().onlyOutcome().reason())
        .isEqualTo("a step is not in the vocabulary; see tck steps");
  }

  @Test
  void refusesAScenarioThatCouldNotFail() throws IOException {
    run()
        .cell(
            "scripted",
            RunFixture.honest(ScriptedChannel::ok),
            scenario("Given a connection", "When closing the connection"))
        .run();
    assertThat(run().onlyOutcome().status()).isEqualTo(Status.ADAPTER_FAULT);
    assertThat(run().onlyOutcome().reason())
        .isEqualTo("the scenario checks nothing, so it could not fail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Then it fails with 9731",
        "Then the error comes from the moon",
        "Then it succeeds"
      })
  void blamesTheHarnessForAStepThatMakesNoSense(String step) throws IOException {
    run()
        .cell(
            "scripted",
            RunFixture.honest(ScriptedChannel::ok),
            scenario("Given a connection", step))
        .run();
    assertThat(run().onlyOutcome().status()).isEqualTo(Status.ADAPTER_FAULT);
    assertThat(run().onlyOutcome().blame()).isEqualTo(Blame.HARNESS);
    assertThat(run().onlyOutcome().reason()).startsWith("a step failed in the harness: ");
  }

  @Test
  void goesOnAfterAScenarioThatCouldNotBeSetUp() throws IOException {
    AtomicInteger connects = new AtomicInteger();
    run()
        .cell(
            "scripted",
            new ScriptedChannel(
                request -> {
                  boolean second = request.op() == Op.CONNECT && connects.incrementAndGet() == 2;
                  return second
                      ? ScriptedChannel.refused(request, 1, "busy")
                      : ScriptedChannel.affected(request, 1);
                }),
            THREE)
        .run();
    assertThat(run().outcomes())
        .extracting(Event.Outcome::status)
        .containsExactly(Status.FAIL, Status.PASS, Status.PASS);
    assertThat(run().outcomes().get(0).checks()).extracting(CheckResult::id).contains("connects");
  }

  @Test
  void keepsPasswordsOutOfEverything() throws IOException {
    run()
        .serverHas(1)
        .keepingAll()
        .cell(
            request ->
                ScriptedChannel.refused(
                    request, 1, "cannot log in as root with " + RunFixture.PASSWORD + " at all"))
        .run();
    Event.Outcome outcome = run().onlyOutcome();
    assertThat(outcome.status()).isEqualTo(Status.FAIL);
    assertThat(run().evidence(outcome))
        .contains("cannot log in as root with *** at all")
        .doesNotContain(RunFixture.PASSWORD);
    assertThat(run().events().toString()).doesNotContain(RunFixture.PASSWORD);
  }

  @Test
  void writesDownTextThatIsNoText() throws IOException {
    run()
        .serverHas(1)
        .cell(
            request ->
                ScriptedChannel.rows(
                    request, "VARCHAR", false, new Value.Text(false, "half \uD83D of a letter")))
        .run();
    Event.Outcome outcome = run().onlyOutcome();
    assertThat(outcome.status()).isEqualTo(Status.FAIL);
    assertThat(run().evidence(outcome)).contains("half ");
    Path file = folder.resolve("results.jsonl");
    try (ResultsWriter writer = new ResultsWriter(file)) {
      run().events().forEach(writer);
    }
    assertThat(new ResultsReader().read(file)).hasSameSizeAs(run().events());
  }

  @Test
  void losesNoOutcomeWhenEvidenceCannotBeWritten() throws IOException {
    Files.writeString(run().out(), "a file where a folder is due");
    run()
        .cell("scripted", RunFixture.honest(request -> ScriptedChannel.affected(request, 2)), THREE)
        .run();
    assertThat(run().outcomes())
        .extracting(Event.Outcome::status)
        .containsExactly(Status.FAIL, Status.FAIL, Status.FAIL);
    assertThat(run().faults()).anyMatch(fault -> fault.contains("cannot be written"));
  }

  @Test
  void saysThatResultsCouldNotBeWritten() throws IOException {
    run()
        .tellingTo(
            event -> {
              if (event instanceof Event.Outcome) {
                throw new UncheckedIOException(new IOException("No space left on device"));
              }
            })
        .cell("scripted", RunFixture.honest(request -> ScriptedChannel.affected(request, 1)), THREE)
        .run();
    assertThat(run().faults())
        .hasSize(1)
        .allMatch(fault -> fault.startsWith("scripted 1.0 rest: the harness failed: "))
        .allMatch(fault -> fault.contains("No space left on device"));
    assertThat(run().target().statements())
        .as("what was created is dropped all the same")
        .contains("drop database if exists tck_t_1");
  }

  @Test
  void handsOutTheEventsOfManyCellsOneAtATime() throws IOException {
    int cells = 8;
    run().jobs(4);
    for (int cell = 0; cell < cells; cell++) {
      run()
          .cell(
              "cell" + cell,
              RunFixture.honest(request -> ScriptedChannel.affected(request, 1)),
              THREE);
    }
    run().run();
    assertThat(run().outcomes())
        .hasSize(3 * cells)
        .allMatch(outcome -> outcome.status() == Status.PASS);
    assertThat(run().all(Event.Cell.class)).hasSize(cells);
  }

  @Test
  void returnsOnlyAfterAllCellsEndedWhenItIsInterrupted() throws Exception {
    CountDownLatch inQuery = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    run()
        .cell(
            "scripted",
            RunFixture.honest(
                request -> {
                  inQuery.countDown();
                  awaitUninterrupted(go);
                  return ScriptedChannel.affected(request, 1);
                }),
            THREE);
    AtomicReference<@Nullable Throwable> problem = new AtomicReference<>();
    AtomicReference<@Nullable Integer> outcomesAtEnd = new AtomicReference<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                run().run();
                outcomesAtEnd.set(run().outcomes().size());
              } catch (IOException | RuntimeException e) {
                problem.set(e);
              }
            });
    runner.start();
    assertThat(inQuery.await(30, TimeUnit.SECONDS)).isTrue();
    runner.interrupt();
    go.countDown();
    runner.join(60_000);
    assertThat(runner.isAlive()).isFalse();
    assertThat(problem.get()).isNull();
    assertThat(run().stop().reason()).contains("interrupted");
    assertThat(outcomesAtEnd.get()).isEqualTo(3);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
