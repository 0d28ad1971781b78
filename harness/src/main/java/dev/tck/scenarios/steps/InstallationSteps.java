package dev.tck.scenarios.steps;

import dev.tck.results.Blame;
import dev.tck.results.Status;
import dev.tck.scenarios.world.ScenarioAborted;
import dev.tck.scenarios.world.World;
import dev.tck.targets.TaosCommand;
import dev.tck.targets.TargetException;
import io.cucumber.java.en.Then;

/** Checks of what is installed beside a connector. */
public final class InstallationSteps {
  private final World world;

  /** Creates the steps of a scenario. */
  public InstallationSteps(World world) {
    this.world = world;
  }

  @Then("the taos command answers {string} with {string}")
  @Example(
      value = "Then the taos command answers \"select server_version()\" with \"$TDENGINE\"",
      does =
          "Logs in with the command of the client's installation and checks that it prints this (MUST); not run where there is"
              + " none.")
  public void taosAnswers(String sql, String expected) {
    world.requireRunning();
    TaosCommand command =
        world
            .cell()
            .taos()
            .orElseThrow(
                () ->
                    new ScenarioAborted(
                        Status.NOT_RUN,
                        Blame.UNDECIDED,
                        "there is no command taos, neither with the target nor on the PATH",
                        ""));
    String text = world.templates().expand(expected);
    String printed;
    try {
      printed = command.execute(world.cell().endpoint(), sql);
    } catch (TargetException e) {
      printed = String.valueOf(e.getMessage());
    }
    world.checks().must("taos-command", printed.contains(text), text, printed.strip());
  }
}
