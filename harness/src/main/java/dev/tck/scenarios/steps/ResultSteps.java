package dev.tck.scenarios.steps;

import dev.tck.adapter.Payloads;
import dev.tck.results.Level;
import dev.tck.scenarios.world.Answer;
import dev.tck.scenarios.world.Control;
import dev.tck.scenarios.world.ExpectedTable;
import dev.tck.scenarios.world.RowDifferences;
import dev.tck.scenarios.world.World;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import dev.tck.values.ValueComparison;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks of results; each records what it found and lets the scenario go on. */
public final class ResultSteps {
  private final World world;

  /** Creates the steps of a scenario. */
  public ResultSteps(World world) {
    this.world = world;
  }

  @Then("the result is")
  @Example(
      value =
          "Then the result is\n  | ts : timestamp | v : int |\n  | 1700000000000  | 1       |\n  | 1700000000001  | NULL    |",
      does =
          "Checks names (MUST), types where the connector tells them (SHOULD) and rows in their order (MUST): floating point by"
              + " bits, instants by nanoseconds, text by code points.")
  public void resultIs(DataTable table) {
    checkResult(table, true);
  }

  @Then("the result in any order is")
  @Example(
      value = "Then the result in any order is\n  | v : int |\n  | 2       |\n  | 1       |",
      does = "The same, whatever the order of the rows.")
  public void resultInAnyOrderIs(DataTable table) {
    checkResult(table, false);
  }

  private void checkResult(DataTable table, boolean ordered) {
    ExpectedTable expected =
        ExpectedTable.read(table.cells(), world.templates(), world.precision());
    if (!(world.last() instanceof Answer.Rows actual)) {
      world
          .checks()
          .must(
              "result",
              false,
              "a result of " + expected.rows().size() + " rows",
              world.last().display());
      return;
    }
    checkColumns(expected, actual.columns());
    checkTypes(expected, actual.columns());
    checkRows(expected.rows(), actual, ordered);
  }

  @Then("the columns are")
  @Example(
      value = "Then the columns are\n  | name : varchar |",
      does =
          "Checks names (MUST) and types (SHOULD) of the result's columns, where the rows depend on the server.")
  public void columnsAre(DataTable table) {
    checkHeader(table, Integer.MAX_VALUE);
  }

  @Then("the columns begin with")
  @Example(
      value = "Then the columns begin with\n  | field : varchar | type : varchar |",
      does = "The same, where newer servers have further columns.")
  public void columnsBeginWith(DataTable table) {
    checkHeader(table, table.row(0).size());
  }

  private void checkHeader(DataTable table, int most) {
    ExpectedTable expected =
        ExpectedTable.read(table.cells().subList(0, 1), world.templates(), world.precision());
    if (world.last() instanceof Answer.Rows actual) {
      List<Payloads.Column> columns = actual.columns().stream().limit(most).toList();
      checkColumns(expected, columns);
      checkTypes(expected, columns);
    } else {
      world.checks().must("columns", false, "a result", world.last().display());
    }
  }

  private void checkColumns(ExpectedTable expected, List<Payloads.Column> actual) {
    List<String> wanted = expected.columns().stream().map(ExpectedTable.Column::name).toList();
    List<String> found = actual.stream().map(Payloads.Column::name).toList();
    world
        .checks()
        .must("columns", wanted.equals(found), String.join(", ", wanted), String.join(", ", found));
  }

  private void checkTypes(ExpectedTable expected, List<Payloads.Column> actual) {
    boolean told =
        actual.size() == expected.columns().size()
            && actual.stream().noneMatch(column -> column.type().isEmpty());
    if (told) {
      List<String> wanted =
          expected.columns().stream().map(column -> column.type().sqlName()).toList();
      List<String> found =
          actual.stream()
              .map(
                  column ->
                      TaosType.ofName(column.type()).map(TaosType::sqlName).orElse(column.type()))
              .toList();
      world
          .checks()
          .record(
              "types",
              Level.SHOULD,
              wanted.equals(found),
              String.join(", ", wanted),
              String.join(", ", found));
    }
  }

  private void checkRows(List<List<Value>> expected, Answer.Rows actual, boolean ordered) {
    Optional<RowDifferences.Difference> difference =
        ordered
            ? RowDifferences.inOrder(expected, actual.rows())
            : RowDifferences.inAnyOrder(expected, actual.rows());
    world
        .checks()
        .must(
            "rows",
            difference.isEmpty(),
            difference.map(RowDifferences.Difference::expected).orElse(""),
            difference.map(found -> found.actual() + hostTypes(actual)).orElse(""));
  }

  // A wrong value is often one of a type that the host language's users do not expect.
  private static String hostTypes(Answer.Rows actual) {
    return actual.columns().stream()
        .map(column -> column.name() + " " + column.nat())
        .collect(Collectors.joining(", ", " (as returned: ", ")"));
  }

  @Then("the result has {int} column(s)")
  @Example(
      value = "Then the result has 300 columns",
      does = "Checks the number of columns, of the header and of every row (MUST).")
  public void resultHasColumns(int columns) {
    boolean holds =
        world.last() instanceof Answer.Rows actual
            && actual.columns().size() == columns
            && actual.rows().stream().allMatch(row -> row.size() == columns);
    String found =
        world.last() instanceof Answer.Rows actual
            ? actual.columns().size() + " columns"
            : world.last().display();
    world.checks().must("column-count", holds, columns + " columns", found);
  }

