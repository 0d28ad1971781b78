package dev.tck.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.AdapterException.Kind;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Requests;
import dev.tck.provision.CommandLine;
import dev.tck.provision.ConnectorDefinition;
import dev.tck.provision.ConnectorDefinitions;
import dev.tck.provision.Host;
import dev.tck.provision.ProvisionProgress;
import dev.tck.provision.Provisioner;
import dev.tck.provision.SystemTools;
import dev.tck.values.Precision;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tells the liar, the crasher and the hanger apart, and provisions them on the way. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeededConnectorTests {
  private static final Path CONNECTORS = Path.of("src/test/resources/connectors");
  private static final Path SDK = Path.of("../connectors-under-test/sdk");
  private static final Host HOST =
      Host.of(System.getProperty("os.arch"), System.getProperty("os.name"));

  // As TDengine 3.3.6.6 answers `select ts, v from t` (rest/3.3.6.6.ndjson has the form).
  private static final String ROWS =
      "{\"code\":0,\"column_meta\":[[\"ts\",\"TIMESTAMP\",8],[\"v\",\"INT\",4]],"
          + "\"data\":[[\"2023-11-14T22:13:20.001Z\",5],[\"2023-11-14T22:13:20.002Z\",null]],"
          + "\"rows\":2}";
  private static final String AFFECTED =
      "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[2]],\"rows\":1}";
  private static final String ERROR = "{\"code\":9731,\"desc\":\"Table does not exist\"}";

  @TempDir Path folder;
  private final Requests requests = new Requests(Duration.ofSeconds(60));
  private @Nullable HttpServer server;
  private @Nullable AdapterProcess adapter;

  @BeforeEach
  void startServer() throws IOException {
    SystemTools tools = new SystemTools(System.getenv(), HOST);
    assumeTrue(
        tools.find("python3").isPresent() || tools.find("python").isPresent(),
        "the seeded connectors need Python, which is not on PATH");
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/rest/sql",
        exchange -> {
          String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String answer =
              sql.contains("nosuch") ? ERROR : sql.startsWith("select") ? ROWS : AFFECTED;
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    http.start();
    server = http;
  }

  @AfterEach
  void end() {
    if (adapter != null) {
      adapter.close();
    }
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void theHonestOneTellsTheTruth() throws Exception {
    AdapterProcess honest = connect("plain-rest", null);
    Payloads.Page page = page(honest);
    assertThat(page.columns().get(0).type()).isEqualTo("TIMESTAMP");
    assertThat(page.rows())
        .containsExactly(
            List.of(
                new Value.Timestamp(1_700_000_000_001L, Precision.MILLISECONDS),
                Value.Int.of(IntegerKind.I64, 5)),
            List.of(new Value.Timestamp(1_700_000_000_002L, Precision.MILLISECONDS), Value.NULL));
    Reply refused = honest.send(requests.query("c", "e", "select * from nosuch")).get();
    assertThat(refused)
        .isInstanceOfSatisfying(
            Reply.Failure.class, failure -> assertThat(failure.code()).isEqualTo(9731));
  }

  @ParameterizedTest
  @CsvSource({"off-by-one, 2, 6, null", "null-as-zero, 2, 5, 0", "loses-last-row, 1, 5, null"})
  void theLiarAnswersWrongly(String lie, int rows, int first, String last) throws Exception {
    Payloads.Page page = page(connect("liar", lie));
    assertThat(page.rows()).hasSize(rows);
    assertThat(page.rows().get(0).get(1)).isEqualTo(Value.Int.of(IntegerKind.I64, first));
    if (rows > 1) {
      Value expected =
          last.equals("null") ? Value.NULL : Value.Int.of(IntegerKind.I64, Long.parseLong(last));
      assertThat(page.rows().get(1).get(1)).isEqualTo(expected);
    }
  }

  @Test
  void theLiarDoublesAndSwallows() throws Exception {
    AdapterProcess liar = connect("liar", "doubles-affected");
    Reply.Ok inserted = (Reply.Ok) liar.send(requests.execute("c", "insert")).get();
    assertThat(Payloads.affected(inserted.payload())).hasValue(4L);
    liar.close();
    AdapterProcess silent = connect("liar", "swallows-errors");
    assertThat(silent.send(requests.query("c", "e", "select * from nosuch")).get())
        .isInstanceOf(Reply.Ok.class);
  }

  @ParameterizedTest
  @CsvSource({"segfault, SIGSEGV", "abort, SIGABRT", "exit, exit code 7"})
  void theCrasherDies(String how, String end) throws Exception {
    AdapterException crash = failure(connect("crasher", how));
    assertThat(crash.kind()).isEqualTo(Kind.CRASHED);
    assertThat(crash).hasMessageContaining(end);
    assertThat(crash.evidence()).contains("crasher: " + how);
  }

  @Test
  void theBabblerBreaksTheProtocol() throws Exception {
    AdapterException breach = failure(connect("crasher", "babble"));
    assertThat(breach.kind()).isEqualTo(Kind.BROKE_PROTOCOL);
    assertThat(breach).hasMessageContaining("double free");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep", "spin", "native"})
  void theHangerHangs(String how) throws Exception {
    AdapterProcess hanger = connect("hanger", how);
    AdapterException hang = failure(hanger, requests.within(Duration.ofMillis(500)));
    assertThat(hang.kind()).isEqualTo(Kind.HUNG);
    // faulthandler names file and function of each frame.
    assertThat(hang.evidence()).contains("adapter.py").contains("in hang");
    assertThat(hanger.hello().connector()).isEqualTo("hanger");
  }

  private AdapterProcess connect(String id, @Nullable String misbehave) throws Exception {
    ConnectorDefinition definition = ConnectorDefinitions.load(CONNECTORS.resolve(id));
    Provisioner provisioner =
        new Provisioner(
            folder.resolve("cache"),
            SDK,
            Path.of(System.getProperty("java.home")),
            System.getProperty("java.version"),
            HOST,
            new SystemTools(System.getenv(), HOST),
            ProvisionProgress.silent());
    CommandLine line = provisioner.provision(definition, "1.0.0", null).commandLine();
    AdapterProcess started =
        AdapterProcess.start(
            id,
            new AdapterCommand(line.command(), line.environment(), line.directory()),
            AdapterSettings.defaults()
                .withStrict(true)
                .withGrace(Duration.ofMillis(200), Duration.ofSeconds(10)),
            ProcessStarter.real());
    adapter = started;
    assertThat(started.send(requests.connect("c", endpoint(misbehave))).get())
        .isInstanceOf(Reply.Ok.class);
    return started;
  }

  private Requests.Endpoint endpoint(@Nullable String misbehave) {
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    Map<String, String> options = misbehave == null ? Map.of() : Map.of("misbehave", misbehave);
    return new Requests.Endpoint(
        "rest", "127.0.0.1", server.getAddress().getPort(), "root", "p", null, null, options);
  }

  private Payloads.Page page(AdapterProcess process) throws Exception {
    Reply reply = process.send(requests.query("c", "r", "select ts, v from t")).get();
    return Payloads.page(((Reply.Ok) reply).payload());
  }

  private AdapterException failure(AdapterProcess process) throws InterruptedException {
    return failure(process, requests);
  }

  private static AdapterException failure(AdapterProcess process, Requests requests)
      throws InterruptedException {
    CompletableFuture<Reply> reply = process.send(requests.query("c", "r", "select ts, v from t"));
    try {
      throw new AssertionError("it answered " + reply.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AdapterException failure) {
        return failure;
      }
      throw new AssertionError("another failure", e);
    }
  }
}
