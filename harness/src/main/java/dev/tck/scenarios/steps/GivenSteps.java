package dev.tck.scenarios.steps;

import dev.tck.results.Blame;
import dev.tck.results.Status;
import dev.tck.scenarios.world.Answer;
import dev.tck.scenarios.world.ScenarioAborted;
import dev.tck.scenarios.world.World;
import io.cucumber.java.en.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * States from which scenarios start; what the harness prepares itself goes by the reference
 * connector.
 */
public final class GivenSteps {
  private static final long FIRST_TIMESTAMP = 1_700_000_000_000L;
  private static final int ROWS_PER_INSERT = 2_000;

  private final World world;

  /** Creates the steps of a scenario. */
  public GivenSteps(World world) {
    this.world = world;
  }

  @Given("a database")
  @Example(
      value = "Given a database",
      does = "The harness creates a database of the scenario's own, $DB; a second one is $DB2.")
  public void database() {
    world.createDatabase("");
  }

  @Given("a database with {string}")
  @Example(
      value = "Given a database with \"precision 'ns' keep 36500\"",
      does = "The same, with options of CREATE DATABASE.")
  public void databaseWith(String options) {
    world.createDatabase(options);
  }

  @Given("the statements")
  @Example(
      value =
          "Given the statements\n  \"\"\"\n  create table t (ts timestamp, v int);\n  insert into t values (1700000000000, 1);\n  \"\"\"",
      does =
          "The harness executes them in $DB by the reference connector over REST; each ends with a semicolon at the end of a line.")
  public void statements(String text) {
    world.prepare(Statements.of(world.templates().expand(text)));
  }

  @Given("the statements by the other interface")
  @Example(
      value =
          "Given the statements by the other interface\n  \"\"\"\n  insert into t values (1700000000000, 1);\n  \"\"\"",
      does =
          "The same by another interface than the connector's: WebSocket for a connector over REST, REST for all others.")
  public void statementsByOtherInterface(String text) {
    world.prepareByOtherInterface(Statements.of(world.templates().expand(text)));
  }

  @Given("a table {word} of {int} rows")
  @Example(
      value = "Given a table t of 10000 rows",
      does =
          "The harness creates a table (ts timestamp, n int, s varchar(16)); row i, counted from 0, holds 1700000000000 + i,"
              + " i and 'row' followed by i.")
  public void tableOfRows(String table, int rows) {
    List<String> statements = new ArrayList<>();
    statements.add("create table " + table + " (ts timestamp, n int, s varchar(16))");
    for (int first = 0; first < rows; first += ROWS_PER_INSERT) {
      StringBuilder sql = new StringBuilder("insert into " + table + " values");
      for (int row = first; row < Math.min(rows, first + ROWS_PER_INSERT); row++) {
        sql.append(" (")
            .append(FIRST_TIMESTAMP + row)
            .append(',')
            .append(row)
            .append(",'row")
            .append(row)
            .append("')");
      }
      statements.add(sql.toString());
    }
    world.prepare(statements);
  }

  @Given("a user with the password {string}")
  @Example(
      value = "Given a user with the password \"Ab1!@#$%,.:?<>;~\"",
      does = "The harness creates a user of the scenario's own, $USER.")
  public void user(String password) {
    world.createUser(world.templates().expand(password));
  }

  @Given("a connection")
  @Example(
      value = "Given a connection",
      does = "The connector connects as root to $DB, or without a database if there is none.")
  public void connection() {
    open(World.MAIN_CONNECTION, Map.of());
  }

  @Given("a connection without a database")
  @Example(
      value = "Given a connection without a database",
      does = "The connector connects as root and selects no database.")
  public void connectionWithoutDatabase() {
    open(World.MAIN_CONNECTION, Map.of("database", ""));
  }

  @Given("another connection {word}")
  @Example(
      value = "Given another connection B",
      does = "The connector opens a further connection to $DB, which steps call B.")
  public void anotherConnection(String name) {
    open(name, Map.of());
  }

  // Without its connection a scenario says nothing about what it is for, but the connector did
  // fail.
  private void open(String name, Map<String, String> overrides) {
    if (world.connect(name, overrides) instanceof Answer.Refused refused) {
      world.checks().must("connects", false, "a connection", refused.display());
      throw new ScenarioAborted(
          Status.FAIL, Blame.UNDECIDED, "no connection: " + refused.display(), "");
    }
  }
}
