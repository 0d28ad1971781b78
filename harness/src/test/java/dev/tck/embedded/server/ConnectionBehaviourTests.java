package dev.tck.embedded.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tck.embedded.engine.ResultColumn;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How sockets and the server itself begin, behave under strain, and end. */
class ConnectionBehaviourTests {
  private final ServiceDouble service = new ServiceDouble();

  @Test
  void putsFragmentsTogetherAndAnswersPingsBetweenThem() throws IOException {
    byte[] message =
        "{\"action\":\"query\",\"args\":{\"req_id\":7,\"sql\":\"select 1\"}}".getBytes(UTF_8);
    try (EmbeddedServer server = start();
        RawSocket socket = RawSocket.connected(server.port())) {
      socket.frame(RawSocket.TEXT, false, Arrays.copyOfRange(message, 0, 10));
      socket.frame(RawSocket.PING, true, "TAOS".getBytes(UTF_8));
      socket.frame(RawSocket.CONTINUATION, false, Arrays.copyOfRange(message, 10, 20));
      socket.frame(RawSocket.CONTINUATION, true, Arrays.copyOfRange(message, 20, message.length));

      RawSocket.Frame pong = socket.read();
      assertThat(pong.opcode()).isEqualTo(RawSocket.PONG);
      assertThat(pong.text()).isEqualTo("TAOS");
      RawSocket.Frame reply = socket.read();
      assertThat(reply.opcode()).isEqualTo(RawSocket.TEXT);
      assertThat(reply.last()).isTrue();
      assertThat(reply.text()).contains("\"req_id\":7,");
    }
  }

  @Test
  void ignoresPongsThatNobodyAskedFor() throws IOException {
    try (EmbeddedServer server = start();
        RawSocket socket = RawSocket.connected(server.port())) {
      socket.frame(RawSocket.PONG, true, new byte[0]);
      socket.frame(RawSocket.PING, true, new byte[0]);

      assertThat(socket.read().opcode()).isEqualTo(RawSocket.PONG);
    }
  }

  @Test
  void endsASocketThatIsClosedAndFreesWhatItHeld() throws Exception {
    try (EmbeddedServer server = start();
        RawSocket socket = RawSocket.connected(server.port())) {
      socket.ask("{\"action\":\"query\",\"args\":{\"req_id\":1,\"sql\":\"select 1\"}}");
      assertThat(service.openResults()).isEqualTo(1);
      socket.frame(RawSocket.CLOSE, true, new byte[] {0x03, (byte) 0xE8});

      assertThat(socket.isEnded()).isTrue();
      Await.until(() -> service.openSessions() == 0 && service.openResults() == 0);
    }
  }

  @Test
  void endsASocketWithAMessageThatIsTooLong() throws IOException {
    try (EmbeddedServer server =
            EmbeddedServer.start(
                service, ServerOptions.onLoopback().withMaximumMessageBytes(1000));
        RawSocket socket = RawSocket.connected(server.port())) {
      socket.frame(RawSocket.TEXT, true, new byte[1001]);

      RawSocket.Frame close = socket.read();
      assertThat(close.opcode()).isEqualTo(RawSocket.CLOSE);
      assertThat(close.payload()).startsWith(0x03, 0xF1);
      assertThat(socket.isEnded()).isTrue();
    }
  }

  @Test
  void endsASocketWhoseFragmentsAreTooLongTogether() throws IOException {
    try (EmbeddedServer server =
            EmbeddedServer.start(
                service, ServerOptions.onLoopback().withMaximumMessageBytes(1000));
        RawSocket socket = RawSocket.connected(server.port())) {
      socket.frame(RawSocket.TEXT, false, new byte[600]);
      socket.frame(RawSocket.CONTINUATION, true, new byte[600]);

      RawSocket.Frame close = socket.read();
      assertThat(close.opcode()).isEqualTo(RawSocket.CLOSE);
      assertThat(close.payload()).startsWith(0x03, 0xF1);
    }
  }

