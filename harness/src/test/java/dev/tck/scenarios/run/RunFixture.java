package dev.tck.scenarios.run;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Op;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.doubles.FeatureFolder;
import dev.tck.doubles.ScriptedChannel;
import dev.tck.doubles.StubTarget;
import dev.tck.results.Event;
import dev.tck.results.Platform;
import dev.tck.scenarios.plan.Plan;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import dev.tck.scenarios.world.DatabaseNames;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A run with a stub of a server and adapters that a test scripts. */
final class RunFixture implements AutoCloseable {
  static final String PASSWORD = "Secret:1";

  /** The check of most tests: the connector must read 1 from its own database. */
  static final String READS_ONE =
      """
      Feature: f

        @SQL-001
        Scenario: reads one
          Given a database
          And a connection
          When querying
            \"\"\"
            select v from t
            \"\"\"
          Then the result is
            | v : int |
            | 1       |
      """;

  private final Path folder;
  private final StubTarget target = new StubTarget(PASSWORD);
  private final Stop stop = new Stop();
  private final List<Event> events = new ArrayList<>();
  private final Map<String, AdapterChannel> channels = new HashMap<>();
  private final List<Plan.Cell> cells = new ArrayList<>();
  private List<String> faults = List.of();
  private Consumer<Event> sink = event -> {};
  private boolean keepAll;
  private int jobs = 1;
  private Duration deadline = Duration.ofSeconds(20);

  RunFixture(Path folder) {
    this.folder = folder;
  }

  StubTarget target() {
    return target;
  }

  Stop stop() {
    return stop;
  }

  Path out() {
    return folder.resolve("out");
  }

  RunFixture keepingAll() {
    keepAll = true;
    return this;
  }

  /** Hands all events to somebody who may fail. */
  RunFixture tellingTo(Consumer<Event> somebody) {
    sink = somebody;
    return this;
  }

  RunFixture jobs(int number) {
    jobs = number;
    return this;
  }

  RunFixture deadline(Duration limit) {
    deadline = limit;
    return this;
  }

  /** Says what the server answers to {@code select v}. */
  RunFixture serverHas(int value) {
    target.answering(
        "select v",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[" + value + "]],\"rows\":1}");
    return this;
  }

  /** Adds a cell that runs all scenarios of a feature file. */
  RunFixture cell(String connector, AdapterChannel channel, String feature) throws IOException {
    Path features = folder.resolve("features-" + cells.size());
    Files.createDirectories(features);
    Suite suite = new FeatureFolder(features).with("execute-sql/f.feature", feature).load();
    channels.put(connector, channel);
    cells.add(
        new Plan.Cell(connector, "1.0", "java", "rest", "remote:3.3.6.6", "", suite.scenarios()));
    return this;
  }

  /** Adds a cell that reads one, with an adapter that answers queries by this script. */
  RunFixture cell(ScriptedChannel.Script queries) throws IOException {
    return cell("scripted", honest(queries), READS_ONE);
  }

  /** Returns an adapter that connects, answers {@code select 1}, and else what the script says. */
  static ScriptedChannel honest(ScriptedChannel.Script queries) {
    return new ScriptedChannel(
        request -> {
          boolean sql = request.op() == Op.QUERY || request.op() == Op.EXECUTE;
          if (!sql) {
            return ScriptedChannel.ok(request);
          }
          return request.arguments().path("sql").asText().equals("select 1")
              ? ScriptedChannel.rows(request, "BIGINT", false, Value.Int.of(IntegerKind.I64, 1))
              : queries.answer(request);
        });
  }

  /** Answers with one INT value. */
  static Reply value(Request request, int value) {
    return ScriptedChannel.rows(request, "INT", false, Value.Int.of(IntegerKind.I32, value));
  }

  RunFixture run() throws IOException {
    Runner runner = runner();
    faults =
        runner.run(
            new Plan(cells, List.of(), "", new Plan.Coverage(0, 0)),
            target,
            new Platform("x64", "linux"),
            new DatabaseNames("t"),
            stop,
            event -> {
              sink.accept(event);
              events.add(event);
            });
    return this;
  }

  private Runner runner() throws IOException {
    return new Runner(
        cell -> channel(cell.connector()),
        Tap.NONE,
        Confirmations.load(folder.resolve("confirmed.yaml")),
        new RunSettings(jobs, deadline, out(), keepAll),
        InstantSource.system());
  }

  private AdapterChannel channel(String connector) throws dev.tck.adapter.AdapterException {
    AdapterChannel channel = channels.get(connector);
    if (channel == null) {
      throw new IllegalStateException("no adapter for " + connector);
    }
    if (channel instanceof NeverStarting never) {
      throw never.problem();
    }
    return channel;
  }

  /** An adapter that does not start. */
  record NeverStarting(dev.tck.adapter.AdapterException problem) implements AdapterChannel {
    @Override
    public java.util.concurrent.CompletableFuture<Reply> send(Request request) {
      throw new IllegalStateException("it never started");
    }

    @Override
    public dev.tck.adapter.Hello hello() {
      throw new IllegalStateException("it never started");
    }

    @Override
    public void close() {}
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  List<String> faults() {
    return faults;
  }

  List<Event.Outcome> outcomes() {
    return all(Event.Outcome.class);
  }

  List<Event.Control> controls() {
    return all(Event.Control.class);
  }

  <T extends Event> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Event.Outcome onlyOutcome() {
    if (outcomes().size() != 1) {
      throw new AssertionError("one outcome is due, but there are " + events);
    }
    return outcomes().get(0);
  }

  String evidence(Event.Outcome outcome) throws IOException {
    return Files.readString(out().resolve(outcome.evidence()));
  }

  List<Scenario> scenarios(int cell) {
    return cells.get(cell).scenarios();
  }

  @Override
  public void close() {
    target.close();
  }
}
