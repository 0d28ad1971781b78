package dev.tck.mutants;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.doubles.ScriptedChannel;
import dev.tck.values.Precision;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import dev.tck.values.ValueJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A conversation with what is seldom: threads, many columns, odd statements, values at limits. */
final class OddConversation {
  private static final int WRITES = 20;

  private OddConversation() {}

  static List<Request> requests() {
    Requests requests = new Requests(Duration.ofSeconds(5));
    List<Request> all = new ArrayList<>();
    all.add(requests.connect("main", endpoint("first")));
    all.add(requests.connect("B", endpoint("second")));
    all.add(requests.execute("main", "Insert into `T` values ('a;b--c', 'é')"));
    all.add(requests.execute("main", "insert '" + "x".repeat(70_000) + "'"));
    all.add(requests.execute("main", "use other"));
    all.add(requests.query("main", "result1", "values"));
    all.add(requests.query("main", "result2", "empty"));
    all.add(requests.next("result1"));
    all.add(requests.query("main", "result3", "wide"));
    for (String worker : List.of("worker1", "worker2")) {
      all.add(requests.onThread(worker).query("main", worker, "rows of " + worker));
    }
    for (int write = 0; write < WRITES; write++) {
      all.add(requests.onThread("worker1").execute("main", "insert"));
    }
    all.add(requests.close("B"));
    all.add(requests.execute("main", "insert"));
    return all;
  }

  private static Requests.Endpoint endpoint(String database) {
    return new Requests.Endpoint("rest", "h", 1, "u", "p", database, "UTC", Map.of());
  }

  static Reply answer(Request request) {
    String sql = request.arguments().path("sql").asText();
    return switch (request.op()) {
      case EXECUTE -> ScriptedChannel.affected(request, 1);
      case NEXT -> ScriptedChannel.page(request, false, new Value.Bool(true));
      case QUERY ->
          switch (sql) {
            case "values" -> page(request, List.of("count(*)", "n".repeat(40)), values(), true);
            case "empty" -> page(request, List.of("v"), List.of(), false);
            case "wide" ->
                page(
                    request,
                    IntStream.range(0, 300).mapToObj(column -> "c" + column).toList(),
                    List.of(),
                    false);
            default -> page(request, List.of("v"), List.of(new Value.Text(false, sql)), false);
          };
      default -> ScriptedChannel.ok(request);
    };
  }

  private static List<Value> values() {
    return List.of(
        new Value.Text(false, "\uD83D\uDE00"),
        new Value.Text(true, " blanks "),
        new Value.Text(false, "a\tb\r\n"),
        new Value.Text(false, "<a & b>"),
        new Value.Text(false, "a\u0000b"),
        new Value.F64(0.1),
        new Value.F64(Double.MIN_VALUE),
        Value.Int.of(IntegerKind.I32, Integer.MIN_VALUE),
        new Value.Timestamp(-1, Precision.MILLISECONDS),
        new Value.Timestamp(Long.MAX_VALUE / 1_000, Precision.MILLISECONDS));
  }

  private static Reply page(Request request, List<String> names, List<Value> values, boolean more) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    var columns = payload.putArray("columns");
    for (int column = 0; column < Math.max(names.size(), values.size()); column++) {
      String name = column < names.size() ? names.get(column) : "v" + column;
      columns.addObject().put("name", name).put("type", "VARCHAR").put("nat", "host");
    }
    var rows = payload.putArray("rows");
    if (!values.isEmpty()) {
      var row = rows.addArray();
      values.forEach(value -> row.add(ValueJson.toJson(value)));
    }
    return new Reply.Ok(request.seq(), payload.put("more", more));
  }
}