  @Then("the column {word} should have the length {int}")
  @Example(
      value = "Then the column s should have the length 16",
      does = "Checks the declared length of a column, where the connector tells any (SHOULD).")
  public void columnShouldHaveLength(String name, int length) {
    if (!(world.last() instanceof Answer.Rows actual)) {
      world.checks().must("length", false, "a result", world.last().display());
      return;
    }
    actual.columns().stream()
        .filter(column -> column.name().equals(name))
        .map(Payloads.Column::length)
        .filter(Objects::nonNull)
        .forEach(
            found ->
                world
                    .checks()
                    .record(
                        "length",
                        Level.SHOULD,
                        found == length,
                        "the length " + length,
                        "the length " + found));
  }

  @Then("the result has {int} row(s)")
  @Example(value = "Then the result has 10000 rows", does = "Checks the number of rows (MUST).")
  public void resultHasRows(int rows) {
    boolean holds = world.last() instanceof Answer.Rows actual && actual.rows().size() == rows;
    world
        .checks()
        .must("row-count", holds, "a result of " + rows + " rows", world.last().display());
  }

  @Then("the column {word} counts up from {long}")
  @Example(
      value = "Then the column n counts up from 0",
      does =
          "Checks that each row holds one more than the row before (MUST): nothing lost, doubled or out of order.")
  public void columnCountsUp(String name, long first) {
    if (!(world.last() instanceof Answer.Rows actual)) {
      world.checks().must("sequence", false, "a result", world.last().display());
      return;
    }
    List<String> names = actual.columns().stream().map(Payloads.Column::name).toList();
    int column = names.indexOf(name);
    if (column < 0) {
      world
          .checks()
          .must("sequence", false, "a column " + name, "the columns " + String.join(", ", names));
      return;
    }
    for (int row = 0; row < actual.rows().size(); row++) {
      Value expected = Value.Int.of(Value.IntegerKind.I64, first + row);
      Value found = actual.rows().get(row).get(column);
      if (!ValueComparison.compare(expected, found).isEqual()) {
        String place = "row " + (row + 1) + ": ";
        world.checks().must("sequence", false, place + expected.display(), place + found.display());
        return;
      }
    }
    world.checks().must("sequence", true, "", "");
  }

  @Then("{long} row(s) is/are affected")
  @Example(
      value = "Then 3 rows are affected",
      does = "Checks the number of rows that the statement changed (MUST).")
  public void rowsAreAffected(long rows) {
    boolean holds =
        world.last() instanceof Answer.Done done
            && done.affected().filter(found -> found == rows).isPresent();
    world.checks().must("affected-rows", holds, rows + " rows affected", world.last().display());
  }

  @Then("it succeeds")
  @Example(value = "Then it succeeds", does = "Checks that there was no error (MUST).")
  public void succeeds() {
    world
        .checks()
        .must(
            "succeeds",
            !(world.last() instanceof Answer.Refused),
            "success",
            world.last().display());
  }

  @Then("reading {string} gives")
  @Example(
      value = "Then reading \"select v from t order by ts\" gives\n  | v : int |\n  | 1       |",
      does =
          "The harness reads what is stored in $DB by the reference connector over REST and compares (MUST); the last answer"
              + " stays the connector's.")
  public void readingGives(String sql, DataTable table) {
    checkStored(world.cell().control(), sql, table, Level.MUST);
  }

  @Then("reading {string} should give")
  @Example(
      value =
          "Then reading \"select count(*) from t\" should give\n  | n : bigint |\n  | 1          |",
      does = "The same, where TDengine's page promises nothing (SHOULD): seen, not judged.")
  public void readingShouldGive(String sql, DataTable table) {
    checkStored(world.cell().control(), sql, table, Level.SHOULD);
  }

  @Then("reading {string} by the other interface gives")
  @Example(
      value =
          "Then reading \"select v from t\" by the other interface gives\n  | v : int |\n  | 1       |",
      does =
          "The same (MUST) by another interface than the connector's: WebSocket for a connector over REST, REST for all others.")
  public void readingByOtherInterfaceGives(String sql, DataTable table) {
    Control control = world.cell().control().byOtherThan(world.cell().interfaceId());
    checkStored(control, sql, table, Level.MUST);
  }

  private void checkStored(Control control, String sql, DataTable table, Level level) {
    ExpectedTable expected =
        ExpectedTable.read(table.cells(), world.templates(), world.precision());
    List<List<Value>> stored =
        control.read(world.requiredDatabase(), world.templates().expand(sql));
    Optional<RowDifferences.Difference> difference =
        RowDifferences.inOrder(expected.rows(), stored);
    world
        .checks()
        .record(
            "stored",
            level,
            difference.isEmpty(),
            difference.map(RowDifferences.Difference::expected).orElse(""),
            difference.map(RowDifferences.Difference::actual).orElse(""));
  }

  @Then("the connection still works")
  @Example(
      value = "Then the connection still works",
      does = "The connector executes select 1 and must get 1 (MUST).")
  public void connectionStillWorks() {
    Answer answer = world.adapter().query(World.MAIN_CONNECTION, "select 1");
    boolean holds =
        answer instanceof Answer.Rows rows
            && rows.rows().size() == 1
            && RowDifferences.inOrder(
                    List.of(List.of(Value.Int.of(Value.IntegerKind.I64, 1))), rows.rows())
                .isEmpty();
    String found =
        answer instanceof Answer.Rows rows
            ? rows.rows().stream().map(RowDifferences::display).collect(Collectors.joining(", "))
            : answer.display();
    world.checks().must("still-works", holds, "1", found);
  }
}
