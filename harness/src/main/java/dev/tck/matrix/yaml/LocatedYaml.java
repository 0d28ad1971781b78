package dev.tck.matrix.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Holds a YAML file as a tree that knows the line of every key and every value. */
public final class LocatedYaml {
  private final String file;
  private final JsonNode root;
  private final Map<String, Integer> lines;

  LocatedYaml(String file, JsonNode root, Map<String, Integer> lines) {
    this.file = file;
    this.root = root;
    this.lines = Map.copyOf(lines);
  }

  /** Returns the file's name as the user knows it. */
  public String file() {
    return file;
  }

  /** Returns the whole tree. */
  public JsonNode root() {
    return root;
  }

  /**
   * Returns the line of a key, or of an element of a list.
   *
   * @param pointer is a JSON pointer; of a place that is not there, the line of the nearest place
   *     around it
   */
  public int line(String pointer) {
    for (String place = pointer; !place.isEmpty(); ) {
      Integer line = lines.get(place);
      if (line != null) {
        return line;
      }
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return lines.getOrDefault("", 1);
  }

  /** Creates a mistake at a place. */
  public Mistake mistake(String pointer, String message) {
    return new Mistake(file, line(pointer), message);
  }
}
