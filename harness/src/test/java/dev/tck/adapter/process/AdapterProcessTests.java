package dev.tck.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.AdapterException.Kind;
import dev.tck.adapter.Op;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdapterProcessTests {
  private static final Duration AMPLE = Duration.ofSeconds(60);
  private static final Duration SCANT = Duration.ofMillis(300);
  private static final Requests.Endpoint ENDPOINT =
      new Requests.Endpoint("rest", "localhost", 6041, "root", "s3cret-word");

  private final Requests requests = new Requests(AMPLE);
  private final List<Process> started = new ArrayList<>();
  private final ProcessStarter starter =
      builder -> {
        Process process = builder.start();
        started.add(process);
        return process;
      };
  private @Nullable AdapterProcess adapter;

  @AfterEach
  void leavesNothingBehind() {
    if (adapter != null) {
      adapter.close();
    }
    assertThat(started).noneMatch(Process::isAlive);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("adapter fake"))
        .filteredOn(Thread::isAlive)
        .isEmpty();
  }

  @Test
  void saysHello() throws Exception {
    AdapterProcess fake = start();
    assertThat(fake.hello().connector()).isEqualTo("fake");
    assertThat(fake.hello().version()).isEqualTo("1.2.3");
    assertThat(fake.hello().interfaces()).containsExactly("rest");
    assertThat(fake.hello().runtime()).contains(System.getProperty("java.runtime.version"));
  }

  @Test
  void reportsPagesUntilTheEnd() throws Exception {
    AdapterProcess fake = connected();
    Payloads.Page first = page(fake.send(requests.query("c", "r", "rows 5", 3)));
    assertThat(first.columns())
        .containsExactly(
            new Payloads.Column("n", "INT", "java.lang.Integer", 4),
            new Payloads.Column("nothing", "", "void", null));
    assertThat(first.rows())
        .first()
        .isEqualTo(List.of(Value.Int.of(IntegerKind.I32, 0), Value.NULL));
    assertThat(first.rows()).hasSize(3);
    assertThat(first.more()).isTrue();
    Payloads.Page second = page(fake.send(requests.next("r")));
    assertThat(second.rows()).hasSize(2);
    assertThat(second.more()).isFalse();
    assertThat(page(fake.send(requests.next("r"))).rows()).isEmpty();
  }

  @Test
  void tellsErrorUnsupportedAndFaultApart() throws Exception {
    AdapterProcess fake = connected();
    Reply refused = fake.send(requests.execute("c", "refuse no such table")).get();
    assertThat(refused)
        .isInstanceOfSatisfying(
            Reply.Failure.class,
            failure -> {
              assertThat(failure.origin()).isEqualTo(Reply.Origin.SERVER);
              assertThat(failure.code()).isEqualTo(0x80002603L);
              assertThat(failure.maskedCode()).isEqualTo(0x2603);
              assertThat(failure.message()).isEqualTo("no such table");
            });
    assertThat(fake.send(requests.execute("c", "unsupported why not")).get())
        .isInstanceOfSatisfying(
            Reply.Unsupported.class, reply -> assertThat(reply.why()).isEqualTo("why not"));
    assertThat(fake.send(requests.execute("c", "bug oops")).get())
        .isInstanceOfSatisfying(
            Reply.Fault.class, fault -> assertThat(fault.trace()).contains("FakeConnector"));
    assertThat(fake.send(requests.execute("nobody", "x")).get())
        .isInstanceOfSatisfying(
            Reply.Fault.class, fault -> assertThat(fault.message()).contains("nobody"));
    assertThat(
            fake.send(requests.request(Op.PREPARE, "c", "p", JsonNodeFactory.instance.objectNode()))
                .get())
        .isInstanceOf(Reply.Unsupported.class);
  }

  @Test
  void runsNamedThreadsConcurrently() throws Exception {
    AdapterProcess fake = connected();
    CompletableFuture<Reply> waiting = fake.send(requests.onThread("first").execute("c", "wait"));
    Reply opened = fake.send(requests.onThread("second").execute("c", "open")).get();
    assertThat(opened).isInstanceOf(Reply.Ok.class);
    assertThat(waiting.get()).isInstanceOf(Reply.Ok.class);
  }

  @Test
  void doesNotCountTheLogAsAFault() throws Exception {
    AdapterProcess fake = connected();
    assertThat(fake.send(requests.execute("c", "print to standard output")).get())
        .isInstanceOf(Reply.Ok.class);
    assertThat(fake.send(requests.execute("c", "affected 3")).get())
        .isInstanceOfSatisfying(
            Reply.Ok.class,
            ok -> assertThat(Payloads.affected(ok.payload())).isEqualTo(Optional.of(3L)));
  }

  @Test
  void restartsAfterACrashAndKeepsTheLastWords() throws Exception {
    AdapterProcess fake = connected();
    long before = fake.pid();
    fake.send(requests.execute("c", "print last words")).get();
    AdapterException crash = failure(fake.send(requests.execute("c", "exit 7")));
    assertThat(crash.kind()).isEqualTo(Kind.CRASHED);
    assertThat(crash).hasMessageContaining("exit code 7");
    assertThat(crash.evidence()).contains("last words").doesNotContain("s3cret-word");
    assertThat(fake.pid()).isNotEqualTo(before);
    assertThat(fake.hello().connector()).isEqualTo("fake");
  }

  @Test
  void namesTheSignalOfACrash() throws Exception {
    AdapterProcess fake = connected();
    AdapterException crash = failure(fake.send(requests.execute("c", "exit 139")));
    assertThat(crash).hasMessageContaining("SIGSEGV");
  }

  @Test
  void answersRequestsOnLostHandlesWithTheCrash() throws Exception {
    AdapterProcess fake = connected();
    AdapterException crash = failure(fake.send(requests.execute("c", "exit 7")));
    assertThat(failure(fake.send(requests.execute("c", "affected 1")))).isSameAs(crash);
    assertThat(failure(fake.send(requests.query("c", "r", "rows 1")))).isSameAs(crash);
    assertThat(failure(fake.send(requests.next("r")))).isSameAs(crash);
    assertThat(fake.send(requests.connect("c", ENDPOINT)).get()).isInstanceOf(Reply.Ok.class);
    assertThat(fake.send(requests.execute("c", "affected 1")).get()).isInstanceOf(Reply.Ok.class);
  }

  @Test
  void resetForgetsLostHandles() throws Exception {
    AdapterProcess fake = connected();
    failure(fake.send(requests.execute("c", "exit 7")));
    assertThat(fake.send(requests.reset()).get()).isInstanceOf(Reply.Ok.class);
    assertThat(fake.send(requests.execute("c", "affected 1")).get())
        .isInstanceOf(Reply.Fault.class);
  }

  @Test
  void endsAllUnansweredRequestsOfADeadProcess() throws Exception {
    AdapterProcess fake = connected();
    CompletableFuture<Reply> waiting = fake.send(requests.onThread("t").execute("c", "wait"));
    AdapterException crash = failure(fake.send(requests.execute("c", "exit 7")));
    assertThat(failure(waiting)).isSameAs(crash);
  }

  @Test
  void dumpsKillsAndRestartsWhatHangs() throws Exception {
    AdapterProcess fake = connected();
    long before = fake.pid();
    AdapterException hang = failure(fake.send(requests.within(SCANT).execute("c", "hang")));
    assertThat(hang.kind()).isEqualTo(Kind.HUNG);
    assertThat(hang).hasMessageContaining("execute").hasMessageContaining("300 ms");
    assertThat(hang.evidence()).contains("hangHere").contains("\"tck main\"");
    assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(fake.send(requests.connect("d", ENDPOINT)).get()).isInstanceOf(Reply.Ok.class);
  }

  @Test
  void asksForStacksByProbeWhereNoSignalIsOffered() throws Exception {
    DumpRequest told =
        DumpRequest.of(
            JsonNodeFactory.instance
                .objectNode()
                .set("dump", JsonNodeFactory.instance.objectNode().put("signal", "").put("pid", 5)),
            9);
    assertThat(told).isEqualTo(new DumpRequest(5, ""));
    Reply reply = start().send(requests.onThread("tck-dump").probe(List.of("stacks"))).get();
    assertThat(((Reply.Ok) reply).payload().path("stacks").asText()).contains("tck tck-dump");
  }

  @Test
  void killsDescendantsToo() throws Exception {
    AdapterProcess fake = connected();
    fake.send(requests.execute("c", "child")).get();
    AdapterException hang = failure(fake.send(requests.within(SCANT).execute("c", "hang")));
    long child =
        Long.parseLong(hang.evidence().replaceAll("(?s).*\\bchild (\\d+)\\b.*", "$1").strip());
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void rejectsALineThatIsNoMessage() throws Exception {
    AdapterException breach = failure(connected().send(requests.execute("c", "stdout Hello!")));
    assertThat(breach.kind()).isEqualTo(Kind.BROKE_PROTOCOL);
    assertThat(breach)
        .hasMessageContaining("line 3 ")
        .hasMessageContaining("`Hello!`")
        .hasMessageContaining("standard error");
  }

  @Test
  void rejectsReplyWithUnknownSeq() throws Exception {
    AdapterException breach =
        failure(connected().send(requests.execute("c", "stdout {\"seq\":99,\"ok\":{}}")));
    assertThat(breach.kind()).isEqualTo(Kind.BROKE_PROTOCOL);
    assertThat(breach).hasMessageContaining("seq 99, which was never sent");
  }

  @Test
  void rejectsASecondReply() throws Exception {
    AdapterException breach =
        failure(connected().send(requests.execute("c", "stdout {\"seq\":1,\"ok\":{}}")));
    assertThat(breach.kind()).isEqualTo(Kind.BROKE_PROTOCOL);
    assertThat(breach).hasMessageContaining("seq 1, which was answered before");
  }

  @Test
  void rejectsALineBeyondTheLimit() throws Exception {
    AdapterProcess fake = connected(settings().withMaxLineBytes(10_000));
    AdapterException breach = failure(fake.send(requests.execute("c", "long 10001")));
    assertThat(breach.kind()).isEqualTo(Kind.BROKE_PROTOCOL);
    assertThat(breach).hasMessageContaining("longer than 10000 bytes");
  }

  @Test
  void strictHoldsRepliesAgainstTheirSchema() throws Exception {
    String lie = "stdout {\"seq\":2,\"ok\":{\"affected\":\"three\"}}";
    AdapterException breach =
        failure(connected(settings().withStrict(true)).send(requests.execute("c", lie)));
    assertThat(breach.kind()).isEqualTo(Kind.BROKE_PROTOCOL);
    assertThat(breach).hasMessageContaining("/ok/affected").hasMessageContaining("integer");
  }

  @Test
  void strictHoldsRequestsAgainstTheirSchema() throws Exception {
    AdapterProcess fake = connected(settings().withStrict(true));
    Request wrong = requests.request(Op.EXECUTE, "c", null, JsonNodeFactory.instance.objectNode());
    assertThatThrownBy(() -> fake.send(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sql");
  }

  @Test
  void reportsACommandThatDoesNotExist() {
    AdapterCommand command =
        new AdapterCommand(List.of("tck-no-such-command"), Map.of(), Path.of("."));
    assertThatExceptionOfType(AdapterException.class)
        .isThrownBy(() -> AdapterProcess.start("fake", command, settings(), starter))
        .withMessageContaining("tck-no-such-command")
        .extracting(AdapterException::kind)
        .isEqualTo(Kind.NOT_STARTED);
  }

  @Test
  void reportsAnAdapterThatDiesBeforeHello() {
    AdapterException failure = notStarted(settings(), "dies");
    assertThat(failure).hasMessageContaining("exit code 3");
    assertThat(failure.evidence()).contains("cannot load libfake.so");
  }

  @Test
  void reportsAnAdapterThatSaysNoHello() {
    AdapterException failure =
        notStarted(settings().withStartDeadline(Duration.ofSeconds(3)), "silent");
    assertThat(failure).hasMessageContaining("no hello within 3000 ms");
    assertThat(failure.evidence()).contains("FakeConnector.before");
  }

  @Test
  void reportsAnAdapterThatSpeaksAnotherProtocol() {
    AdapterException failure =
        notStarted(settings(), "stdout", "{\"seq\":0,\"ok\":{\"protocol\":2}}");
    assertThat(failure).hasMessageContaining("\"protocol\": 1");
  }

  @Test
  void closesWhatCannotBeStartedAgain(@TempDir Path folder) throws Exception {
    AdapterProcess fake = start(settings(), "once", folder.resolve("mark").toString(), "dies");
    assertThat(fake.send(requests.connect("c", ENDPOINT)).get()).isInstanceOf(Reply.Ok.class);
    AdapterException crash = failure(fake.send(requests.execute("c", "exit 7")));
    assertThat(crash.kind()).isEqualTo(Kind.CRASHED);
    AdapterException closed = failure(fake.send(requests.probe(List.of())));
    assertThat(closed.kind()).isEqualTo(Kind.NOT_STARTED);
    assertThat(closed).hasMessageContaining("exit code 3");
  }

  @Test
  void closesAtOnceWhileItStartsAgain(@TempDir Path folder) throws Exception {
    AdapterProcess fake = start(settings(), "once", folder.resolve("mark").toString(), "silent");
    assertThat(fake.send(requests.connect("c", ENDPOINT)).get()).isInstanceOf(Reply.Ok.class);
    CompletableFuture<Reply> crashing = fake.send(requests.execute("c", "exit 7"));
    started.get(0).onExit().join();
    fake.close();
    assertThat(failure(crashing)).isNotNull();
  }

  @Test
  void endsPendingRequestsOnClose() throws Exception {
    AdapterProcess fake = connected();
    CompletableFuture<Reply> waiting = fake.send(requests.execute("c", "wait"));
    fake.close();
    assertThat(failure(waiting)).hasMessageContaining("closed");
    assertThat(failure(fake.send(requests.probe(List.of())))).hasMessageContaining("closed");
  }

  @Test
  void writesTheWholeLogWithoutPasswords(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("deep/adapter.log");
    AdapterProcess fake = connected(settings().withStderrFile(log));
    fake.send(requests.execute("c", "print s3cret-word!")).get();
    fake.close();
    assertThat(Files.readString(log))
        .contains("connecting with password=***")
        .contains("***!")
        .doesNotContain("s3cret-word");
  }

  private static AdapterSettings settings() {
    return AdapterSettings.defaults()
        .withGrace(Duration.ofMillis(100), Duration.ofSeconds(10))
        .withStartDeadline(AMPLE);
  }

  private AdapterProcess start() throws AdapterException {
    return start(settings());
  }

  private AdapterProcess start(AdapterSettings settings, String... arguments)
      throws AdapterException {
    AdapterProcess fake =
        AdapterProcess.start("fake", FakeCommand.of(arguments), settings, starter);
    adapter = fake;
    return fake;
  }

  private AdapterProcess connected() throws Exception {
    return connected(settings());
  }

  private AdapterProcess connected(AdapterSettings settings) throws Exception {
    AdapterProcess fake = start(settings);
    assertThat(fake.send(requests.connect("c", ENDPOINT)).get()).isInstanceOf(Reply.Ok.class);
    return fake;
  }

  private AdapterException notStarted(AdapterSettings settings, String... arguments) {
    try {
      start(settings, arguments);
    } catch (AdapterException e) {
      assertThat(e.kind()).isEqualTo(Kind.NOT_STARTED);
      return e;
    }
    throw new AssertionError("it started");
  }

  private static Payloads.Page page(CompletableFuture<Reply> reply) throws Exception {
    return Payloads.page(((Reply.Ok) reply.get()).payload());
  }

  private static AdapterException failure(CompletableFuture<Reply> reply)
      throws InterruptedException {
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
