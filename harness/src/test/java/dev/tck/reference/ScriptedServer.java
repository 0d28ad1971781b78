package dev.tck.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.doubles.SocketStub;
import dev.tck.values.TaosType;
import dev.tck.wire.BinaryRequest;
import dev.tck.wire.ColumnBuffer;
import dev.tck.wire.FetchReply;
import dev.tck.wire.LittleEndian;
import dev.tck.wire.ResultBlockWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logs everybody in and answers statements as a test says; what it is asked and answers has the
 * form of the recorded conversations of taosAdapter 3.3.6.6.
 */
final class ScriptedServer implements SocketStub.Script {
  /** Answers a statement. */
  interface Answer {
    void to(SocketStub.Client client, long requestId);
  }

  private final String version;
  private final Map<String, Answer> answers = new HashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  ScriptedServer(String version) {
    this.version = version;
  }

  /** Says what a statement is answered; {@code fetch 7} stands for a fetch of result 7. */
  ScriptedServer answering(String statement, Answer answer) {
    answers.put(statement, answer);
    return this;
  }

  /** Returns what was asked so far, an action with its arguments an entry. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void text(SocketStub.Client client, String action, ObjectNode arguments) {
    long requestId = arguments.path("req_id").asLong();
    ObjectNode shown = arguments.deepCopy();
    shown.remove("req_id");
    asked.add(action + " " + shown);
    String key =
        switch (action) {
          case "query" -> arguments.path("sql").asText();
          case "fetch", "fetch_block" -> action + " " + arguments.path("id").asLong();
          default -> action;
        };
    Answer answer = answers.get(key);
    if (answer != null) {
      answer.to(client, requestId);
    } else if (action.equals("version")) {
      client.send(ok(action, requestId, "\"version\":\"" + version + "\""));
    } else if (action.equals("conn")) {
      client.send(ok(action, requestId, "\"version\":\"\""));
    }
  }

  @Override
  public void binary(SocketStub.Client client, byte[] message) {
    boolean query = BinaryRequest.action(message) == BinaryRequest.QUERY;
    String key = query ? BinaryRequest.sql(message) : "fetch " + BinaryRequest.id(message);
    asked.add("binary " + key);
    Answer answer = answers.get(key);
    if (answer != null) {
      answer.to(client, BinaryRequest.requestId(message));
    }
  }

  /** Returns a reply without error. */
  static String ok(String action, long requestId, String fields) {
    return "{\"code\":0,\"message\":\"\",\"action\":\""
        + action
        + "\",\"req_id\":"
        + requestId
        + ",\"timing\":1,"
        + fields
        + "}";
  }

  /** Returns a reply with an error. */
  static String error(long requestId, long code, String message) {
    return "{\"code\":"
        + code
        + ",\"message\":\""
        + message
        + "\",\"action\":\"query\",\"req_id\":"
        + requestId
        + ",\"timing\":1}";
  }

  /** Answers with a number of affected rows. */
  static Answer affected(long rows) {
    return (client, requestId) ->
        client.send(ok("query", requestId, "\"is_update\":true,\"affected_rows\":" + rows));
  }

  /** Answers with a result of one INT column. */
  static Answer result(long id) {
    return (client, requestId) -> client.send(resultText(id, requestId));
  }

  static String resultText(long id, long requestId) {
    return ok(
        "query",
        requestId,
        "\"is_update\":false,\"affected_rows\":0,\"id\":"
            + id
            + ",\"fields_count\":1,\"fields_names\":[\"v\"],\"fields_types\":[4],"
            + "\"fields_lengths\":[4],\"fields_precisions\":[0],\"fields_scales\":[0],"
            + "\"precision\":0");
  }

  /** Answers a binary fetch with a block of INT values, then with the end. */
  static Answer blocks(long id, int[]... blocks) {
    List<int[]> left = new ArrayList<>(List.of(blocks));
    return (client, requestId) ->
        client.send(
            left.isEmpty()
                ? FetchReply.end(requestId, id, 1)
                : joined(FetchReply.blockHeader(requestId, id, 1, 0), block(left.remove(0))));
  }

  private static byte[] joined(byte[] header, byte[] block) {
    byte[] frame = new byte[header.length + block.length];
    System.arraycopy(header, 0, frame, 0, header.length);
    LittleEndian.putInt(frame, header.length - Integer.BYTES, block.length);
    System.arraycopy(block, 0, frame, header.length, block.length);
    return frame;
  }

  /** Returns a fetch_block frame: eight bytes of timing, the result's id, the block. */
  static byte[] fetchBlockFrame(long id, int... values) {
    byte[] block = block(values);
    byte[] frame = new byte[16 + block.length];
    LittleEndian.putLong(frame, 8, id);
    System.arraycopy(block, 0, frame, 16, block.length);
    return frame;
  }

  private static byte[] block(int... values) {
    ColumnBuffer column = new ColumnBuffer(TaosType.INT, 4);
    for (int value : values) {
      column.appendInteger(value);
    }
    return ResultBlockWriter.toBytes(List.of(column));
  }
}
