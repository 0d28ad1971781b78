package dev.tck.mutants;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.doubles.ScriptedChannel;
import dev.tck.values.Precision;
import dev.tck.values.Value;
import dev.tck.values.ValueJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A conversation of odd statements, names and values, and of threads and open results. */
final class OddConversation {
  static final String ODD_SQL = "select `Odd` as \"温度\" -- c; d";
  static final int ODD = 3;
  static final int NEXT_OF_FIRST = 5;
  static final int EMPTY = 6;
  static final int WIDE = 7;
  static final int FIRST_OF_WORKERS = 9;
  static final int AFTER_CLOSE = 19;

  static final List<String> NAMES =
      List.of(
          "温度",
          "count(*)",
          "a".repeat(40),
          "i8",
          "nan",
          "least",
          "fraction",
          "blanks",
          "html",
          "nul",
          "tab",
          "emoji",
          "before",
          "after");
  static final List<Value> VALUES =
      List.of(
          Value.Int.of(Value.IntegerKind.I32, 7),
          Value.Int.of(Value.IntegerKind.I64, 8),
          Value.Int.of(Value.IntegerKind.I64, Long.MIN_VALUE),
          Value.Int.of(Value.IntegerKind.I8, -128),
          new Value.F64(Double.NaN),
          new Value.F64(Double.MIN_VALUE),
          new Value.F64(0.1),
          text(" x "),
          text("<a>&"),
          text("a\u0000b"),
          text("a\tb\nc"),
          text("x😀"),
          new Value.Timestamp(-1_001, Precision.MILLISECONDS),
          new Value.Timestamp(32_503_680_000_000L, Precision.MILLISECONDS));

  private OddConversation() {}

  private static Value text(String text) {
    return new Value.Text(false, text);
  }

  static List<String> changedPlaces(Fault.InConnector fault) {
    return FaultsTests.changedPlaces(lines(FaultsTests.NONE), lines(fault));
  }

  static Map<String, String> lines(Fault.InConnector fault) {
    return FaultsTests.conversation(fault, OddConversation::answer, requests());
  }

  private static List<Request> requests() {
    Requests main = new Requests(Duration.ofSeconds(5));
    Requests worker = main.onThread("worker1");
    Requests.Endpoint endpoint = new Requests.Endpoint("rest", "h", 1, "u", "p");
    List<Request> requests = new ArrayList<>();
    requests.add(main.connect("main", endpoint.withDatabase("d1")));
    requests.add(main.connect("B", endpoint.withDatabase("d2")));
    requests.add(main.query("main", "R", ODD_SQL));
    requests.add(main.query("main", "S", "one"));
    requests.add(main.next("R"));
    requests.add(main.query("main", "E", "empty"));
    requests.add(main.query("main", "W", "wide"));
    requests.add(main.execute("main", "use x" + " ".repeat(70_000)));
    requests.add(worker.query("main", "result1", "one"));
    requests.add(worker.query("main", "result2", "two"));
    for (int write = 0; write < 7; write++) {
      requests.add(worker.execute("main", "insert"));
    }
    requests.add(main.close("B"));
    requests.add(main.query("main", "result3", "one"));
    return List.copyOf(requests);
  }

  private static Reply answer(Request request) {
    return switch (request.op()) {
      case QUERY -> result(request);
      case NEXT -> ScriptedChannel.page(request, false, Value.Int.of(Value.IntegerKind.I32, 3));
      default -> ScriptedChannel.ok(request);
    };
  }

  private static Reply result(Request request) {
    String sql = request.arguments().path("sql").asText();
    if (sql.equals("one") || sql.equals("two") || sql.equals("empty")) {
      Value value = Value.Int.of(Value.IntegerKind.I32, sql.length() + (sql.equals("two") ? 1 : 0));
      return sql.equals("empty")
          ? ScriptedChannel.rows(request, "INT", false)
          : ScriptedChannel.rows(request, "INT", false, value);
    }
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    ArrayNode columns = payload.putArray("columns");
    ArrayNode row = JsonNodeFactory.instance.arrayNode();
    int width = sql.equals("wide") ? 300 : NAMES.size();
    for (int column = 0; column < width; column++) {
      String name = sql.equals("wide") ? "c" + column : NAMES.get(column);
      columns.addObject().put("name", name).put("type", "INT").put("nat", "host");
      row.add(ValueJson.toJson(VALUES.get(sql.equals("wide") ? 0 : column)));
    }
    payload.putArray("rows").add(row);
    return new Reply.Ok(request.seq(), payload.put("more", !sql.equals("wide")));
  }
}
