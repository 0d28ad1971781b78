package dev.tck.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "tck",
    description =
        "Measures how TDengine connectors behave, and says where the vendor's page is wrong.",
    synopsisSubcommandLabel = "COMMAND",
    version = "tck " + Tck.VERSION,
    footer = {
      "",
      "Exit codes: 0 holds; 1 a conformance failure, regression or contradiction;",
      "2 wrong use; 3 something required did not run; 4 harness or environment",
      "failed; 130 interrupted.",
      "",
      "Begin with: tck run"
    })
final class Tck implements Runnable {
  static final String VERSION = "0.1.0";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
