package dev.tck.fidelity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes recordings: one exchange a line, with {@code case, step, db_options, kind}, then
 * {@code sql} or {@code post} and {@code body}, then {@code http, answer} and for rows {@code ws,
 * blocks}.
 */
public final class RecordingFile {
  private final ObjectMapper mapper = JsonMapper.builder().build();

  /**
   * Reads a recording.
   *
   * @throws RecordingFormatException if a line is no exchange; it names file and line
   * @throws IOException if the file cannot be read
   */
  public Recording read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    }
  }

  /**
   * Reads a recording.
   *
   * @param name is what messages call it
   * @throws RecordingFormatException if a line is no exchange
   * @throws IOException if it cannot be read
   */
  public Recording read(Reader source, String name) throws IOException {
    BufferedReader reader = new BufferedReader(source);
    List<RecordedCase> cases = new ArrayList<>();
    List<Exchange> exchanges = new ArrayList<>();
    JsonNode first = null;
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank()) {
        JsonNode node = parse(line, name + ":" + number);
        if (first != null && !text(first, "case").equals(text(node, "case"))) {
          cases.add(made(first, exchanges));
          exchanges.clear();
        }
        first = exchanges.isEmpty() ? node : first;
        exchanges.add(exchange(node));
      }
    }
    if (first != null) {
      cases.add(made(first, exchanges));
    }
    return new Recording(cases);
  }

  private JsonNode parse(String line, String place) {
    try {
      JsonNode node = mapper.readTree(line);
      boolean call =
          node.path("sql").isTextual()
              || (node.path("post").isTextual() && node.path("body").isTextual());
      if (!node.path("case").isTextual() || !node.path("step").isInt() || !call) {
        throw new RecordingFormatException(
            place + ": an exchange needs case, step, and sql or post with body");
      }
      if (!node.path("http").isInt() || !node.path("answer").isTextual()) {
        throw new RecordingFormatException(place + ": an exchange needs http and answer");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new RecordingFormatException(place + ": no JSON (" + e.getOriginalMessage() + ")");
    }
  }

  private static RecordedCase made(JsonNode first, List<Exchange> exchanges) {
    JsonNode options = first.path("db_options");
    return new RecordedCase(
        text(first, "case"),
        options.isTextual() ? Optional.of(options.textValue()) : Optional.empty(),
        exchanges);
  }

  private static String text(JsonNode node, String key) {
    return node.get(key).textValue();
  }

  private static Exchange exchange(JsonNode node) {
    List<String> blocks = new ArrayList<>();
    node.path("blocks").forEach(block -> blocks.add(block.textValue()));
    Call call =
        node.has("sql")
            ? new Call.Sql(text(node, "sql"))
            : new Call.Post(text(node, "post"), text(node, "body"));
    Optional<ObjectNode> socket =
        node.get("ws") instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    return new Exchange(
        node.get("step").intValue(),
        call,
        node.get("http").intValue(),
        text(node, "answer"),
        socket,
        blocks);
  }

  /**
   * Writes one case, a line an exchange.
   *
   * @throws IOException if it cannot be written
   */
  public void write(RecordedCase recorded, Writer target) throws IOException {
    for (Exchange exchange : recorded.exchanges()) {
      target.write(mapper.writeValueAsString(node(recorded, exchange)));
      target.write('\n');
    }
    target.flush();
  }

  private ObjectNode node(RecordedCase recorded, Exchange exchange) {
    ObjectNode node = mapper.createObjectNode();
    node.put("case", recorded.name()).put("step", exchange.step());
    node.put("db_options", recorded.databaseOptions().orElse(null));
    if (exchange.call() instanceof Call.Sql sql) {
      node.put("kind", "sql").put("sql", sql.sql());
    } else if (exchange.call() instanceof Call.Post post) {
      node.put("kind", "post").put("post", post.path()).put("body", post.body());
    }
    node.put("http", exchange.http()).put("answer", exchange.answer());
    exchange
        .socket()
        .ifPresent(
            socket -> {
              node.set("ws", socket);
              var blocks = node.putArray("blocks");
              exchange.blocks().forEach(blocks::add);
            });
    return node;
  }
}
