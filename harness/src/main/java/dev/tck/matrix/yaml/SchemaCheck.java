package dev.tck.matrix.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.tck.matrix.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Holds files against JSON Schemas (2020-12); the {@code description} of a schema is what a mistake
 * says was expected.
 */
public final class SchemaCheck {
  private static final String BASE = "tck:///schema/";

  private final Map<String, JsonNode> documents = new HashMap<>();
  private final SchemaRegistry registry;

  /**
   * Creates the check.
   *
   * @param schemas are texts of schemas by name; one refers to another by its name
   * @throws DataFileException if one is no JSON
   */
  public SchemaCheck(Map<String, String> schemas) {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, String> byIri = new HashMap<>();
    schemas.forEach(
        (name, text) -> {
          documents.put(BASE + name, read(mapper, name, text));
          byIri.put(BASE + name, text);
        });
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byIri));
  }

  private static JsonNode read(ObjectMapper mapper, String name, String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new DataFileException(
          List.of(new Mistake(name, line, "no JSON: " + e.getOriginalMessage())));
    }
  }

  /**
   * Returns every mistake that a schema finds.
   *
   * @throws IllegalArgumentException if there is no schema of that name
   */
  public List<Mistake> check(LocatedYaml yaml, String schemaName) {
    if (!documents.containsKey(BASE + schemaName)) {
      throw new IllegalArgumentException("there is no schema " + schemaName);
    }
    Schema schema = registry.getSchema(SchemaLocation.of(BASE + schemaName));
    List<Mistake> mistakes = new ArrayList<>();
    for (Error error : schema.validate(yaml.root())) {
      if (!isAlternative(error)) {
        mistakes.add(mistake(yaml, error));
      }
    }
    return mistakes.stream().distinct().toList();
  }

  /** Tells whether the error is about one of several alternatives, which the whole reports. */
  private static boolean isAlternative(Error error) {
    NodePath path = error.getEvaluationPath();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      if ("oneOf".equals(path.getElement(i)) || "anyOf".equals(path.getElement(i))) {
        return true;
      }
    }
    return false;
  }

  private Mistake mistake(LocatedYaml yaml, Error error) {
    String pointer = pointer(error.getInstanceLocation());
    JsonNode instance = yaml.root().at(pointer);
    JsonNode around = around(error.getSchemaLocation());
    String property = error.getProperty() == null ? "" : error.getProperty();
    String keyword = error.getKeyword() == null ? "" : error.getKeyword();
    String place = pointer;
    String message =
        switch (keyword) {
          case "additionalProperties" -> {
            place = pointer + "/" + YamlParser.escape(property);
            yield unknownKey(property, around);
          }
          case "required" -> "missing key \"" + property + "\" in " + described(around);
          case "dependentRequired" -> subject(pointer) + dependent(around, instance);
          case "enum" -> unexpected(pointer, around, instance) + suggestion(around, instance);
          case "uniqueItems" ->
              subject(pointer) + "expected nothing twice, found " + found(instance);
          case "false" -> subject(pointer) + "nothing is expected here, found " + found(instance);
          default -> unexpected(pointer, around, instance);
        };
    return yaml.mistake(place, message);
  }

  private static String unknownKey(String key, JsonNode schema) {
    List<String> known = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    return "unknown key \""
        + key
        + "\" in "
        + described(schema)
        + NearestName.of(key, known)
            .map(name -> "; did you mean \"" + name + "\"?")
            .orElse("; known are " + String.join(", ", known));
  }

  private static String dependent(JsonNode schema, JsonNode instance) {
    List<String> needs = new ArrayList<>();
    schema
        .path("dependentRequired")
        .properties()
        .forEach(
            entry ->
                entry
                    .getValue()
                    .forEach(
                        needed -> {
                          if (instance.has(entry.getKey()) && !instance.has(needed.asText())) {
                            needs.add("\"" + entry.getKey() + "\" needs " + needed);
                          }
                        }));
    return String.join(", ", needs);
  }

  private static String unexpected(String pointer, JsonNode schema, JsonNode instance) {
    return subject(pointer) + "expected " + described(schema) + ", found " + found(instance);
  }

  private static String suggestion(JsonNode schema, JsonNode instance) {
    List<String> known =
        StreamSupport.stream(schema.path("enum").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toList());
    return NearestName.of(instance.asText(), known)
        .map(name -> "; did you mean \"" + name + "\"?")
        .orElse("");
  }

  /** Returns the key that a place is about; for an element of a list, the list's key. */
  private static String subject(String pointer) {
    String place = pointer;
    while (place.matches(".*/\\d+")) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    String key = place.substring(place.lastIndexOf('/') + 1);
    return key.isEmpty() ? "" : key.replace("~1", "/").replace("~0", "~") + ": ";
  }

  private static String described(JsonNode schema) {
    return schema.path("description").asText("something else");
  }

  private static String found(JsonNode instance) {
    if (instance.isObject()) {
      return instance.isEmpty() ? "no keys" : "keys and values";
    }
    if (instance.isArray()) {
      return instance.isEmpty() ? "an empty list" : "the list " + instance;
    }
    if (instance.isNull() || instance.isMissingNode()) {
      return "nothing";
    }
    return instance.isNumber() ? "the number " + instance : instance.toString();
  }

  /** Returns the schema that has the keyword a location ends with. */
  private JsonNode around(SchemaLocation location) {
    String iri = location.getAbsoluteIri() == null ? "" : location.getAbsoluteIri().toString();
    String pointer = pointer(location.getFragment());
    JsonNode document = documents.getOrDefault(iri, MissingNode.getInstance());
    return document.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
  }

  private static String pointer(NodePath path) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer.append('/').append(YamlParser.escape(String.valueOf(path.getElement(i))));
    }
    return pointer.toString();
  }
}