  @Test
  void endsASocketWithFramesThatAreNotMasked() throws IOException {
    try (EmbeddedServer server = start();
        RawSocket socket = RawSocket.connected(server.port())) {
      socket.bytes(new byte[] {(byte) 0x81, 2, '{', '}'});

      assertThat(socket.read().opcode()).isEqualTo(RawSocket.CLOSE);
      assertThat(socket.isEnded()).isTrue();
    }
  }

  @Test
  void endsASocketThatSpeaksBeforeTheUpgradeIsAnswered() throws IOException {
    try (EmbeddedServer server = start();
        Socket raw = RawHttp.connect(server.port())) {
      byte[] upgrade = RawSocket.upgrade("/ws", "");
      byte[] early = Arrays.copyOf(upgrade, upgrade.length + 8);
      early[upgrade.length] = (byte) 0x81;
      early[upgrade.length + 1] = (byte) 0x82;
      raw.getOutputStream().write(early);

      assertThat(new String(raw.getInputStream().readAllBytes(), UTF_8))
          .doesNotContain("request no action");
    }
  }

  @Test
  void answersRequestsOfOneSocketInOrder() throws IOException {
    try (EmbeddedServer server = start();
        RawSocket socket = RawSocket.connected(server.port())) {
      int requests = 500;
      for (int id = 1; id <= requests; id++) {
        socket.text("{\"action\":\"query\",\"args\":{\"req_id\":" + id + ",\"sql\":\"use d\"}}");
      }
      for (int id = 1; id <= requests; id++) {
        assertThat(socket.read().text()).contains("\"req_id\":" + id + ",");
      }
    }
  }

  @Test
  void waitsForASlowReaderWithoutHoldingAWorkerOrMuchMemory() throws Exception {
    byte[] block = Blocks.ofLongs(new long[50_000]);
    AtomicInteger made = new AtomicInteger();
    Iterable<byte[]> endless =
        () ->
            Stream.generate(
                    () -> {
                      made.incrementAndGet();
                      return block;
                    })
                .iterator();
    service.on(
        "select endless",
        session ->
            service.rows(
                List.of(new ResultColumn("v", TaosType.BIGINT, 8, 8, 0, 0)),
                Precision.MILLISECONDS,
                endless));
    ServerOptions oneWorker = new ServerOptions("127.0.0.1", 0, 1, 1_000_000, System::nanoTime);
    try (EmbeddedServer server = EmbeddedServer.start(service, oneWorker);
        RawSocket slow = RawSocket.connected(server.port());
        RawSocket quick = RawSocket.connected(server.port())) {
      slow.ask("{\"action\":\"query\",\"args\":{\"req_id\":1,\"sql\":\"select endless\"}}");
      byte[] fetch =
          HexFormat.of().parseHex("050000000000000001000000000000000700000000000000" + "0100");
      int asked = 400;
      for (int request = 0; request < asked; request++) {
        slow.binary(fetch);
      }
      // 400 blocks of 400 kB would be 160 MB: the only worker must be free before.
      assertThat(quick.ask("{\"action\":\"query\",\"args\":{\"req_id\":2,\"sql\":\"use d\"}}"))
          .contains("\"req_id\":2,");
      assertThat(made.get()).isLessThan(asked / 2);
      for (int request = 0; request < asked; request++) {
        assertThat(slow.read().payload().length).isEqualTo(55 + block.length);
      }
      assertThat(made.get()).isEqualTo(asked);
    }
  }

  @Test
  void servesManySocketsAtOnce() throws IOException {
    List<RawSocket> sockets = new ArrayList<>();
    try (EmbeddedServer server = start()) {
      for (int index = 0; index < 200; index++) {
        sockets.add(RawSocket.connected(server.port()));
      }
      for (RawSocket socket : sockets) {
        socket.text("{\"action\":\"query\",\"args\":{\"req_id\":1,\"sql\":\"select 1\"}}");
      }
      for (RawSocket socket : sockets) {
        assertThat(socket.read().text()).startsWith("{\"code\":0,");
      }
      assertThat(service.openSessions()).isEqualTo(200);
    } finally {
      for (RawSocket socket : sockets) {
        socket.close();
      }
    }
    assertThat(service.openSessions()).isZero();
  }

