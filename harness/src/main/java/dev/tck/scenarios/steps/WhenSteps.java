package dev.tck.scenarios.steps;

import dev.tck.scenarios.world.Answer;
import dev.tck.scenarios.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the connector under test is asked to do; Then steps check the answer to the last one. */
public final class WhenSteps {
  private static final Set<String> CONNECT_OPTIONS =
      Set.of("user", "password", "database", "timezone", "statement");

  private static final int OPENED_ROWS = 10;

  private final World world;

  /** Creates the steps of a scenario. */
  public WhenSteps(World world) {
    this.world = world;
  }

  @When("executing")
  @Example(
      value = "When executing\n  \"\"\"\n  insert into t values (1700000000000, 1)\n  \"\"\"",
      does = "The connector executes the statement without asking for a result.")
  public void executing(String sql) {
    executingOn(World.MAIN_CONNECTION, sql);
  }

  @When("executing on {word}")
  @Example(
      value = "When executing on B\n  \"\"\"\n  use $DB2\n  \"\"\"",
      does = "The same on another connection.")
  public void executingOn(String connection, String sql) {
    world.answered(world.adapter().execute(connection, world.templates().expand(sql)));
  }

  @When("querying")
  @Example(
      value = "When querying\n  \"\"\"\n  select * from t order by ts\n  \"\"\"",
      does = "The connector executes the statement and reads its whole result.")
  public void querying(String sql) {
    queryingOn(World.MAIN_CONNECTION, sql);
  }

  @When("querying on {word}")
  @Example(
      value = "When querying on B\n  \"\"\"\n  select database()\n  \"\"\"",
      does = "The same on another connection.")
  public void queryingOn(String connection, String sql) {
    world.answered(world.adapter().query(connection, world.templates().expand(sql)));
  }

  @When("opening the result {word} of")
  @Example(
      value = "When opening the result R of\n  \"\"\"\n  select * from t order by ts\n  \"\"\"",
      does =
          "The connector executes the statement and reads the first 10 rows; the result stays open under this name.")
  public void opening(String result, String sql) {
    world.opened(
        result,
        world
            .adapter()
            .open(World.MAIN_CONNECTION, result, world.templates().expand(sql), OPENED_ROWS));
  }

  @When("reading the rest of {word}")
  @Example(
      value = "When reading the rest of R",
      does = "The connector reads an open result to its end; the answer is all of its rows.")
  public void readingRest(String result) {
    world.answered(world.adapter().readOn(result, world.read(result)));
  }

  @When("closing the result {word}")
  @Example(
      value = "When closing the result R",
      does = "The connector closes an open result, read to its end or not.")
  public void closingResult(String result) {
    world.answered(world.adapter().close(result));
  }

  @When("executing in thread {word}")
  @Example(
      value = "When executing in thread T\n  \"\"\"\n  use $DB2\n  \"\"\"",
      does =
          "A thread of this name executes the statement on the connection, which it shares with all others.")
  public void executingInThread(String thread, String sql) {
    world.answered(
        world
            .adapter()
            .inThread(thread)
            .execute(World.MAIN_CONNECTION, world.templates().expand(sql)));
  }

  @When("reading only {int} rows of")
  @Example(
      value = "When reading only 10 rows of\n  \"\"\"\n  select * from t order by ts\n  \"\"\"",
      does = "The connector reads that many rows and closes the result.")
  public void readingOnly(int rows, String sql) {
    world.answered(
        world.adapter().queryFirstPage(World.MAIN_CONNECTION, world.templates().expand(sql), rows));
  }

  @When("connecting with")
  @Example(
      value = "When connecting with\n  | user     | root  |\n  | password | wrong |",
      does =
          "The connector connects; user, password, database and timezone replace what a connection has otherwise, an empty"
              + " database selects none.")
  public void connectingWith(DataTable table) {
    world.answered(world.connect(World.MAIN_CONNECTION, options(table)));
  }

  @When("logging in with")
  @Example(
      value = "When logging in with\n  | user     | root  |\n  | password | wrong |",
      does =
          "The same, and then a statement (select 1 unless given), because connectors over REST may not ask the server before"
              + " their first one; the answer is the first error, or the result.")
  public void loggingInWith(DataTable table) {
    Map<String, String> options = options(table);
    String statement = Objects.requireNonNullElse(options.remove("statement"), "select 1");
    Answer connected = world.connect(World.MAIN_CONNECTION, options);
    world.answered(
        connected instanceof Answer.Refused
            ? connected
            : world.adapter().query(World.MAIN_CONNECTION, statement));
  }

  @When("logging in {int} times with")
  @Example(
      value = "When logging in 20 times with\n  | password | wrong |",
      does = "The same again and again; the answer is the last one.")
  public void loggingInTimes(int times, DataTable table) {
    for (int time = 0; time < times; time++) {
      loggingInWith(table);
    }
  }

  private Map<String, String> options(DataTable table) {
    Map<String, String> options = new LinkedHashMap<>();
    for (List<String> row : table.cells()) {
      String value = row.size() < 2 || row.get(1) == null ? "" : row.get(1);
      if (!CONNECT_OPTIONS.contains(row.get(0))) {
        throw new IllegalArgumentException(
            "“"
                + row.get(0)
                + "” is no option; known are user, password, database, timezone, statement");
      }
      options.put(row.get(0), world.templates().expand(value));
    }
    return options;
  }

  @When("closing the connection")
  @Example(value = "When closing the connection", does = "The connector closes its connection.")
  public void closing() {
    world.answered(world.adapter().close(World.MAIN_CONNECTION));
  }
}
