package dev.tck.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tools that do what their names say: {@code fetch FILE} writes a file, {@code fail TEXT} fails,
 * {@code tell TEXT} prints.
 */
final class FakeTools implements Tools {
  final Map<String, String> environment = new HashMap<>();
  final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  String toolVersion = "fetch 1.0";

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public Optional<Path> find(String command) {
    return command.equals("absent") ? Optional.empty() : Optional.of(Path.of("tools", command));
  }

  @Override
  public Output run(List<String> command, Map<String, String> extra, Path directory, Path log)
      throws IOException {
    String tool = Path.of(command.get(0)).getFileName().toString();
    List<String> arguments = command.subList(1, command.size());
    ran.add(tool + " " + String.join(" ", arguments));
    switch (tool) {
      case "fetch" -> {
        if (arguments.equals(List.of("--version"))) {
          return new Output(0, toolVersion + "\n");
        }
        Path file = directory.resolve(arguments.get(0));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "fetched with " + extra);
        return new Output(0, "");
      }
      case "fail" -> {
        Files.writeString(log, arguments.get(0) + "\n", java.nio.file.StandardOpenOption.APPEND);
        return new Output(9, "");
      }
      case "tell" -> {
        return new Output(0, String.join("\n", arguments) + "\n\n");
      }
      default -> throw new IOException("no such program: " + tool);
    }
  }
}
