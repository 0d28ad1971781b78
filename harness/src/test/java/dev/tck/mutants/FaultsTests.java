package dev.tck.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Op;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.doubles.ScriptedChannel;
import dev.tck.values.Precision;
import dev.tck.values.Value;
import dev.tck.values.Value.BytesKind;
import dev.tck.values.Value.IntegerKind;
import dev.tck.values.ValueJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeds each fault into one conversation and looks at what is different in it. */
class FaultsTests {
  private static final Value MAX_I64 = Value.Int.of(IntegerKind.I64, Long.MAX_VALUE);
  private static final String LONG = "x".repeat(40_000);

  /** The first page of the result of the conversation, a column a value. */
  private static final Map<String, Value> COLUMNS = columns();

  private static Map<String, Value> columns() {
    Map<String, Value> columns = new LinkedHashMap<>();
    columns.put("i TINYINT", Value.Int.of(IntegerKind.I8, -1));
    columns.put("j BIGINT", MAX_I64);
    columns.put("u TINYINT UNSIGNED", Value.Int.of(IntegerKind.U8, 200));
    columns.put(
        "v BIGINT UNSIGNED",
        new Value.Int(IntegerKind.U64, new BigInteger("18446744073709551615")));
    columns.put("f FLOAT", new Value.F32(1.2345678f));
    columns.put("g DOUBLE", new Value.F64(-0.0));
    columns.put("s VARCHAR", new Value.Text(false, "é"));
    columns.put("t VARCHAR", new Value.Text(false, ""));
    columns.put("l NCHAR", new Value.Text(true, LONG));
    columns.put("b VARBINARY", new Value.Bytes(BytesKind.VARBIN, "0100ff"));
    columns.put("d DECIMAL", new Value.Decimal(new BigDecimal("12345678901234567.89"), 20, 2));
    columns.put(
        "ts TIMESTAMP", new Value.Timestamp(1_700_000_000_000_000_001L, Precision.NANOSECONDS));
    columns.put("n INT", Value.NULL);
    columns.put("m VARCHAR", Value.NULL);
    return columns;
  }

  /** Makes the requests of the conversation; the same in each. */
  private static List<Request> requests() {
    Requests requests = new Requests(Duration.ofSeconds(5));
    return List.of(
        requests.connect(
            "main",
            new Requests.Endpoint(
                "rest", "h", 1, "tester", "Secret1!longer", "d", "UTC", Map.of())),
        requests.connect("B", new Requests.Endpoint("rest", "h", 1, "u", "refuse it")),
        requests.execute("main", "insert"),
        requests.query("main", "result1", "select"),
        requests.next("result1"),
        requests.close("result1"),
        requests.execute("main", "use other"),
        requests.query("main", "result2", "select"),
        requests.close("result2"),
        requests.execute("main", "insert"),
        requests.execute("main", "refuse this"),
        requests.execute("main", "insert"),
        requests.close("main"),
        requests.reset(),
        requests.connect("main", new Requests.Endpoint("rest", "h", 1, "u", "p")),
        requests.execute("main", "insert"));
  }

  private static Reply answer(Request request) {
    boolean refused = request.arguments().toString().contains("refuse");
    if (refused) {
      return ScriptedChannel.refused(request, 0x2603, "Table does not exist");
    }
    return switch (request.op()) {
      case EXECUTE -> ScriptedChannel.affected(request, 3);
      case QUERY -> firstPage(request);
      case NEXT -> laterPage(request);
      default -> ScriptedChannel.ok(request);
    };
  }

