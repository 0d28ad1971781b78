package dev.tck.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks to the loop as the harness does, every message held against its schema. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdapterLoopTests {
  private static final Hello HELLO =
      new Hello(
          "fake",
          "1.2.3",
          "java",
          "Java 17, libtaos 3.3.6.6",
          "Linux",
          "amd64",
          List.of("native"),
          Set.of("b", "a"));

  private final Requests requests = new Requests(Duration.ofSeconds(5)).onThread("t1");
  private final MessageSchemas schemas = new MessageSchemas();
  private final ReplyParser parser = new ReplyParser();
  private final ScriptedChannel channel = new ScriptedChannel();
  private final PipedOutputStream toLoop = new PipedOutputStream();
  private final PipedInputStream fromLoop = new PipedInputStream(1 << 16);
  private FutureTask<Boolean> served = new FutureTask<>(() -> true);
  private Thread thread = new Thread();
  private BufferedReader replies = new BufferedReader(InputStreamReader.nullReader());
  private long lines;

  /** Answers as it is told, and keeps what it was asked. */
  private static final class ScriptedChannel implements AdapterChannel {
    private final List<Request> asked = new ArrayList<>();
    private Function<Request, CompletableFuture<Reply>> script =
        request -> new CompletableFuture<>();

    @Override
    public CompletableFuture<Reply> send(Request request) {
      asked.add(request);
      return script.apply(request);
    }

    @Override
    public Hello hello() {
      return HELLO;
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() throws IOException {
    PipedInputStream in = new PipedInputStream(toLoop, 1 << 16);
    PipedOutputStream out = new PipedOutputStream(fromLoop);
    replies = new BufferedReader(new InputStreamReader(fromLoop, StandardCharsets.UTF_8));
    served =
        new FutureTask<>(
            () -> {
              try (out) {
                new AdapterLoop(channel, out).serve(in);
              }
              return true;
            });
    thread = new Thread(served, "adapter loop under test");
    thread.start();
  }

  @AfterEach
  void end() throws Exception {
    toLoop.close();
    thread.join();
  }

  private void send(Request request) throws IOException {
    ObjectNode message = request.toJson();
    assertThat(schemas.wrongRequest(request.op(), message)).isEmpty();
    toLoop.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    toLoop.flush();
  }

  private Reply receive(Op op) throws Exception {
    ObjectNode message = parser.read(replies.readLine().getBytes(StandardCharsets.UTF_8), ++lines);
    assertThat(schemas.wrongReply(op, message)).isEmpty();
    return parser.reply(message, lines);
  }

  private Reply exchange(Request request, Reply answer) throws Exception {
    channel.script = asked -> CompletableFuture.completedFuture(answer);
    send(request);
    return receive(request.op());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Test
  void saysHelloAsTheChannelDoes() throws Exception {
    Request hello = requests.hello();
    send(hello);
    Reply.Ok ok = (Reply.Ok) receive(Op.HELLO);
    assertThat(ok.seq()).isEqualTo(hello.seq());
    assertThat(Payloads.hello(ok.payload())).isEqualTo(HELLO);
    assertThat(channel.asked).isEmpty();
  }

  @Test
  void handsOnRequestsAsTheyWere() throws Exception {
    Request query = requests.query("c1", "r1", "select '报警 \"😀\"\n'", 10);
    Reply.Ok ok = new Reply.Ok(query.seq(), object().put("affected", 3));
    Request execute = requests.execute("c1", "insert into t values (now, 'é')");
    assertThat(exchange(execute, new Reply.Ok(execute.seq(), ok.payload())))
        .isEqualTo(new Reply.Ok(execute.seq(), ok.payload()));
    send(query);
    Request close = requests.close("c1");
    send(close);
    receive(Op.EXECUTE);
    receive(Op.EXECUTE);
    assertThat(channel.asked.stream().map(Request::toJson))
        .containsExactly(execute.toJson(), query.toJson(), close.toJson());
  }

  @Test
  void passesOnFailuresWithAndWithoutCode() throws Exception {
    Request execute = requests.execute("c1", "select");
    Reply withCode =
        new Reply.Failure(
            execute.seq(), Reply.Origin.SERVER, 0x2603L, "TaosError", "Table does not exist: “t”");
    assertThat(exchange(execute, withCode)).isEqualTo(withCode);
    Reply withoutCode =
        new Reply.Failure(execute.seq(), Reply.Origin.DRIVER, null, "TaosError", "closed");
    assertThat(exchange(execute, withoutCode)).isEqualTo(withoutCode);
  }

  @Test
  void passesOnWhatIsUnsupportedAndFaults() throws Exception {
    Request execute = requests.execute("c1", "select 1");
    Reply unsupported = new Reply.Unsupported(execute.seq(), "tmq", "there is no such function");
    assertThat(exchange(execute, unsupported)).isEqualTo(unsupported);
    Reply fault = new Reply.Fault(execute.seq(), "no handle c1", "at line 1\nat line 2");
    assertThat(exchange(execute, fault)).isEqualTo(fault);
  }

  @Test
  void answersAFaultWhereTheChannelFails() throws Exception {
    Request execute = requests.execute("c1", "select 1");
    channel.script =
        asked ->
            CompletableFuture.failedFuture(
                new AdapterException(AdapterException.Kind.HUNG, "no answer within 5000 ms", ""));
    send(execute);
    Reply.Fault fault = (Reply.Fault) receive(Op.EXECUTE);
    assertThat(fault.seq()).isEqualTo(execute.seq());
    assertThat(fault.message()).contains("no answer within 5000 ms");
  }

  @Test
  void answersInTheOrderInWhichRepliesCome() throws Exception {
    List<CompletableFuture<Reply>> open = new ArrayList<>();
    channel.script =
        asked -> {
          CompletableFuture<Reply> reply = new CompletableFuture<>();
          open.add(reply);
          return reply;
        };
    Request slow = requests.execute("c1", "select 1");
    Request fast = requests.onThread("t2").execute("c2", "select 2");
    send(slow);
    send(fast);
    Request hello = requests.hello();
    send(hello);
    assertThat(receive(Op.HELLO).seq()).isEqualTo(hello.seq());
    open.get(1).complete(new Reply.Ok(fast.seq(), object().put("affected", 0)));
    assertThat(receive(Op.EXECUTE).seq()).isEqualTo(fast.seq());
    open.get(0).complete(new Reply.Ok(slow.seq(), object().put("affected", 0)));
    assertThat(receive(Op.EXECUTE).seq()).isEqualTo(slow.seq());
  }

  @Test
  void endsAfterBye() throws Exception {
    Request bye = requests.bye();
    send(bye);
    assertThat(receive(Op.BYE)).isEqualTo(new Reply.Ok(bye.seq(), object()));
    assertThat(served.get()).isTrue();
    assertThat(replies.readLine()).isNull();
  }

  @Test
  void endsWithItsInput() throws Exception {
    toLoop.close();
    assertThat(served.get()).isTrue();
    assertThat(replies.readLine()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "[1]",
        "",
        "{\"seq\":1,\"op\":\"hello\"",
        "{\"seq\":1,\"op\":\"dance\",\"deadlineMs\":1000}",
        "{\"seq\":1,\"deadlineMs\":1000}",
        "{\"op\":\"hello\",\"deadlineMs\":1000}",
        "{\"seq\":\"1\",\"op\":\"hello\",\"deadlineMs\":1000}"
      })
  void namesALineThatIsNoRequest(String line) {
    byte[] input =
        (requests.hello().toJson() + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> new AdapterLoop(channel, out).serve(new ByteArrayInputStream(input)))
        .withMessageStartingWith("line 2 of the adapter's standard input");
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }
}
