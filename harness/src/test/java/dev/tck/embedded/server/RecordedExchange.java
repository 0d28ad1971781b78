package dev.tck.embedded.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One exchange that was recorded on a real server.
 *
 * @param id is case and step
 * @param answer is the body of the REST answer, without {@code timing}
 * @param socket is the WebSocket answer, null if there is none
 * @param blocks are the result blocks in hexadecimal digits
 */
record RecordedExchange(
    String id, String sql, String answer, JsonNode socket, List<String> blocks) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Returns the name that the case's database had, which blocks contain. */
  String database() {
    return "g_" + id.substring(0, id.indexOf('/')).replace('-', '_');
  }

  /** Returns the exchanges that have a result set. */
  static List<RecordedExchange> queries() throws IOException {
    List<RecordedExchange> found = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                RecordedExchange.class.getResourceAsStream("/recordings/rest-3.3.6.6.ndjson"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode node = JSON.readTree(line);
        if (node.has("ws")) {
          found.add(read(node));
        }
      }
    }
    return found;
  }

  private static RecordedExchange read(JsonNode node) {
    List<String> blocks = new ArrayList<>();
    node.get("blocks").forEach(block -> blocks.add(block.textValue()));
    return new RecordedExchange(
        node.get("case").textValue() + "/" + node.get("step").intValue(),
        node.get("sql").textValue(),
        node.get("answer").textValue(),
        node.get("ws"),
        blocks);
  }
}
