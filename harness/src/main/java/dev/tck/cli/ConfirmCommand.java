package dev.tck.cli;

import dev.tck.results.Event;
import dev.tck.results.Status;
import dev.tck.scenarios.reference.ReferenceChannel;
import dev.tck.scenarios.run.Confirmations;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "confirm",
    description =
        "Write into matrix/confirmed.yaml which scenarios held on a real server with the reference connector;"
            + " until then they are provisional. The results must be of the scenarios as they are now.")
final class ConfirmCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "results.jsonl files, or folders with them.")
  private List<Path> inputs = List.of();

  ConfirmCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Project project = new Project(environment.home());
    Suite suite = project.suite();
    Confirmations confirmations = project.confirmations();
    List<Event.Outcome> outcomes = new ArrayList<>();
    for (Path file : ReportCommand.files(environment, inputs)) {
      ReportCommand.read(file).stream()
          .filter(Event.Outcome.class::isInstance)
          .map(Event.Outcome.class::cast)
          .filter(
              outcome ->
                  outcome.connector().equals(ReferenceChannel.ID) && !outcome.target().isEmbedded())
          .forEach(outcomes::add);
    }
    if (outcomes.isEmpty()) {
      throw new CommandException(
          ExitCode.WRONG_USE,
          "these results hold none of the reference connector on a real server; make some with tck run --target"
              + " http://… --connector reference");
    }
    int confirmed = 0;
    for (Event.Outcome outcome : outcomes) {
      Optional<Scenario> scenario = suite.scenario(outcome.scenario());
      boolean everywhere =
          outcomes.stream()
              .filter(
                  other ->
                      other.scenario().equals(outcome.scenario())
                          && other.target().equals(outcome.target()))
              .allMatch(other -> other.status() == Status.PASS);
      if (scenario.isPresent() && everywhere) {
        confirmations = confirmations.with(scenario.get(), outcome.target().tdengine());
        confirmed++;
      }
    }
    confirmations =
        confirmations.restrictedTo(
            suite.scenarios().stream().map(Scenario::id).collect(Collectors.toSet()));
    Files.writeString(project.confirmedFile(), confirmations.toYaml());
    environment
        .console()
        .print(confirmed + " results confirm scenarios; matrix/confirmed.yaml is written.");
    List<String> provisional =
        suite.scenarios().stream()
            .filter(confirmationsOf(confirmations))
            .map(Scenario::id)
            .toList();
    if (!provisional.isEmpty()) {
      environment.console().print("Still provisional: " + String.join(", ", provisional));
    }
    return ExitCode.HOLDS;
  }

  private static java.util.function.Predicate<Scenario> confirmationsOf(
      Confirmations confirmations) {
    return scenario -> !confirmations.isConfirmed(scenario);
  }
}
