package dev.tck.cli;

import dev.tck.targets.Target;
import dev.tck.targets.TargetException;
import dev.tck.targets.TargetSpec;
import dev.tck.targets.Targets;
import picocli.CommandLine.Option;

/** Which server a command is about. */
final class TargetOptions {
  @Option(
      names = "--target",
      paramLabel = "TARGET",
      defaultValue = "embedded",
      description =
          "embedded[:VERSION], local[:DIR], docker:IMAGE (or docker:VERSION), http://USER:PASSWORD@HOST:6041[?native=6030]. Default: embedded.")
  String target = "embedded";

  /** Opens the target; the caller closes it. */
  Target open() {
    return open(target);
  }

  static Target open(String text) {
    try {
      return new Targets().open(TargetSpec.parse(text));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    } catch (TargetException e) {
      throw new CommandException(ExitCode.HARNESS_FAILED, String.valueOf(e.getMessage()));
    }
  }
}
