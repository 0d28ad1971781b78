package dev.tck.cli;

import dev.tck.scenarios.steps.CrowdSteps;
import dev.tck.scenarios.steps.ErrorSteps;
import dev.tck.scenarios.steps.Example;
import dev.tck.scenarios.steps.GivenSteps;
import dev.tck.scenarios.steps.InstallationSteps;
import dev.tck.scenarios.steps.ResultSteps;
import dev.tck.scenarios.steps.WhenSteps;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "steps", description = "Print the Gherkin vocabulary, with an example each.")
final class StepsCommand implements Callable<Integer> {
  private static final List<Class<?>> STEPS =
      List.of(
          GivenSteps.class,
          WhenSteps.class,
          CrowdSteps.class,
          ResultSteps.class,
          ErrorSteps.class,
          InstallationSteps.class);

  private final Environment environment;

  StepsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    for (Class<?> steps : STEPS) {
      Arrays.stream(steps.getMethods())
          .filter(method -> method.isAnnotationPresent(Example.class))
          .sorted(Comparator.comparing(StepsCommand::example))
          .forEach(this::print);
    }
    environment
        .console()
        .print(
            "In statements and cells, $DB and $USER stand for names, ${a*1000} for a repeated text, ${U+1F600} for a code"
                + " point, ${#1..300:, c# int} for a text repeated with each of these numbers.");
    return ExitCode.HOLDS;
  }

  private static String example(Method method) {
    return method.getAnnotation(Example.class).value();
  }

  private void print(Method method) {
    environment.console().print(example(method));
    environment.console().print("    -- " + method.getAnnotation(Example.class).does());
    environment.console().print("");
  }
}