  private static Reply firstPage(Request request) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    var columns = payload.putArray("columns");
    for (String column : COLUMNS.keySet()) {
      String[] parts = column.split(" ", 2);
      columns.addObject().put("name", parts[0]).put("type", parts[1]).put("nat", "host");
    }
    return rows(request, payload, 2).put(request);
  }

  private record Page(ObjectNode payload) {
    Reply put(Request request) {
      return new Reply.Ok(request.seq(), payload);
    }
  }

  private static Page rows(Request request, ObjectNode payload, int count) {
    var rows = payload.putArray("rows");
    for (int row = 0; row < count; row++) {
      var cells = rows.addArray();
      COLUMNS.values().forEach(value -> cells.add(ValueJson.toJson(value)));
    }
    payload.put("more", request.op() == Op.QUERY);
    return new Page(payload);
  }

  private static Reply laterPage(Request request) {
    return rows(request, JsonNodeFactory.instance.objectNode(), 1).put(request);
  }

  /** What the harness sees, and what the connector is asked, a line a place. */
  private static Map<String, String> conversation(Fault.InConnector fault) {
    return conversation(fault, FaultsTests::answer, requests());
  }

  static Map<String, String> conversation(
      Fault.InConnector fault, ScriptedChannel.Script script, List<Request> requests) {
    ScriptedChannel connector = new ScriptedChannel(script);
    Map<String, String> lines = new LinkedHashMap<>();
    try (AdapterChannel channel = fault.seed().apply(connector)) {
      int number = 0;
      for (Request request : requests) {
        number++;
        Reply reply = channel.send(request).join();
        if (reply instanceof Reply.Ok ok) {
          flatten(number + "", ok.payload(), lines);
        } else if (reply instanceof Reply.Failure failure) {
          lines.put(number + " error code", String.valueOf(failure.code()));
          lines.put(number + " error message", failure.message());
        }
      }
    }
    int number = 0;
    for (Request asked : connector.requests()) {
      number++;
      lines.put("asked " + number, asked.toJson().toString());
    }
    return lines;
  }

  private static void flatten(String place, JsonNode node, Map<String, String> lines) {
    if (node.isObject() && node.size() != 1) {
      node.properties()
          .forEach(field -> flatten(place + "/" + field.getKey(), field.getValue(), lines));
    } else if (node.isArray()) {
      lines.put(place + " size", String.valueOf(node.size()));
      for (int index = 0; index < node.size(); index++) {
        flatten(place + "/" + index, node.get(index), lines);
      }
    } else {
      lines.put(place, node.toString());
    }
  }

  static final Fault.InConnector NONE =
      new Fault.InConnector("none", "Nothing is wrong", channel -> channel);

  private static List<String> changedPlaces(Fault.InConnector fault) {
    return changedPlaces(conversation(NONE), conversation(fault));
  }

  static List<String> changedPlaces(Map<String, String> right, Map<String, String> wrong) {
    List<String> places = new ArrayList<>();
    right.forEach(
        (place, text) -> {
          if (!text.equals(wrong.get(place))) {
            places.add(place);
          }
        });
    wrong.keySet().stream().filter(place -> !right.containsKey(place)).forEach(places::add);
    return places;
  }

  static List<Fault.InConnector> inConnector() {
    return Faults.all().stream()
        .filter(Fault.InConnector.class::isInstance)
        .map(Fault.InConnector.class::cast)
        .toList();
  }

  static Fault.InConnector fault(String id) {
    return inConnector().stream()
        .filter(fault -> fault.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no fault " + id));
  }

  @Test
  void haveIdsOfTheirOwnInOrder() {
    List<String> ids = Faults.all().stream().map(Fault::id).toList();
    assertThat(ids).doesNotHaveDuplicates().isSorted();
    assertThat(ids).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(Faults.all()).extracting(Fault::title).doesNotHaveDuplicates();
  }

  static List<Arguments> single() {
    return List.of(
        value("bytes-cut-at-nul", "b", new Value.Bytes(BytesKind.VARBIN, "01")),
        value("decimal-as-double", "d", new Value.F64(12345678901234568.0)),
        value("empty-text-as-null", "t", Value.NULL),
        value("float-six-digits", "f", new Value.F32(1.23457f)),
        value("negative-zero-lost", "g", new Value.F64(0.0)),
        value("text-as-latin1", "s", new Value.Text(false, "Ã©")),
        value("text-cut-at-32767", "l", new Value.Text(true, "x".repeat(32_767))),
        value(
            "timestamp-shifted",
            "ts",
            new Value.Timestamp(1_700_028_800_000_000_001L, Precision.NANOSECONDS)),
        value(
            "timestamp-truncated-to-ms",
            "ts",
            new Value.Timestamp(1_700_000_000_000_000_000L, Precision.NANOSECONDS)));
  }

  private static Arguments value(String id, String column, Value value) {
    return Arguments.of(id, column, value);
  }

  private static int index(String column) {
    List<String> names = COLUMNS.keySet().stream().map(key -> key.replaceFirst(" .*", "")).toList();
    return names.indexOf(column);
  }

  @ParameterizedTest
  @MethodSource("single")
  void changeOneColumnOfAllPagesAndNothingElse(String id, String column, Value value) {
    int index = index(column);
    assertThat(changedPlaces(fault(id)))
        .containsExactlyInAnyOrder(
            "4/rows/0/" + index,
            "4/rows/1/" + index,
            "5/rows/0/" + index,
            "8/rows/0/" + index,
            "8/rows/1/" + index);
    assertThat(conversation(fault(id)).get("4/rows/0/" + index))
        .isEqualTo(ValueJson.toJson(value).toString());
  }

  @Test
  void changeIntegersAsTheirNamesSay() {
    Map<String, String> signed = conversation(fault("unsigned-as-signed"));
    assertThat(signed.get("4/rows/0/" + index("u"))).isEqualTo("{\"i8\":-56}");
    assertThat(signed.get("4/rows/0/" + index("v"))).isEqualTo("{\"i64\":\"-1\"}");
    assertThat(changedPlaces(fault("unsigned-as-signed"))).hasSize(2 * 5);
    Map<String, String> rounded = conversation(fault("integer-through-double"));
    // 2^63 fits no signed integer, 2^64 no unsigned one.
    assertThat(rounded.get("4/rows/0/" + index("j"))).startsWith("{\"f64\":\"9.22337203685477");
    assertThat(rounded.get("4/rows/0/" + index("v"))).startsWith("{\"f64\":\"1.84467440737095");
    assertThat(changedPlaces(fault("integer-through-double"))).hasSize(2 * 5);
  }

  @Test
  void turnNullsOfAllPagesIntoZeros() {
    Map<String, String> zeros = conversation(fault("null-as-zero"));
    assertThat(zeros.get("5/rows/0/" + index("n"))).isEqualTo("{\"i64\":\"0\"}");
    assertThat(zeros.get("5/rows/0/" + index("m"))).isEqualTo("{\"str\":\"\"}");
    assertThat(changedPlaces(fault("null-as-zero"))).hasSize(2 * 5);
  }

  static List<Arguments> places() {
    return List.of(
        Arguments.of("affected-rows-off-by-one", List.of("3", "7", "10", "12", "16")),
        Arguments.of("close-ignored", List.of("asked 13", "asked 14", "asked 15", "asked 16")),
        Arguments.of("database-ignored", List.of("asked 1")),
        Arguments.of("time-zone-ignored", List.of("asked 1")),
        Arguments.of("password-cut", List.of("asked 1", "asked 2")),
        Arguments.of("error-code-lost", List.of("2 error code", "11 error code")),
        Arguments.of("error-message-lost", List.of("2 error message", "11 error message")),
        Arguments.of("secret-in-error", List.of("2 error message")),
        Arguments.of(
            "error-swallowed",
            List.of(
                "2 error code",
                "2 error message",
                "11 error code",
                "11 error message",
                "2",
                "11")));
  }

  @ParameterizedTest
  @MethodSource("places")
  void changeTheseAndNoOtherPlaces(String id, List<String> places) {
    assertThat(changedPlaces(fault(id))).containsExactlyInAnyOrderElementsOf(places);
  }

  @Test
  void loseOrRepeatRows() {
    assertThat(conversation(fault("row-lost")))
        .containsEntry("4/rows size", "1")
        .containsEntry("5/rows size", "1");
    assertThat(conversation(fault("page-repeated")))
        .containsEntry("4/rows size", "2")
        .containsEntry("5/rows size", "3");
    Map<String, String> swapped = conversation(fault("columns-swapped"));
    assertThat(swapped.get("4/rows/0/0")).isEqualTo(ValueJson.toJson(MAX_I64).toString());
    assertThat(swapped.get("4/rows/0/1")).isEqualTo("{\"i8\":-1}");
    assertThat(conversation(fault("column-names-upper-cased")))
        .containsEntry("4/columns/" + index("ts") + "/name", "\"TS\"");
  }

  @Test
  void logInAsSomebodyElse() {
    assertThat(conversation(fault("wrong-password-accepted")).get("asked 2"))
        .contains("\"user\":\"root\",\"password\":\"taosdata\"");
    assertThat(conversation(fault("password-cut")).get("asked 1"))
        .contains("\"password\":\"Secret1!\"");
    assertThat(conversation(fault("secret-in-error")).get("2 error message")).contains("refuse it");
  }

  @Test
  void killConnectionsUntilTheReset() {
    Map<String, String> afterError = conversation(fault("dead-after-error"));
    assertThat(afterError).containsEntry("10", "{\"affected\":3}");
    assertThat(afterError).containsEntry("12 error message", "connection lost");
    assertThat(afterError).containsEntry("16", "{\"affected\":3}");
    Map<String, String> afterClose = conversation(fault("dead-after-close"));
    assertThat(afterClose).containsEntry("3", "{\"affected\":3}");
    assertThat(afterClose).containsEntry("10 error message", "connection lost");
    assertThat(afterClose).containsEntry("16", "{\"affected\":3}");
  }

  @Test
  void moveOtherConnectionsWithUse() {
    Requests requests = new Requests(Duration.ofSeconds(5));
    ScriptedChannel connector = new ScriptedChannel(FaultsTests::answer);
    AdapterChannel channel = fault("use-shared").seed().apply(connector);
    for (String name : List.of("main", "B")) {
      channel.send(requests.connect(name, new Requests.Endpoint("rest", "h", 1, "u", "p"))).join();
    }
    channel.send(requests.execute("main", "use other")).join();
    assertThat(connector.requests())
        .filteredOn(request -> request.op() == Op.EXECUTE)
        .extracting(Request::on)
        .contains("main", "B");
    assertThat(connector.requests()).extracting(Request::seq).doesNotHaveDuplicates();
  }

  // A fault that changes nothing here needs a request or a value of its own in this conversation.
  @ParameterizedTest
  @MethodSource("inConnector")
  void changeSomethingEach(Fault.InConnector fault) {
    List<String> places = new ArrayList<>(changedPlaces(fault));
    places.addAll(OddConversation.changedPlaces(fault));
    assertThat(places).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("inConnector")
  void passOnWhatTheConnectorSaysOfItselfAndItsEnd(Fault.InConnector fault) {
    ScriptedChannel connector = new ScriptedChannel(FaultsTests::answer);
    try (AdapterChannel channel = fault.seed().apply(connector)) {
      assertThat(channel.hello()).isEqualTo(connector.hello());
    }
    assertThat(connector.closed()).isEqualTo(1);
  }
}
