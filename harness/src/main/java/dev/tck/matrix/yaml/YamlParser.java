package dev.tck.matrix.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads the YAML that people need for data: one document, no key twice, no references ({@code
 * *name}).
 */
public final class YamlParser {
  private final YAMLMapper mapper = new YAMLMapper();

  /**
   * Reads a file's text.
   *
   * @param file is the file's name as the user knows it
   * @throws DataFileException if it is no such YAML; it holds every mistake that was found
   */
  public LocatedYaml parse(String file, String text) {
    Reading reading = new Reading(file);
    try (JsonParser parser = mapper.createParser(text)) {
      JsonNode root = reading.document((YAMLParser) parser);
      if (reading.mistakes.isEmpty()) {
        return new LocatedYaml(file, root, reading.lines);
      }
    } catch (JsonProcessingException e) {
      reading.mistakes.add(new Mistake(file, line(e), syntax(e.getOriginalMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    throw new DataFileException(reading.mistakes);
  }

  private static int line(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return marked.getProblemMark().getLine() + 1;
    }
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  private static String syntax(String message) {
    if (message.contains("\\t(TAB)")) {
      return "a tab cannot indent YAML, expected spaces";
    }
    String problem =
        message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    return "no YAML: " + problem;
  }

  /** Holds what is known while a file is read. */
  private static final class Reading {
    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private Reading(String file) {
      this.file = file;
    }

    private JsonNode document(YAMLParser parser) throws IOException {
      if (parser.nextToken() == null) {
        mistakes.add(new Mistake(file, 1, "the file is empty"));
        return JsonNodeFactory.instance.nullNode();
      }
      lines.put("", parser.currentTokenLocation().getLineNr());
      JsonNode root = value(parser, "");
      if (parser.nextToken() != null) {
        int line = parser.currentTokenLocation().getLineNr();
        mistakes.add(new Mistake(file, line, "a second document begins, expected one"));
      }
      return root;
    }

    private JsonNode value(YAMLParser parser, String pointer) throws IOException {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        return object(parser, pointer);
      }
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        return array(parser, pointer);
      }
      if (parser.isCurrentAlias()) {
        int line = parser.currentTokenLocation().getLineNr();
        String name = "*" + parser.getText();
        mistakes.add(
            new Mistake(file, line, "the reference " + name + ", expected the value itself"));
      }
      return parser.readValueAsTree();
    }

    private JsonNode object(YAMLParser parser, String pointer) throws IOException {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        String place = pointer + "/" + escape(name);
        int line = parser.currentTokenLocation().getLineNr();
        Integer first = lines.putIfAbsent(place, line);
        if (first != null) {
          mistakes.add(
              new Mistake(file, line, "the key \"" + name + "\" again, first in line " + first));
        }
        parser.nextToken();
        node.set(name, value(parser, place));
      }
      return node;
    }

    private JsonNode array(YAMLParser parser, String pointer) throws IOException {
      ArrayNode node = JsonNodeFactory.instance.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        String place = pointer + "/" + node.size();
        lines.put(place, parser.currentTokenLocation().getLineNr());
        node.add(value(parser, place));
      }
      return node;
    }
  }

  /** Returns a key as a part of a JSON pointer. */
  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
