package dev.tck.provision;

import dev.tck.provision.ConnectorDefinition.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the tools that a connector's definition needs. */
final class NeededTools {
  private final Tools tools;
  private final Path scratch;

  NeededTools(Tools tools, Path scratch) {
    this.tools = tools;
    this.scratch = scratch;
  }

  /**
   * Returns the program that a definition's variable stands for.
   *
   * @throws ProvisionException if it is not on this machine
   */
  Path find(ConnectorDefinition definition, String name) throws ProvisionException {
    Need need = definition.needs().get(name);
    if (need == null) {
      throw new AssertionError(name);
    }
    String variable = "TCK_TOOL_" + name.toUpperCase(Locale.ROOT);
    Optional<Path> chosen = tools.environment(variable).map(Path::of);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    for (String command : need.commands()) {
      Optional<Path> found = tools.find(command);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ProvisionException(
        "needs the command " + String.join(" or ", need.commands()) + ", which is not on PATH",
        need.help() + " (" + variable + " names one that is elsewhere)",
        null);
  }

  /** Returns what the tools whose version matters say of themselves. */
  Map<String, String> versions(ConnectorDefinition definition)
      throws ProvisionException, InterruptedException {
    Map<String, String> versions = new TreeMap<>();
    for (Map.Entry<String, Need> need : definition.needs().entrySet()) {
      if (!need.getValue().version().isEmpty()) {
        Path tool = find(definition, need.getKey());
        versions.put(need.getKey(), version(tool, need.getValue()));
      }
    }
    return versions;
  }

  private String version(Path tool, Need need) throws ProvisionException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(need.version());
    try {
      Files.createDirectories(scratch);
      Path log = Files.createTempFile(scratch, "version", ".log");
      try {
        Tools.Output output = tools.run(command, Map.of(), scratch, log);
        String text = Files.readString(log).strip();
        if (output.exitCode() != 0) {
          throw new ProvisionException(
              "`" + String.join(" ", command) + "` fails: " + text, need.help(), null);
        }
        return text.isEmpty() ? output.text().strip() : text;
      } finally {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new ProvisionException(
          "`" + String.join(" ", command) + "` cannot be run: " + e.getMessage(),
          need.help(),
          null);
    }
  }
}
