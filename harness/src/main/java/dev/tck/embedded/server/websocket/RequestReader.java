package dev.tck.embedded.server.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads text messages. */
final class RequestReader {
  private final ObjectMapper mapper =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Returns what a message asks for, or why it cannot be understood. */
  Request read(String message, long started) {
    JsonNode node;
    try {
      node = mapper.readTree(message);
    } catch (JsonProcessingException e) {
      return unreadable(started);
    }
    if (!node.isObject()) {
      return node.isNull()
          ? new Request.Broken("request no action", null, started)
          : unreadable(started);
    }
    JsonNode action = field(node, "action");
    Arguments args = new Arguments(field(node, "args"));
    if (action != null && !action.isNull() && !action.isTextual()) {
      return unreadable(started);
    }
    String name = action == null || action.isNull() ? "" : action.textValue();
    return name.isEmpty()
        ? new Request.Broken("request no action", args, started)
        : new Request.Text(name, args, started);
  }

  private static Request unreadable(long started) {
    return new Request.Broken("unmarshal request error", null, started);
  }

  private static @Nullable JsonNode field(JsonNode node, String name) {
    JsonNode found = node.get(name);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (found == null && entry.getKey().equalsIgnoreCase(name)) {
        found = entry.getValue();
      }
    }
    return found;
  }
}
