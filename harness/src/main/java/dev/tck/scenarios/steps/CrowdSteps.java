package dev.tck.scenarios.steps;

import dev.tck.scenarios.world.AdapterClient;
import dev.tck.scenarios.world.Answer;
import dev.tck.scenarios.world.Crowd;
import dev.tck.scenarios.world.ExpectedTable;
import dev.tck.scenarios.world.RowDifferences;
import dev.tck.scenarios.world.Templates;
import dev.tck.scenarios.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What many threads do at once, and what must come of it. */
public final class CrowdSteps {
  private final World world;
  private final Crowd crowd;

  /** Creates the steps of a scenario. */
  public CrowdSteps(World world) {
    this.world = world;
    this.crowd = new Crowd(world);
  }

  @When("executing {int} times in each of {int} threads")
  @Example(
      value =
          "When executing 50 times in each of 8 threads\n  \"\"\"\n  insert into t values ($TS, $NUMBER)\n  \"\"\"",
      does =
          "Threads execute the statements at once on the connection, which they share; $WORKER, $TURN, $NUMBER and $TS differ"
              + " between turns, $MINE and $OTHER are $DB and $DB2, exchanged for every second worker.")
  public void executingInThreads(int times, int threads, String text) {
    world.worked(
        crowd.work(
            threads,
            times,
            (adapter, templates, worker) ->
                executed(adapter, World.MAIN_CONNECTION, templates.expand(text))));
  }

  @When("executing {int} times in each of {int} connections")
  @Example(
      value =
          "When executing 50 times in each of 8 connections\n  \"\"\"\n  insert into t values ($TS, $NUMBER)\n  \"\"\"",
      does = "The same, each thread on a connection of its own, which it opens to $MINE.")
  public void executingInConnections(int times, int connections, String text) {
    world.worked(
        crowd.work(
            connections,
            times,
            (adapter, templates, worker) ->
                connected(
                    adapter, templates, name -> executed(adapter, name, templates.expand(text)))));
  }

  @When("querying {int} times in each of {int} threads")
  @Example(
      value =
          "When querying 20 times in each of 8 threads\n  \"\"\"\n  select $NUMBER as n\n  \"\"\"",
      does = "Threads query at once on the connection, which they share, and read whole results.")
  public void queryingInThreads(int times, int threads, String sql) {
    world.worked(
        crowd.work(
            threads,
            times,
            (adapter, templates, worker) ->
                adapter.query(World.MAIN_CONNECTION, templates.expand(sql))));
  }

  @When("querying {int} times in each of {int} connections")
  @Example(
      value =
          "When querying 20 times in each of 8 connections\n  \"\"\"\n  select $NUMBER as n\n  \"\"\"",
      does = "The same, each thread on a connection of its own, which it opens to $MINE.")
  public void queryingInConnections(int times, int connections, String sql) {
    world.worked(
        crowd.work(
            connections,
            times,
            (adapter, templates, worker) ->
                connected(adapter, templates, name -> adapter.query(name, templates.expand(sql)))));
  }

  private static Answer executed(AdapterClient adapter, String connection, String text) {
    Answer answer = new Answer.Done(Optional.empty());
    for (String sql : Statements.of(text)) {
      answer = adapter.execute(connection, sql);
      if (answer instanceof Answer.Refused) {
        return answer;
      }
    }
    return answer;
  }

  // Opened in the thread that uses it: some connectors' connections belong to one thread.
  private Answer connected(
      AdapterClient adapter, Templates templates, Function<String, Answer> work) {
    String name = templates.expand("worker$WORKER");
    if (templates.expand("$TURN").equals("1")) {
      String mine = world.databases().isEmpty() ? "" : templates.expand("$MINE");
      Answer opened = world.connect(adapter, name, Map.of("database", mine));
      if (opened instanceof Answer.Refused) {
        return opened;
      }
    }
    return work.apply(name);
  }

  @Then("all succeed")
  @Example(
      value = "Then all succeed",
      does = "Checks that no turn of any worker brought an error (MUST).")
  public void allSucceed() {
    List<Answer> refused =
        world.turns().stream()
            .map(Crowd.Turn::answer)
            .filter(Answer.Refused.class::isInstance)
            .toList();
    world
        .checks()
        .must(
            "all-succeed",
            refused.isEmpty(),
            world.turns().size() + " successes",
            refused.size()
                + " errors: "
                + refused.stream()
                    .map(Answer::display)
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining("; ")));
  }

  @Then("all fail with {word}")
  @Example(
      value = "Then all fail with 0x2603",
      does = "Checks that every turn of every worker brought an error with this code (MUST).")
  public void allFailWith(String codes) {
    List<Answer> others =
        world.turns().stream()
            .map(Crowd.Turn::answer)
            .filter(answer -> !ErrorCodes.of(codes).match(answer))
            .toList();
    world
        .checks()
        .must(
            "all-fail",
            others.isEmpty(),
            world.turns().size() + " errors with code " + codes,
            others.size()
                + " other answers: "
                + others.stream()
                    .map(Answer::display)
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining("; ")));
  }

  @Then("every result is")
  @Example(
      value = "Then every result is\n  | n : bigint |\n  | $NUMBER    |",
      does =
          "Checks names and rows of the result of each turn (MUST), by the turn's own expansions.")
  public void everyResultIs(DataTable table) {
    long wrong = 0;
    String expected = "";
    String found = "";
    for (Crowd.Turn turn : world.turns()) {
      Optional<RowDifferences.Difference> difference = difference(turn, table);
      if (difference.isPresent()) {
        expected = wrong == 0 ? difference.get().expected() : expected;
        found = wrong == 0 ? difference.get().actual() : found;
        wrong++;
      }
    }
    world
        .checks()
        .must(
            "every-result",
            wrong == 0,
            expected,
            found + " (" + wrong + " of " + world.turns().size() + " results are wrong)");
  }

  private Optional<RowDifferences.Difference> difference(Crowd.Turn turn, DataTable table) {
    ExpectedTable expected = ExpectedTable.read(table.cells(), turn.templates(), world.precision());
    if (turn.answer() instanceof Answer.Rows rows) {
      return RowDifferences.inOrder(expected.rows(), rows.rows());
    }
    return Optional.of(
        new RowDifferences.Difference(
            "a result of " + expected.rows().size() + " rows", turn.answer().display()));
  }
}
