package dev.tck.provision;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@code connector.yaml} that follows its schema, with the lines of its parts. */
final class YamlFile {
  private static final String SCHEMA_ID = "urn:tck:connector:1";
  private static final int REPORTED = 8;

  private final Path file;
  private final JsonNode root;

  private YamlFile(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws DefinitionException if it is no YAML or does not follow the schema
   */
  static YamlFile read(Path file) throws DefinitionException {
    YamlFile yaml = new YamlFile(file, parse(file));
    List<Error> errors = schema().validate(yaml.root);
    if (!errors.isEmpty()) {
      throw new DefinitionException(
          errors.stream()
              .sorted(Comparator.comparingInt(yaml::line))
              .limit(REPORTED)
              .map(yaml::display)
              .distinct()
              .collect(Collectors.joining("\n")));
    }
    return yaml;
  }

  JsonNode root() {
    return root;
  }

  /**
   * Checks that all texts with variables can be filled.
   *
   * @throws DefinitionException if a variable is unknown
   */
  void checkTemplates(Set<String> known) throws DefinitionException {
    for (String part : List.of("provision", "command", "environment")) {
      checkTemplates(root.path(part), known);
    }
  }

  private void checkTemplates(JsonNode node, Set<String> known) throws DefinitionException {
    if (node.isTextual()) {
      try {
        for (String name : Template.variables(node.textValue())) {
          if (!known.contains(name)) {
            throw new DefinitionException(
                place(node)
                    + "there is no ${"
                    + name
                    + "}"
                    + near(name, known)
                    + "; known are "
                    + known.stream().sorted().collect(Collectors.joining(", ")));
          }
        }
      } catch (IllegalArgumentException e) {
        throw new DefinitionException(place(node) + e.getMessage());
      }
    }
    for (JsonNode child : node) {
      checkTemplates(child, known);
    }
  }

  private static JsonNode parse(Path file) throws DefinitionException {
    NodeReader reader = NodeReader.builder().locationAware().build();
    try {
      JsonNode root = reader.readTree(Files.readString(file), InputFormat.YAML);
      if (root == null || !root.isObject()) {
        throw new DefinitionException(file + ": an object with id, name and so on is expected");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw noYaml(file, e);
    } catch (IllegalArgumentException e) {
      // So the reader wraps what the parser says.
      if (e.getCause() instanceof JsonProcessingException cause) {
        throw noYaml(file, cause);
      }
      throw new DefinitionException(file + ": no YAML: " + e.getMessage());
    } catch (IOException e) {
      throw new DefinitionException(file + " cannot be read: " + e.getMessage());
    }
  }

  private static DefinitionException noYaml(Path file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return new DefinitionException(
        file
            + (location == null ? "" : ":" + location.getLineNr())
            + ": no YAML: "
            + e.getOriginalMessage().lines().findFirst().orElse(""));
  }

  private static Schema schema() {
    try (InputStream in = YamlFile.class.getResourceAsStream("connector.schema.json")) {
      if (in == null) {
        throw new AssertionError("connector.schema.json");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder -> builder.schemas(Map.of(SCHEMA_ID, text)))
          .getSchema(SchemaLocation.of(SCHEMA_ID));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int line(Error error) {
    return line(node(error));
  }

  // An unknown field is reported at its parent; its own line is nearer.
  private @Nullable JsonNode node(Error error) {
    JsonNode node = error.getInstanceNode();
    return error.getProperty() != null && node != null && node.has(error.getProperty())
        ? node.get(error.getProperty())
        : node;
  }

  private static int line(@Nullable JsonNode node) {
    JsonLocation location = node == null ? null : JsonNodes.tokenStreamLocationOf(node);
    return location == null ? 1 : location.getLineNr();
  }

  private String place(@Nullable JsonNode node) {
    return file + ":" + line(node) + ": ";
  }

  private String display(Error error) {
    String where = error.getInstanceLocation().toString();
    String property = error.getProperty();
    String near =
        property != null && "additionalProperties".equals(error.getKeyword())
            ? near(property, siblings(error))
            : "";
    return place(node(error)) + (where.isEmpty() ? "" : where + " ") + error.getMessage() + near;
  }

  private static Set<String> siblings(Error error) {
    JsonNode schema = error.getSchemaNode();
    if (schema == null) {
      return Set.of();
    }
    String name = error.getSchemaLocation().toString();
    return name.contains("$defs/step")
        ? Set.of(
            "says",
            "when",
            "run",
            "environment",
            "as",
            "write",
            "text",
            "copy",
            "to",
            "compile",
            "classpath",
            "release",
            "record")
        : Set.of(
            "id",
            "name",
            "language",
            "official",
            "interfaces",
            "versions",
            "platforms",
            "provision",
            "command",
            "environment",
            "needs",
            "steps",
            "commands",
            "version",
            "help");
  }

  private static String near(String word, Set<String> known) {
    Optional<String> nearest =
        known.stream().min(Comparator.comparingInt(each -> distance(word, each)));
    return nearest
        .filter(each -> distance(word, each) <= Math.max(2, word.length() / 3))
        .map(each -> ", did you mean " + each + "?")
        .orElse("");
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int index = 1; index <= left.length(); index++) {
      int diagonal = row[0];
      row[0] = index;
      for (int column = 1; column < row.length; column++) {
        int substitution = diagonal + (left.charAt(index - 1) == right.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(substitution, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[right.length()];
  }
}
