package dev.tck.scenarios.steps;

import dev.tck.adapter.Reply;
import dev.tck.results.Level;
import dev.tck.scenarios.world.Answer;
import dev.tck.scenarios.world.World;
import io.cucumber.java.en.Then;
import java.util.Arrays;
import java.util.Locale;

/**
 * Checks of errors: TDengine's code, who reported it, what the message says and what it must not
 * say.
 */
public final class ErrorSteps {
  private final World world;

  /** Creates the steps of a scenario. */
  public ErrorSteps(World world) {
    this.world = world;
  }

  @Then("it fails with {word}")
  @Example(
      value = "Then it fails with 0x2603",
      does =
          "Checks that there was an error with this code of TDengine (MUST), all interfaces masked with 0xFFFF; several allowed"
              + " codes are written 0x2603|0x0362.")
  public void failsWith(String codes) {
    check(codes, Level.MUST);
  }

  @Then("it should fail with {word}")
  @Example(
      value = "Then it should fail with 0x0388",
      does = "The same, where TDengine's page does not promise it (SHOULD).")
  public void shouldFailWith(String codes) {
    check(codes, Level.SHOULD);
  }

  private void check(String codes, Level level) {
    boolean holds = ErrorCodes.of(codes).match(world.last());
    world
        .checks()
        .record("error-code", level, holds, "an error with code " + codes, world.last().display());
  }

  @Then("it fails")
  @Example(
      value = "Then it fails",
      does = "Checks that there was an error, whoever reports it (MUST).")
  public void fails() {
    world
        .checks()
        .must("fails", world.last() instanceof Answer.Refused, "an error", world.last().display());
  }

  @Then("the error comes from the {word}")
  @Example(
      value = "Then the error comes from the server",
      does = "Checks who reported the error (SHOULD): server, driver or timeout.")
  public void errorComesFrom(String origin) {
    boolean known =
        Arrays.stream(Reply.Origin.values()).anyMatch(value -> value.text().equals(origin));
    if (!known) {
      throw new IllegalArgumentException(
          "“" + origin + "” is no origin; write server, driver or timeout");
    }
    boolean holds =
        world.last() instanceof Answer.Refused refused
            && refused.error().origin().text().equals(origin);
    world
        .checks()
        .record(
            "error-origin",
            Level.SHOULD,
            holds,
            "an error from the " + origin,
            world.last().display());
  }

  @Then("the error message contains {string}")
  @Example(
      value = "Then the error message contains \"Table does not exist\"",
      does = "Checks that the message has these words, in any case (MUST).")
  public void messageContains(String words) {
    checkMessage(words, Level.MUST);
  }

  @Then("the error message should contain {string}")
  @Example(
      value = "Then the error message should contain \"Authentication failure\"",
      does = "The same, where other words would do too (SHOULD).")
  public void messageShouldContain(String words) {
    checkMessage(words, Level.SHOULD);
  }

  private void checkMessage(String words, Level level) {
    boolean holds =
        world.last() instanceof Answer.Refused refused
            && refused
                .error()
                .message()
                .toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT));
    world
        .checks()
        .record(
            "error-message",
            level,
            holds,
            "a message with “" + words + "”",
            world.last().display());
  }

  @Then("the error message does not contain {string}")
  @Example(
      value = "Then the error message does not contain \"Secret1!\"",
      does = "Checks that the message keeps something to itself, a password above all (MUST).")
  public void messageDoesNotContain(String words) {
    boolean holds =
        world.last() instanceof Answer.Refused refused
            && !refused.error().message().contains(world.templates().expand(words));
    world
        .checks()
        .must(
            "error-discretion",
            holds,
            "a message without what must stay secret",
            "an answer that shows it, or no error");
  }
}
