package dev.tck.provision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tck.provision.ConnectorDefinition.Action;
import dev.tck.provision.ConnectorDefinition.Need;
import dev.tck.provision.ConnectorDefinition.Step;
import dev.tck.provision.ConnectorDefinition.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code connector.yaml} files. */
public final class ConnectorDefinitions {
  /** The file that makes a folder a connector. */
  public static final String FILE = "connector.yaml";

  private ConnectorDefinitions() {}

  /**
   * Reads the definition in a connector's folder.
   *
   * @throws DefinitionException if there is none, or if it is wrong; the message names file, line
   *     and remedy
   */
  public static ConnectorDefinition load(Path folder) throws DefinitionException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new DefinitionException(
          folder + " is no connector: it has no " + FILE + "; `tck adapter new` makes one");
    }
    YamlFile yaml = YamlFile.read(file);
    JsonNode root = yaml.root();
    ConnectorDefinition definition =
        new ConnectorDefinition(
            folder.toAbsolutePath().normalize(),
            root.get("id").textValue(),
            root.get("name").textValue(),
            root.get("language").textValue(),
            root.get("official").booleanValue(),
            texts(root.get("interfaces")),
            texts(root.get("versions")),
            texts(root.get("platforms")),
            needs(root.at("/provision/needs")),
            steps(root.at("/provision/steps")),
            texts(root.get("command")),
            environment(root.path("environment")));
    yaml.checkTemplates(Variables.known(definition));
    return definition;
  }

  /**
   * Reads all connectors in a folder of folders, sorted by id.
   *
   * @throws DefinitionException if one is wrong
   */
  public static List<ConnectorDefinition> loadAll(Path root) throws DefinitionException {
    List<ConnectorDefinition> definitions = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.isRegularFile(folder.resolve(FILE))) {
          definitions.add(load(folder));
        }
      }
    } catch (IOException e) {
      throw new DefinitionException("the folder of connectors cannot be read: " + e);
    }
    return definitions;
  }

  private static Map<String, Need> needs(JsonNode node) {
    Map<String, Need> needs = new LinkedHashMap<>();
    for (var field : node.properties()) {
      JsonNode need = field.getValue();
      needs.put(
          field.getKey(),
          new Need(
              texts(need.get("commands")),
              texts(need.path("version")),
              need.get("help").textValue()));
    }
    return needs;
  }

  private static List<Step> steps(JsonNode node) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : node) {
      List<String> cases = texts(step.path("when"));
      List<When> when =
          Arrays.stream(When.values())
              .filter(each -> cases.isEmpty() || cases.contains(each.text()))
              .toList();
      steps.add(new Step(when, step.path("says").asText(""), action(step)));
    }
    return steps;
  }

  private static Action action(JsonNode step) {
    if (step.has("run")) {
      return new ConnectorDefinition.Run(
          texts(step.get("run")),
          environment(step.path("environment")),
          step.has("as") ? step.get("as").textValue() : null);
    } else if (step.has("write")) {
      return new ConnectorDefinition.Write(
          step.get("write").textValue(), step.get("text").textValue());
    } else if (step.has("copy")) {
      return new ConnectorDefinition.Copy(step.get("copy").textValue(), step.get("to").textValue());
    } else if (step.has("compile")) {
      return new ConnectorDefinition.Compile(
          texts(step.get("compile")),
          texts(step.get("classpath")),
          step.get("to").textValue(),
          step.path("release").asInt(0));
    }
    return new ConnectorDefinition.Fingerprint(
        step.get("as").textValue(), step.get("record").textValue());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static Map<String, String> environment(JsonNode object) {
    Map<String, String> values = new LinkedHashMap<>();
    object.properties().forEach(field -> values.put(field.getKey(), field.getValue().textValue()));
    return values;
  }
}
