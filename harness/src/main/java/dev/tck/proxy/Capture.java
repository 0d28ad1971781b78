package dev.tck.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * What was said while a capture ran.
 *
 * @param messages are the messages, in the order in which they were complete
 * @param lost is how many more there were than the capture keeps
 */
public record Capture(List<CapturedMessage> messages, long lost) {
  public Capture {
    messages = List.copyOf(messages);
  }

  /**
   * Writes one JSON object a line: {@code conn, dir, kind, data}, and {@code length} where {@code
   * data} is only the beginning; a last line tells what was lost.
   *
   * @throws IOException if it cannot be written
   */
  public void writeTo(Writer target) throws IOException {
    ObjectMapper mapper = JsonMapper.builder().build();
    for (CapturedMessage message : messages) {
      ObjectNode node = mapper.createObjectNode();
      node.put("conn", message.connection());
      node.put("dir", message.direction().mark());
      node.put("kind", message.kind().text());
      node.put("data", message.data());
      if (message.truncated()) {
        node.put("length", message.length());
      }
      target.write(mapper.writeValueAsString(node));
      target.write('\n');
    }
    if (lost > 0) {
      target.write(mapper.writeValueAsString(mapper.createObjectNode().put("lost", lost)));
      target.write('\n');
    }
    target.flush();
  }
}
