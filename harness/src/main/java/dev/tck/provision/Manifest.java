package dev.tck.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what was installed in a cache entry.
 *
 * <p>Its file is written last and moved into place: an entry without one is half-finished and worth
 * nothing.
 */
final class Manifest {
  private static final String FILE = "manifest.json";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Map<String, List<String>> entries = new LinkedHashMap<>();

  void add(String name, List<String> lines) {
    entries.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(lines);
  }

  Map<String, List<String>> entries() {
    return entries;
  }

  /** Writes the manifest, which makes the entry whole. */
  void complete(Path folder, String connector, String version, String key) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("connector", connector).put("version", version).put("key", key);
    ObjectNode installed = root.putObject("installed");
    entries.forEach(
        (name, lines) -> {
          var array = installed.putArray(name);
          lines.forEach(array::add);
        });
    Path partial = folder.resolve(FILE + ".partial");
    Files.writeString(partial, root.toPrettyString() + "\n");
    Files.move(
        partial,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns the entries of a whole cache entry, nothing if it is not whole. */
  static Optional<Map<String, List<String>>> read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Map<String, List<String>> entries = new LinkedHashMap<>();
      for (var field : JSON.readTree(file.toFile()).path("installed").properties()) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : field.getValue()) {
          lines.add(line.asText());
        }
        entries.put(field.getKey(), lines);
      }
      return Optional.of(entries);
    } catch (IOException e) {
      // Not readable is as good as not there: the entry is made again.
      return Optional.empty();
    }
  }
}