  @Test
  void keepsAStatementThatRunsAwayFromOtherSockets() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    service.on(
        "select slow",
        session -> {
          started.countDown();
          waitFor(goOn);
          return ServiceDouble.affected(3);
        });
    try (EmbeddedServer server = start();
        RawSocket slow = RawSocket.connected(server.port());
        RawSocket other = RawSocket.connected(server.port())) {
      slow.text("{\"action\":\"query\",\"args\":{\"req_id\":1,\"sql\":\"select slow\"}}");
      started.await();
      slow.frame(RawSocket.PING, true, "x".getBytes(UTF_8));

      assertThat(slow.read().opcode()).isEqualTo(RawSocket.PONG);
      assertThat(other.ask("{\"action\":\"version\"}")).startsWith("{\"code\":0,");
      goOn.countDown();
      assertThat(slow.read().text()).contains("\"affected_rows\":3");
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void endsASocketWhoseStatementBreaksTheServer() throws Exception {
    service.on(
        "select bug",
        session -> {
          throw new IllegalStateException("a bug");
        });
    try (EmbeddedServer server = start();
        RawSocket socket = RawSocket.connected(server.port())) {
      socket.text("{\"action\":\"query\",\"args\":{\"req_id\":1,\"sql\":\"select bug\"}}");
      assertThatThrownBy(socket::read).isInstanceOf(EOFException.class);
      Await.until(() -> service.openSessions() == 0);
      assertThat(RawHttp.post(server.port(), "/rest/sql", RawHttp.ROOT, "select 1"))
          .contains("[[1]]");
    }
  }

  @Test
  void compressesMessagesIfAskedTo() throws Exception {
    // The JDK's client offers no compression; the handshake alone shows what is agreed.
    try (EmbeddedServer server = start();
        Socket raw = RawHttp.connect(server.port())) {
      raw.getOutputStream()
          .write(
              RawSocket.upgrade(
                  "/ws",
                  "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"));
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) raw.getInputStream().read());
      }
      assertThat(head.toString())
          .startsWith("HTTP/1.1 101")
          .containsIgnoringCase("permessage-deflate");
    }
  }

  @Test
  void talksToTheClientOfTheJdk() throws Exception {
    BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    try (EmbeddedServer server = start()) {
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://127.0.0.1:" + server.port() + "/ws?token=ignored"),
                  new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(
                        WebSocket from, CharSequence data, boolean last) {
                      replies.add(data.toString());
                      from.request(1);
                      return null;
                    }
                  })
              .get(20, TimeUnit.SECONDS);
      socket.sendText("{\"action\":\"version\"}", true).get(20, TimeUnit.SECONDS);

      assertThat(replies.poll(20, TimeUnit.SECONDS)).contains("3.3.6.6");
      socket.abort();
    }
  }

  @Test
  void leavesNoThreadAndNoPort() throws Exception {
    Set<String> before = threads();
    int port;
    RawSocket open;
    try (EmbeddedServer server = start()) {
      port = server.port();
      open = RawSocket.connected(port);
      open.ask("{\"action\":\"query\",\"args\":{\"req_id\":1,\"sql\":\"select 1\"}}");
    }
    assertThat(open.isEnded()).isTrue();
    open.close();
    assertThat(service.openSessions()).isZero();
    assertThat(service.openResults()).isZero();
    assertThatThrownBy(() -> RawHttp.connect(port)).isInstanceOf(ConnectException.class);
    Await.until(() -> before.containsAll(threads()));
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("tck-embedded"))
        .collect(Collectors.toSet());
  }

  @Test
  void tellsThatAPortIsTaken() throws IOException {
    try (EmbeddedServer server = start()) {
      assertThatThrownBy(
              () ->
                  EmbeddedServer.start(service, ServerOptions.onLoopback().withPort(server.port())))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + server.port())
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void listensOnThisMachineOnly() throws IOException {
    try (EmbeddedServer server = start()) {
      assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
      assertThat(Collections.list(NetworkInterface.getNetworkInterfaces())).isNotEmpty();
    }
  }

  private EmbeddedServer start() throws IOException {
    return EmbeddedServer.start(service, ServerOptions.onLoopback());
  }
}
