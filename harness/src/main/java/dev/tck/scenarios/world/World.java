package dev.tck.scenarios.world;

import dev.tck.adapter.Requests;
import dev.tck.results.Blame;
import dev.tck.results.Status;
import dev.tck.targets.Endpoint;
import dev.tck.targets.TaosCommand;
import dev.tck.values.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The state of one scenario: its database, its connections, the last answer, its checks. */
public final class World {
  /** The connection that steps mean when they name none. */
  public static final String MAIN_CONNECTION = "main";

  private static final Pattern PRECISION =
      Pattern.compile("precision\\s+'(\\w+)'", Pattern.CASE_INSENSITIVE);

  private final Cell cell;
  private final AdapterClient adapter;
  private final Checks checks = new Checks();
  private final Templates templates = new Templates();
  private final List<String> databases = new ArrayList<>();
  private final List<String> users = new ArrayList<>();
  private Precision precision = Precision.MILLISECONDS;
  private final Map<String, Answer.Rows> open = new HashMap<>();
  private Optional<Answer> last = Optional.empty();
  private List<Crowd.Turn> turns = List.of();

  /**
   * What all scenarios of a cell share.
   *
   * @param interfaceId is the interface that the connector uses
   * @param endpoint is where the connector connects: the recording proxy
   * @param tdengine is the server's version
   * @param taos is the command-line client that came with the server or is installed
   * @param stopped says why no further scenario may run; empty while they may
   */
  public record Cell(
      String interfaceId,
      Endpoint endpoint,
      Control control,
      DatabaseNames names,
      String tdengine,
      Optional<TaosCommand> taos,
      Supplier<Optional<String>> stopped) {
    /** Returns the same with another interface. */
    public Cell by(String otherInterface) {
      return new Cell(otherInterface, endpoint, control, names, tdengine, taos, stopped);
    }

    /** Returns the same with another address for the connector. */
    public Cell through(Endpoint otherEndpoint) {
      return new Cell(interfaceId, otherEndpoint, control, names, tdengine, taos, stopped);
    }
  }

  /** Creates the state of a scenario. */
  public World(Cell cell, AdapterClient adapter) {
    this.cell = cell;
    this.adapter = adapter;
    templates.define("PASSWORD", cell.endpoint().password());
    templates.define("TDENGINE", cell.tdengine());
  }

  /**
   * Returns if scenarios may run.
   *
   * @throws ScenarioAborted with status not-run if the run or the cell was stopped
   */
  public void requireRunning() {
    cell.stopped()
        .get()
        .ifPresent(
            reason -> {
              throw new ScenarioAborted(Status.NOT_RUN, Blame.UNDECIDED, reason, "");
            });
  }

  /** Returns what the scenario shares with its cell. */
  public Cell cell() {
    return cell;
  }

  /** Returns the connector under test. */
  public AdapterClient adapter() {
    return adapter;
  }

  /** Returns the checks made so far. */
  public Checks checks() {
    return checks;
  }

  /** Returns the expansions that hold in this scenario. */
  public Templates templates() {
    return templates;
  }

  /** Returns the precision of the scenario's database. */
  public Precision precision() {
    return precision;
  }

  /**
   * Creates a database of the scenario's own; the first is called {@code $DB} in steps, the next
   * {@code $DB2}.
   *
   * @param options are those of {@code CREATE DATABASE}, may be empty
   */
  public void createDatabase(String options) {
    String name = cell.names().newDatabase();
    databases.add(name);
    templates.define(databases.size() == 1 ? "DB" : "DB" + databases.size(), name);
    Matcher matcher = PRECISION.matcher(options);
    precision =
        matcher.find()
            ? Precision.ofText(matcher.group(1)).orElse(Precision.MILLISECONDS)
            : Precision.MILLISECONDS;
    // One vgroup, so that a server with few vnodes lasts; 2.x does not know the option.
    String vgroups =
        cell.tdengine().startsWith("2.") || options.toLowerCase(Locale.ROOT).contains("vgroups")
            ? ""
            : " vgroups 1";
    prepare(
        () -> cell.control().execute(List.of("create database " + name + vgroups + " " + options)));
  }

