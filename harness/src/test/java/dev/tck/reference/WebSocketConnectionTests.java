package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tck.doubles.RestStub;
import dev.tck.doubles.SocketStub;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import dev.tck.wire.FetchReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the WebSocket connection against a server that answers well, badly and not at all. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebSocketConnectionTests {
  private static final String NEW = "3.3.6.6";
  private static final String OLD = "3.3.1.0";

  private final ScriptedServer script = new ScriptedServer(NEW);
  private final ReferenceConnector connector = new ReferenceConnector();
  private @Nullable SocketStub server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private SocketStub start(ScriptedServer scripted) {
    SocketStub started = new SocketStub(scripted);
    server = started;
    return started;
  }

  private static ConnectOptions options(int port) {
    return ConnectOptions.of("127.0.0.1", port, "root", "taosdata");
  }

  private TaosConnection connect() throws TaosError {
    return connect(script);
  }

  private TaosConnection connect(ScriptedServer scripted) throws TaosError {
    return connector.connect(
        ReferenceConnector.Interface.WEBSOCKET, options(start(scripted).port()));
  }

  private static List<List<Value>> drain(TaosConnection connection, String sql) throws TaosError {
    return ResultValues.drain((QueryResult.ResultSet) connection.query(sql));
  }

  private static List<List<Value>> ints(int... values) {
    return Arrays.stream(values)
        .mapToObj(value -> List.<Value>of(Value.Int.of(IntegerKind.I32, value)))
        .toList();
  }

  private TaosError error(String sql) {
    return catchThrowableOfType(
        TaosError.class,
        () -> {
          try (TaosConnection connection = connect()) {
            drain(connection, sql);
          }
        });
  }

  @Test
  void logsInAsTheOptionsSay() throws TaosError {
    SocketStub stub = start(script);
    connector
        .connect(
            ReferenceConnector.Interface.WEBSOCKET,
            ConnectOptions.of("127.0.0.1", stub.port(), "u", "p\"\\")
                .withDatabase("d")
                .withTimeZone("Asia/Shanghai"))
        .close();
    assertThat(script.asked())
        .containsExactly(
            "version {}",
            "conn {\"user\":\"u\",\"password\":\"p\\\"\\\\\",\"db\":\"d\",\"tz\":\"Asia/Shanghai\",\"app\":\"tck\"}");
  }

  @Test
  void countsAffectedRows() throws TaosError {
    script.answering("insert", ScriptedServer.affected(3_000_000_000L));
    try (TaosConnection connection = connect()) {
      assertThat(connection.query("insert")).isEqualTo(new QueryResult.Affected(3_000_000_000L));
    }
  }

  @Test
  void readsAllBlocksOfAResult() throws TaosError {
    int[] many = IntStream.range(0, 20_000).toArray();
    script
        .answering("select", ScriptedServer.result(7))
        .answering("fetch 7", ScriptedServer.blocks(7, many, new int[] {-1}));
    try (TaosConnection connection = connect()) {
      QueryResult.ResultSet result = (QueryResult.ResultSet) connection.query("select");
      assertThat(result.columns()).containsExactly(new ColumnInfo("v", TaosType.INT, 4, 0, 0));
      assertThat(result.precision()).isEqualTo(Precision.MILLISECONDS);
      List<List<Value>> expected = new ArrayList<>(ints(many));
      expected.addAll(ints(-1));
      assertThat(ResultValues.drain(result)).isEqualTo(expected);
      assertThat(result.nextBlock()).isNull();
    }
    assertThat(script.asked()).filteredOn(asked -> asked.startsWith("free_result")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3.3.2.0, true",
    "3.3.6.6, true",
    "3.4.0.0, true",
    "4.0, true",
    "3.3.1.9, false",
    "3.2.3.0, false",
    "3.0.0.0, false",
    "2.6.0.34, false",
    "'', false"
  })
  void speaksAsTheServersVersionUnderstands(String version, boolean binary) throws TaosError {
    ScriptedServer old =
        new ScriptedServer(version).answering("insert", ScriptedServer.affected(1));
    try (TaosConnection connection = connect(old)) {
      connection.execute("insert");
    }
    assertThat(old.asked().get(2))
        .isEqualTo(binary ? "binary insert" : "query {\"sql\":\"insert\"}");
  }

  @Test
  void fetchesInTwoStepsFromOldServers() throws TaosError {
    List<int[]> left = new ArrayList<>(List.of(new int[] {1, 2}, new int[] {3}));
    ScriptedServer old =
        new ScriptedServer(OLD)
            .answering("select", ScriptedServer.result(7))
            .answering(
                "fetch 7",
                (client, requestId) ->
                    client.send(
                        ScriptedServer.ok("fetch", requestId, "\"completed\":" + left.isEmpty())))
            .answering(
                "fetch_block 7",
                (client, requestId) ->
                    client.send(ScriptedServer.fetchBlockFrame(7, left.remove(0))));
    try (TaosConnection connection = connect(old)) {
      assertThat(drain(connection, "select")).isEqualTo(ints(1, 2, 3));
    }
  }

  @Test
  void reportsWhatAnOldServerRefusesInTheMiddle() throws TaosError {
    ScriptedServer old =
        new ScriptedServer(OLD)
            .answering("select", ScriptedServer.result(7))
            .answering(
                "fetch 7",
                (client, requestId) ->
                    client.send(ScriptedServer.ok("fetch", requestId, "\"completed\":false")))
            .answering(
                "fetch_block 7",
                (client, requestId) ->
                    client.send(ScriptedServer.error(requestId, 0x2603, "gone")));
    try (TaosConnection connection = connect(old)) {
      TaosError error = catchThrowableOfType(TaosError.class, () -> drain(connection, "select"));
      assertThat(error.code()).isEqualTo(0x2603);
    }
  }

  @Test
  void refusesAShortBlockOfAnOldServer() throws TaosError {
    byte[] cut = Arrays.copyOf(ScriptedServer.fetchBlockFrame(7, 1), 18);
    ScriptedServer old =
        new ScriptedServer(OLD)
            .answering("select", ScriptedServer.result(7))
            .answering(
                "fetch 7",
                (client, requestId) ->
                    client.send(ScriptedServer.ok("fetch", requestId, "\"completed\":false")))
            .answering("fetch_block 7", (client, requestId) -> client.send(cut));
    try (TaosConnection connection = connect(old)) {
      TaosError error = catchThrowableOfType(TaosError.class, () -> drain(connection, "select"));
      assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
    }
  }

  @Test
  void freesAResultThatWasNotReadToItsEnd() throws Exception {
    CountDownLatch freed = new CountDownLatch(1);
    script
        .answering("select", ScriptedServer.result(7))
        .answering("free_result", (client, requestId) -> freed.countDown());
    try (TaosConnection connection = connect()) {
      QueryResult.ResultSet unread = (QueryResult.ResultSet) connection.query("select");
      unread.close();
      unread.close();
      assertThat(unread.nextBlock()).isNull();
      assertThat(freed.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(script.asked()).containsOnlyOnce("free_result {\"id\":7}");
  }

  @Test
  void pairsRepliesWithRequestsWhateverTheirOrder() throws Exception {
    CompletableFuture<Runnable> firstAnswer = new CompletableFuture<>();
    script
        .answering(
            "first",
            (client, requestId) ->
                firstAnswer.complete(() -> ScriptedServer.affected(1).to(client, requestId)))
        .answering(
            "second",
            (client, requestId) -> {
              ScriptedServer.affected(2).to(client, requestId);
              firstAnswer.join().run();
            });
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (TaosConnection connection = connect()) {
      Future<Long> first = other.submit(() -> connection.execute("first"));
      firstAnswer.get(20, TimeUnit.SECONDS);
      assertThat(connection.execute("second")).isEqualTo(2);
      assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void servesManyThreadsAtOnce() throws Exception {
    int threads = 8;
    int each = 50;
    for (int number = 0; number < threads * each; number++) {
      script.answering("statement " + number, ScriptedServer.affected(number));
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (TaosConnection connection = connect()) {
      List<Future<List<Long>>> found = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread * each;
        found.add(
            workers.submit(
                () -> {
                  List<Long> counts = new ArrayList<>();
                  for (int number = first; number < first + each; number++) {
                    counts.add(connection.execute("statement " + number));
                  }
                  return counts;
                }));
      }
      for (int thread = 0; thread < threads; thread++) {
        assertThat(found.get(thread).get(30, TimeUnit.SECONDS))
            .containsExactlyElementsOf(
                IntStream.range(thread * each, (thread + 1) * each)
                    .mapToObj(Long::valueOf)
                    .toList());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  @Test
  void reportsARefusedLogin() {
    script.answering(
        "conn",
        (client, requestId) ->
            client.send(ScriptedServer.error(requestId, 0x80000357L, "Authentication failure")));
    TaosError error = catchThrowableOfType(TaosError.class, this::connect);
    assertThat(error.origin()).isEqualTo(TaosError.Origin.SERVER);
    assertThat(error.code()).isEqualTo(0x0357);
    assertThat(error).hasMessage("Authentication failure");
  }

  @Test
  void reportsARefusedStatement() {
    script.answering(
        "select",
        (client, requestId) ->
            client.send(ScriptedServer.error(requestId, 9731, "Table does not exist")));
    TaosError error = error("select");
    assertThat(error.origin()).isEqualTo(TaosError.Origin.SERVER);
    assertThat(error.code()).isEqualTo(0x2603);
  }

  @Test
  void reportsWhatTheServerRefusesInTheMiddleOfAResult() throws TaosError {
    script
        .answering("select", ScriptedServer.result(7))
        .answering(
            "fetch 7",
            (client, requestId) ->
                client.send(FetchReply.error(requestId, 7, 1, 0x80000703, "killed")));
    try (TaosConnection connection = connect()) {
      QueryResult.ResultSet result = (QueryResult.ResultSet) connection.query("select");
      TaosError error = catchThrowableOfType(TaosError.class, result::nextBlock);
      assertThat(error.origin()).isEqualTo(TaosError.Origin.SERVER);
      assertThat(error.code()).isEqualTo(0x0703);
      assertThat(error).hasMessage("killed");
      assertThat(result.nextBlock()).isNull();
    }
  }

  static List<ScriptedServer.Answer> brokenAnswers() {
    return List.of(
        (client, requestId) -> client.send("this is no JSON"),
        (client, requestId) -> client.send("{\"code\":0,\"req_id\":"),
        (client, requestId) -> client.send(new byte[10]),
        (client, requestId) -> client.send(Arrays.copyOf(FetchReply.end(requestId, 7, 1), 45)),
        (client, requestId) -> client.send(FetchReply.end(requestId, 7, 1)),
        (client, requestId) ->
            client.send(
                ScriptedServer.resultText(7, requestId)
                    .replace("\"fields_types\":[4]", "\"fields_types\":[99]")),
        (client, requestId) -> client.sayGoodbye(1001, "maintenance"),
        (client, requestId) -> client.drop());
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void reportsABrokenAnswerAtOnce(ScriptedServer.Answer answer) {
    script.answering("select", answer);
    TaosError error = error("select");
    assertThat(error).isNotNull();
    assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
  }

  static List<ScriptedServer.Answer> brokenBlocks() {
    byte[] header = FetchReply.blockHeader(0, 7, 1, 100);
    return List.of(
        (client, requestId) -> client.send(header),
        (client, requestId) -> client.send(FetchReply.blockHeader(requestId, 7, 1, 0)),
        (client, requestId) -> client.send(ScriptedServer.ok("fetch", requestId, "\"id\":7")),
        (client, requestId) -> client.drop());
  }

  @ParameterizedTest
  @MethodSource("brokenBlocks")
  void reportsABrokenBlockAtOnce(ScriptedServer.Answer answer) {
    script.answering("select", ScriptedServer.result(7)).answering("fetch 7", answer);
    TaosError error = error("select");
    assertThat(error).isNotNull();
    assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
  }

  @Test
  void saysWhyTheServerClosedTheConnectionToWhoeverAsksLater() throws TaosError {
    script.answering("select", (client, requestId) -> client.sayGoodbye(1001, "maintenance"));
    try (TaosConnection connection = connect()) {
      for (int attempt = 0; attempt < 2; attempt++) {
        TaosError error = catchThrowableOfType(TaosError.class, () -> connection.execute("select"));
        assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
        assertThat(error).hasMessage("the server closed the connection: maintenance");
      }
    }
  }

  @Test
  void answersPingsWhileItWaits() throws Exception {
    script.answering(
        "insert",
        (client, requestId) -> {
          client.ping("are you there");
          ScriptedServer.affected(1).to(client, requestId);
        });
    try (TaosConnection connection = connect()) {
      assertThat(connection.execute("insert")).isEqualTo(1);
      assertThat(started().nextEvent()).isEqualTo("pong are you there");
    }
  }

  @Test
  void joinsFragments() throws TaosError {
    script.answering(
        "insert",
        (client, requestId) ->
            client.sendInTwo(
                ScriptedServer.ok("query", requestId, "\"is_update\":true,\"affected_rows\":5")));
    try (TaosConnection connection = connect()) {
      assertThat(connection.execute("insert")).isEqualTo(5);
    }
  }

  @Test
  void passesOverRepliesThatNobodyWaitsFor() throws TaosError {
    script.answering(
        "insert",
        (client, requestId) -> {
          client.send(ScriptedServer.error(requestId + 1_000, 1, "not yours"));
          client.send(FetchReply.end(requestId + 1_000, 7, 1));
          ScriptedServer.affected(1).to(client, requestId);
        });
    try (TaosConnection connection = connect()) {
      assertThat(connection.execute("insert")).isEqualTo(1);
    }
  }

  @Test
  void givesUpWaitingAndTakesNoLateReplyForTheNext() throws TaosError {
    AtomicReference<@Nullable Runnable> late = new AtomicReference<>();
    script
        .answering(
            "slow",
            (client, requestId) -> late.set(() -> ScriptedServer.affected(1).to(client, requestId)))
        .answering(
            "insert",
            (client, requestId) -> {
              Runnable answer = late.get();
              if (answer != null) {
                answer.run();
              }
              ScriptedServer.affected(2).to(client, requestId);
            });
    ConnectOptions hasty = options(start(script).port()).withTimeout(Duration.ofMillis(500));
    try (TaosConnection connection =
        connector.connect(ReferenceConnector.Interface.WEBSOCKET, hasty)) {
      TaosError error = catchThrowableOfType(TaosError.class, () -> connection.execute("slow"));
      assertThat(error.origin()).isEqualTo(TaosError.Origin.TIMEOUT);
      assertThat(connection.execute("insert")).isEqualTo(2);
    }
  }

  @Test
  void endsARequestThatIsUnderWayWhenItIsClosed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    script.answering("slow", (client, requestId) -> asked.countDown());
    TaosConnection connection = connect();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Long> waiting = other.submit(() -> connection.execute("slow"));
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      connection.close();
      connection.close();
      ExecutionException ended =
          catchThrowableOfType(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS));
      assertThat(ended).hasCauseInstanceOf(TaosError.class).hasMessageContaining("closed");
      assertThat(started().nextEvent()).isEqualTo("close 1000");
      assertThat(catchThrowableOfType(TaosError.class, () -> connection.execute("insert")))
          .hasMessage("connection closed");
    } finally {
      other.shutdownNow();
    }
  }

  private SocketStub started() {
    if (server == null) {
      throw new IllegalStateException("no server was started");
    }
    return server;
  }

  @Test
  void saysWithWhichStatusSomethingElseAnswered() {
    try (RestStub http = new RestStub(call -> RestStub.text(404, "404 page not found"))) {
      TaosError error =
          catchThrowableOfType(
              TaosError.class,
              () ->
                  connector.connect(ReferenceConnector.Interface.WEBSOCKET, options(http.port())));
      assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
      assertThat(error)
          .hasMessage("no WebSocket at ws://127.0.0.1:" + http.port() + "/ws: HTTP 404");
    }
  }

  @Test
  void givesUpOnAServerThatNeverShakesHands() {
    try (RestStub http = new RestStub(call -> RestStub.text(200, "").in(RestStub.Manner.SILENT))) {
      TaosError error =
          catchThrowableOfType(
              TaosError.class,
              () ->
                  connector.connect(
                      ReferenceConnector.Interface.WEBSOCKET,
                      options(http.port()).withTimeout(Duration.ofMillis(300))));
      assertThat(error.origin()).isEqualTo(TaosError.Origin.TIMEOUT);
    }
  }

  @Test
  void saysThatNobodyListens() {
    int port;
    try (RestStub http = new RestStub(call -> RestStub.text(200, ""))) {
      port = http.port();
    }
    TaosError error =
        catchThrowableOfType(
            TaosError.class,
            () -> connector.connect(ReferenceConnector.Interface.WEBSOCKET, options(port)));
    assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
    assertThat(error).hasMessageContaining("127.0.0.1:" + port).hasMessageNotContaining("taosdata");
  }
}
