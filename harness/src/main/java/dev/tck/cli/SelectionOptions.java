package dev.tck.cli;

import dev.tck.scenarios.plan.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code run} and {@code plan} are about. */
final class SelectionOptions {
  @Option(
      names = "--connector",
      split = ",",
      paramLabel = "ID[@VERSION]",
      description =
          "Only these connectors; globs, or folders with a connector.yaml. Ours is 'reference'.")
  List<String> connectors = new ArrayList<>();

  @Option(
      names = "--interface",
      split = ",",
      paramLabel = "INTERFACE",
      description = "Only native, rest or websocket.")
  List<String> interfaces = new ArrayList<>();

  @Option(
      names = "--feature",
      split = ",",
      paramLabel = "ROW",
      description = "Only these feature rows; globs.")
  List<String> features = new ArrayList<>();

  // No split: the ids of outline rows have commas.
  @Option(
      names = "--scenario",
      paramLabel = "ID",
      description = "Only these scenarios; ids or globs, separated by commas outside of brackets.")
  List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--row",
      split = ",",
      paramLabel = "ROW",
      description = "Only if the server belongs to these version rows.")
  List<String> rows = new ArrayList<>();

  @Option(
      names = "--quick",
      description = "Only scenarios tagged @core, and the newest version of each connector.")
  boolean quick;

  @Option(
      names = "--connector-source",
      paramLabel = "ID=PATH",
      description = "Take a connector from this folder or file instead of its registry.")
  Map<String, Path> sources = new LinkedHashMap<>();

  @Option(
      names = "--native-lib",
      paramLabel = "FILE",
      description =
          "The libtaos of the native interface. Default: the target's own, TAOS_HOME, the system's.")
  @Nullable Path nativeLibrary;

  /** Returns the library that the user named. */
  Optional<Path> nativeLibrary(Environment environment) {
    Optional<Path> named = Optional.ofNullable(nativeLibrary).map(environment::resolve);
    named
        .filter(file -> !Files.isRegularFile(file))
        .ifPresent(
            file -> {
              throw new CommandException(
                  ExitCode.WRONG_USE, "--native-lib " + nativeLibrary + ": there is no " + file);
            });
    return named;
  }

  /** Returns the folders among the connectors, which hold connectors of their own. */
  List<Path> folders(Environment environment) {
    return connectors.stream()
        .filter(SelectionOptions::isPath)
        .map(Path::of)
        .map(environment::resolve)
        .toList();
  }

  // A name without a slash is a connector's id, even if a folder of that name lies about.
  private static boolean isPath(String text) {
    return text.contains("/") || text.contains("\\") || text.equals(".") || text.equals("..");
  }

  /**
   * Returns the selection.
   *
   * @param idsOfFolders are the ids of the connectors in {@link #folders}, in the same order
   */
  Selection selection(List<String> idsOfFolders) {
    List<String> patterns =
        new ArrayList<>(connectors.stream().filter(text -> !isPath(text)).toList());
    patterns.addAll(idsOfFolders);
    return new Selection(
        patterns, interfaces, features, splitOutsideBrackets(scenarios), rows, quick);
  }

  /** Returns the sources as absolute paths, after checking that they are there. */
  Map<String, Path> sources(Environment environment) {
    Map<String, Path> resolved = new LinkedHashMap<>();
    sources.forEach(
        (id, path) -> {
          Path absolute = environment.resolve(path);
          if (!Files.exists(absolute)) {
            throw new CommandException(
                ExitCode.WRONG_USE,
                "--connector-source " + id + "=" + path + ": there is no " + absolute);
          }
          resolved.put(id, absolute);
        });
    return resolved;
  }

  static List<String> splitOutsideBrackets(List<String> texts) {
    List<String> parts = new ArrayList<>();
    for (String text : texts) {
      int depth = 0;
      StringBuilder part = new StringBuilder();
      for (int index = 0; index < text.length(); index++) {
        char letter = text.charAt(index);
        depth = Math.max(0, depth + (letter == '[' ? 1 : letter == ']' ? -1 : 0));
        if (letter == ',' && depth == 0) {
          parts.add(part.toString());
          part.setLength(0);
        } else {
          part.append(letter);
        }
      }
      parts.add(part.toString());
    }
    return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
  }
}
