package dev.tck.cli;

import dev.tck.matrix.NearestName;
import dev.tck.scenarios.plan.UsageException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/** Starts the command {@code tck}. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Map<String, String> variables = System.getenv();
    Path directory = Path.of("").toAbsolutePath();
    Environment environment =
        new Environment(
            Path.of(System.getProperty("tck.home", directory.toString())),
            directory,
            variables,
            new Console(System.out, System.err, variables, Boolean.getBoolean("tck.terminal")),
            Clock.systemUTC());
    System.exit(run(environment, arguments));
  }

  /** Runs a command and returns its exit code. */
  static int run(Environment environment, String... arguments) {
    CommandLine commandLine = commandLine(environment);
    return commandLine.execute(arguments);
  }

  private static CommandLine commandLine(Environment environment) {
    CommandLine root = new CommandLine(new Tck());
    root.addSubcommand(new RunCommand(environment));
    root.addSubcommand(new PlanCommand(environment));
    root.addSubcommand(new ProvisionCommand(environment));
    root.addSubcommand(new ReportCommand(environment));
    root.addSubcommand(new ConfirmCommand(environment));
    root.addSubcommand(new DoctorCommand(environment));
    root.addSubcommand(
        new CommandLine(new AdapterTools())
            .addSubcommand(new AdapterTools.Check(environment))
            .addSubcommand(new AdapterTools.New(environment)));
    root.addSubcommand(new BenchCommand(environment));
    root.addSubcommand(new ServeCommand(environment));
    root.addSubcommand(new MutantsCommand(environment));
    root.addSubcommand(new FidelityCommand(environment));
    root.addSubcommand(new StepsCommand(environment));
    root.setOut(environment.console().results());
    root.setErr(environment.console().remarks());
    root.setUsageHelpAutoWidth(true);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    addStandardOptions(root);
    root.setParameterExceptionHandler((e, words) -> wrongUse(environment, e));
    root.setExecutionExceptionHandler((e, command, result) -> failed(environment, e, result));
    return root;
  }

  private static void addStandardOptions(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getSubcommands().values().forEach(Main::addStandardOptions);
  }

  private static int wrongUse(Environment environment, CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    environment.console().say("tck: " + e.getMessage() + suggestion(e, command));
    environment.console().say("Help: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.WRONG_USE;
  }

  private static String suggestion(CommandLine.ParameterException e, CommandLine command) {
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String written = unmatched.getUnmatched().get(0);
      Set<String> known =
          written.startsWith("-")
              ? command.getCommandSpec().optionsMap().keySet()
              : command.getSubcommands().keySet();
      return NearestName.of(written, known).map(near -> "; did you mean " + near + "?").orElse("");
    }
    return "";
  }

  private static int failed(Environment environment, Exception e, CommandLine.ParseResult result) {
    if (e instanceof CommandException expected) {
      environment.console().say("tck: " + e.getMessage());
      return expected.exitCode();
    }
    if (e instanceof UsageException) {
      environment.console().say("tck: " + e.getMessage());
      return ExitCode.WRONG_USE;
    }
    environment.console().say("tck: the harness failed: " + e);
    if (result.originalArgs().contains("--verbose")) {
      for (StackTraceElement element : e.getStackTrace()) {
        environment.console().say("    at " + element);
      }
    } else {
      environment.console().say("Run it again with --verbose to see where.");
    }
    return ExitCode.HARNESS_FAILED;
  }
}
