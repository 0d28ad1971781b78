package dev.tck.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Compares WebSocket replies to a query. */
final class SocketComparison {
  private static final String LENGTHS = "fields_lengths";

  private SocketComparison() {}

  static Verdict compare(
      ObjectNode recorded, ObjectNode actual, RowRules rules, StepContext context) {
    ObjectNode left = neutral(recorded, context.recordedName());
    ObjectNode right = neutral(actual, context.actualName());
    List<String> leftOut = freeLengths(left, right, rules);
    if (left.equals(right)) {
      return Verdict.sameBut(leftOut);
    }
    return Verdict.different(
        Reason.SOCKET_REPLY,
        AnswerComparison.shortened(left.toString()),
        AnswerComparison.shortened(right.toString()));
  }

  private static ObjectNode neutral(ObjectNode reply, String name) {
    ObjectNode copy = reply.deepCopy();
    if (!name.isEmpty() && copy.get("fields_names") instanceof ArrayNode names) {
      for (int index = 0; index < names.size(); index++) {
        names.set(index, names.get(index).asText().replace(name, Call.DATABASE));
      }
    }
    if (!name.isEmpty() && copy.path("message").isTextual()) {
      copy.put("message", copy.get("message").textValue().replace(name, Call.DATABASE));
    }
    return copy;
  }

  // A free length is made the recorded one, so that the rest can be compared as a whole.
  private static List<String> freeLengths(ObjectNode left, ObjectNode right, RowRules rules) {
    List<String> leftOut = new ArrayList<>();
    if (left.get(LENGTHS) instanceof ArrayNode lengths
        && right.get(LENGTHS) instanceof ArrayNode others
        && lengths.size() == others.size()) {
      for (int index = 0; index < lengths.size(); index++) {
        JsonNode length = lengths.get(index);
        if (!length.equals(others.get(index))
            && rules.freedom(index).filter(Freedom::freesLength).isPresent()) {
          others.set(index, length);
          leftOut.add("length of column " + index);
        }
      }
    }
    return leftOut;
  }
}