  /** Creates a user of the scenario's own, called {@code $USER} in steps. */
  public void createUser(String password) {
    String name = cell.names().newUser();
    users.add(name);
    templates.define(users.size() == 1 ? "USER" : "USER" + users.size(), name);
    String sql = "create user " + name + " pass '" + password.replace("'", "\\'") + "'";
    try {
      prepare(() -> cell.control().execute(List.of(sql)));
    } catch (ScenarioAborted e) {
      if (e.status() == Status.FAIL) {
        forgetUser(name);
      }
      throw e;
    }
  }

  // A user that the server refused cannot be dropped, and there is no DROP USER IF EXISTS.
  private void forgetUser(String name) {
    users.remove(name);
    cell.names().dropped(name);
  }

  /** Executes statements in the scenario's database by the reference connector. */
  public void prepare(List<String> statements) {
    prepare(() -> cell.control().execute(requiredDatabase(), statements));
  }

  /** The same by another interface than that of the connector under test. */
  public void prepareByOtherInterface(List<String> statements) {
    Control control = cell.control().byOtherThan(cell.interfaceId());
    prepare(() -> control.execute(requiredDatabase(), statements));
  }

  // A server that refuses what a scenario starts from has failed the scenario, not the connector.
  private void prepare(Runnable work) {
    try {
      work.run();
    } catch (ScenarioAborted e) {
      checks.must(
          "prepared",
          false,
          "a server that accepts what the scenario starts from",
          String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Returns the scenario's first database, if it has one. */
  public Optional<String> database() {
    return databases.stream().findFirst();
  }

  /**
   * Returns the scenario's first database.
   *
   * @throws IllegalStateException if no step has created one
   */
  public String requiredDatabase() {
    return database()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the scenario has no database; begin with “Given a database”"));
  }

  /** Returns all databases of the scenario. */
  public List<String> databases() {
    return List.copyOf(databases);
  }

  /** Returns all users of the scenario. */
  public List<String> users() {
    return List.copyOf(users);
  }

  /**
   * Connects the connector under test.
   *
   * @param overrides replace user, password, database, timezone; an empty database connects without
   *     one
   */
  public Answer connect(String name, Map<String, String> overrides) {
    return connect(adapter, name, overrides);
  }

  /** The same by a thread of the adapter's own. */
  public Answer connect(AdapterClient thread, String name, Map<String, String> overrides) {
    Endpoint endpoint = cell.endpoint();
    String database = overrides.getOrDefault("database", database().orElse(""));
    return thread.connect(
        name,
        new Requests.Endpoint(
            cell.interfaceId(),
            endpoint.host(),
            endpoint.port(),
            overrides.getOrDefault("user", endpoint.user()),
            overrides.getOrDefault("password", endpoint.password()),
            database.isEmpty() ? null : database,
            overrides.get("timezone"),
            Map.of()));
  }

  /** Remembers the answer that Then steps check. */
  public void answered(Answer answer) {
    last = Optional.of(answer);
  }

  /**
   * Returns the last answer.
   *
   * @throws IllegalStateException if nothing was done yet
   */
  public Answer last() {
    return last.orElseThrow(
        () -> new IllegalStateException("nothing was executed before this step"));
  }

  /** Remembers what was read of a result that stays open. */
  public void opened(String result, Answer answer) {
    if (answer instanceof Answer.Rows rows) {
      open.put(result, rows);
    }
    answered(answer);
  }

  /**
   * Returns what was read so far of a result that is open.
   *
   * @throws ScenarioAborted if it was not opened, after a failed check that says so
   */
  public Answer.Rows read(String result) {
    Answer.Rows rows = open.get(result);
    if (rows == null) {
      checks.must("opened", false, "the open result " + result, last().display());
      throw new ScenarioAborted(
          Status.FAIL, Blame.UNDECIDED, "the result " + result + " is not open", "");
    }
    return rows;
  }

  /** Remembers what many workers did. */
  public void worked(List<Crowd.Turn> done) {
    turns = List.copyOf(done);
  }

  /**
   * Returns what many workers did.
   *
   * @throws IllegalStateException if none worked yet
   */
  public List<Crowd.Turn> turns() {
    if (turns.isEmpty()) {
      throw new IllegalStateException("nobody worked before this step");
    }
    return turns;
  }
}
