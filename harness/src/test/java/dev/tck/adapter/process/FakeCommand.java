package dev.tck.adapter.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The command line that starts {@link FakeConnector} in a Java process of its own. */
public final class FakeCommand {

  private FakeCommand() {}

  /** Returns the command with these arguments. */
  public static AdapterCommand of(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+DisplayVMOutputToStderr",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                FakeConnector.class.getName()));
    command.addAll(Arrays.asList(arguments));
    return new AdapterCommand(command, Map.of(), Path.of("."));
  }
}
