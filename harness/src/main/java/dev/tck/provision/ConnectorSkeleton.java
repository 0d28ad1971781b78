package dev.tck.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a new connector's folder from our nearest adapter: {@code tck adapter new}. */
public final class ConnectorSkeleton {

  private ConnectorSkeleton() {}

  /**
   * Copies an adapter of the same language, under a name of its own.
   *
   * @param connectors is the folder of our connectors
   * @param language is the language's id
   * @param folder is the new folder; its name becomes the connector's id
   * @return the definition of the new connector, which says whatever the copied one said but id,
   *     name and official
   * @throws DefinitionException if there is no adapter in that language, if the folder is not
   *     empty, or if its name is no id
   */
  public static ConnectorDefinition create(Path connectors, String language, Path folder)
      throws DefinitionException {
    List<ConnectorDefinition> known = ConnectorDefinitions.loadAll(connectors);
    ConnectorDefinition nearest =
        known.stream()
            .filter(each -> each.language().equals(language))
            .findFirst()
            .orElseThrow(() -> noAdapter(language, known));
    try {
      checkEmpty(folder);
      FilePattern.copy(nearest.folder(), folder);
      String id = folder.toAbsolutePath().normalize().getFileName().toString();
      rename(folder.resolve(ConnectorDefinitions.FILE), id);
      Files.writeString(folder.resolve("README.md"), readme(id, nearest.id()));
      return ConnectorDefinitions.load(folder);
    } catch (IOException e) {
      throw new DefinitionException(folder + " cannot be written: " + e);
    }
  }

  private static DefinitionException noAdapter(String language, List<ConnectorDefinition> known) {
    return new DefinitionException(
        "there is no adapter in "
            + language
            + " yet; there are some in "
            + known.stream()
                .map(ConnectorDefinition::language)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "))
            + "; docs/adapters.md says what one in a new language must do");
  }

  private static void checkEmpty(Path folder) throws IOException, DefinitionException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new DefinitionException(folder + " is not empty; name a new folder");
        }
      }
    }
  }

  private static void rename(Path file, String id) throws IOException {
    String text = Files.readString(file);
    String name = Matcher.quoteReplacement(id);
    Files.writeString(
        file,
        text.replaceFirst("(?m)^id: .*$", "id: " + name)
            .replaceFirst("(?m)^name: .*$", "name: " + name)
            .replaceFirst("(?m)^official: .*$", "official: false"));
  }

  private static String readme(String id, String nearest) {
    return """
        # %s

        Started from the adapter of %s. To make it another connector's:

        1. `connector.yaml`: its versions, interfaces and platforms, and the steps that install it.
        2. The adapter's source: translate into the connector's calls, and nothing more.
        3. `tck adapter check` on this folder until every check passes; then `tck run --connector`
           with this folder.
        4. Here: what is translated into what, and what the connector cannot do.
        """
        .formatted(id, nearest);
  }
}
