package dev.tck.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes, with and without a fault that holds messages back. */
class ProxyPassageTests {
  private static final byte[] UPGRADE =
      Bytes.ascii(
          "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n");
  private static final byte[] SWITCHED =
      Bytes.ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
  private static final Fault NONE = passage -> new Outcome.Pass(passage);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passesFragmentsAndPingsByteForByte(boolean held) throws Exception {
    byte[] ping = Bytes.frame(0x89, true, Bytes.ascii("TAOS"));
    byte[] first = Bytes.frame(0x01, true, Bytes.ascii("{\"act"));
    byte[] rest =
        Bytes.join(
            Bytes.frame(0x00, true, Bytes.ascii("ion\":")),
            Bytes.frame(0x80, true, Bytes.ascii("\"x\"}")),
            Bytes.frame(0x82, true, new byte[70_000]),
            Bytes.frame(0x81, true, new byte[0]));
    byte[] frames = Bytes.join(first, ping, rest);
    byte[] replies =
        Bytes.join(
            Bytes.frame(0x8A, false, Bytes.ascii("TAOS")),
            Bytes.frame(0x02, false, new byte[300]),
            Bytes.frame(0x80, false, new byte[200]));
    CompletableFuture<byte[]> arrived = new CompletableFuture<>();
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  Bytes.head(socket.getInputStream());
                  socket.getOutputStream().write(SWITCHED);
                  arrived.complete(Bytes.read(socket.getInputStream(), frames.length));
                  socket.getOutputStream().write(replies);
                  socket.getInputStream().read();
                });
        Proxy proxy = Proxy.start(target.options())) {
      if (held) {
        proxy.setFault(NONE);
      }
      proxy.startCapture();
      try (Socket connector = Bytes.connect(proxy)) {
        upgrade(connector);
        for (byte each : frames) {
          connector.getOutputStream().write(each);
        }
        byte[] back = Bytes.read(connector.getInputStream(), replies.length);

        assertThat(back).isEqualTo(replies);
        // Held back, the ping overtakes the fragments around it, as it may.
        assertThat(arrived.get()).isEqualTo(held ? Bytes.join(ping, first, rest) : frames);
      }
      List<CapturedMessage> messages = proxy.stopCapture().messages();
      assertThat(
              messages.stream().map(message -> message.direction().mark() + message.kind().text()))
          .startsWith(">http", "<http", ">ping", ">text", ">binary", ">text", "<pong", "<binary");
      assertThat(messages.get(3).data()).isEqualTo("{\"action\":\"x\"}");
      assertThat(messages.get(7).length()).isEqualTo(500);
    }
  }

  private static void upgrade(Socket connector) throws IOException {
    connector.getOutputStream().write(UPGRADE);
    Bytes.read(connector.getInputStream(), SWITCHED.length);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void followsHttpThroughAllItsForms(boolean held) throws Exception {
    List<String> answers =
        List.of(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: 1\r\n\r\n",
            "HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n",
            "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
            "HTTP/1.0 200 OK\r\n\r\nuntil the end");
    List<String> requests =
        List.of(
            "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\nbody",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "HEAD / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n");
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  for (int index = 0; index < requests.size(); index++) {
                    Bytes.read(socket.getInputStream(), requests.get(index).length());
                    socket.getOutputStream().write(Bytes.ascii(answers.get(index)));
                  }
                });
        Proxy proxy = Proxy.start(target.options())) {
      if (held) {
        proxy.setFault(NONE);
      }
      proxy.startCapture();
      try (Socket connector = Bytes.connect(proxy)) {
        for (int index = 0; index < requests.size(); index++) {
          connector.getOutputStream().write(Bytes.ascii(requests.get(index)));
          assertThat(Bytes.read(connector.getInputStream(), answers.get(index).length()))
              .isEqualTo(Bytes.ascii(answers.get(index)));
        }
        assertThat(connector.getInputStream().read()).isNegative();
      }
      Capture capture = proxy.stopCapture();
      assertThat(proxy.counts().requests()).isEqualTo(6);
      assertThat(capture.messages()).hasSize(13);
      assertThat(capture.messages().get(4).data()).endsWith("hello!");
      assertThat(capture.messages().get(12).data()).endsWith("until the end");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passesWhatItDoesNotUnderstand(boolean held) throws Exception {
    byte[] noise = new byte[3_000_000];
    new Random(5).nextBytes(noise);
    noise[0] = '\r';
    noise[1] = '\n';
    noise[2] = '\r';
    noise[3] = '\n';
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  byte[] read = Bytes.read(socket.getInputStream(), noise.length);
                  socket.getOutputStream().write(read);
                });
        Proxy proxy = Proxy.start(target.options())) {
      if (held) {
        proxy.setFault(NONE);
      }
      try (Socket connector = Bytes.connect(proxy)) {
        Thread writer = new Thread(() -> write(connector, noise));
        writer.start();
        assertThat(Bytes.read(connector.getInputStream(), noise.length)).isEqualTo(noise);
        writer.join();
      }
      assertThat(proxy.counts().bytesToTarget()).isEqualTo(noise.length);
      assertThat(proxy.counts().bytesToConnector()).isEqualTo(noise.length);
    }
  }

  private static void write(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"length", "chunked", "gzip"})
  void changesHttpAnswersHoweverTheyAreSent(String form) throws Exception {
    byte[] answer = answer(form, "{\"code\":0,\"rows\":1}");
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  Bytes.head(socket.getInputStream());
                  socket.getOutputStream().write(answer);
                  Bytes.head(socket.getInputStream());
                  socket.getOutputStream().write(answer);
                });
        Proxy proxy = Proxy.start(target.options())) {
      proxy.setFault(Fault.changeHttpAnswer(text -> text.replace("1}", "17}")));
      try (Socket connector = Bytes.connect(proxy)) {
        for (int round = 0; round < 2; round++) {
          connector.getOutputStream().write(Bytes.ascii("GET / HTTP/1.1\r\n\r\n"));
          String head = Bytes.head(connector.getInputStream());
          assertThat(head).contains("Content-Length: 20\r\n").doesNotContain("gzip", "chunked");
          assertThat(head).contains("X-Kept: yes\r\n");
          assertThat(
                  new String(Bytes.read(connector.getInputStream(), 20), StandardCharsets.US_ASCII))
              .isEqualTo("{\"code\":0,\"rows\":17}");
        }
      }
    }
  }

  private static byte[] answer(String form, String body) throws IOException {
    byte[] bytes = Bytes.ascii(body);
    if (form.equals("chunked")) {
      return Bytes.ascii(
          "HTTP/1.1 200 OK\r\nX-Kept: yes\r\nTransfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(bytes.length)
              + "\r\n"
              + body
              + "\r\n0\r\n\r\n");
    }
    String encoding = "";
    if (form.equals("gzip")) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      bytes = packed.toByteArray();
      encoding = "Content-Encoding: gzip\r\n";
    }
    return Bytes.join(
        Bytes.ascii(
            "HTTP/1.1 200 OK\r\nX-Kept: yes\r\n"
                + encoding
                + "Content-Length: "
                + bytes.length
                + "\r\n\r\n"),
        bytes);
  }

  @Test
  void changesTextAndBinaryReplies() throws Exception {
    byte[] replies =
        Bytes.join(
            Bytes.frame(0x01, false, Bytes.ascii("{\"co")),
            Bytes.frame(0x80, false, Bytes.ascii("de\":0}")),
            Bytes.frame(0x82, false, new byte[] {1, 2, 3}),
            Bytes.frame(0x89, false, Bytes.ascii("ping")));
    Fault both =
        passage ->
            Fault.changeTextReply(text -> text.replace("0", "42")).apply(passage)
                    instanceof Outcome.Pass passed
                ? Fault.changeBinaryReply(this::lastByteUp).apply(passed.passage())
                : new Outcome.Drop();
    assertThat(conversation(replies, both))
        .isEqualTo(
            Bytes.join(
                Bytes.frame(0x81, false, Bytes.ascii("{\"code\":42}")),
                Bytes.frame(0x82, false, new byte[] {1, 2, 4}),
                Bytes.frame(0x89, false, Bytes.ascii("ping"))));
  }

  private byte[] lastByteUp(byte[] bytes) {
    bytes[bytes.length - 1]++;
    return bytes;
  }

  @Test
  void losesTheMessageItIsToldTo() throws Exception {
    assertThat(
            conversation(threeReplies(), Fault.atMessage(Direction.TO_CONNECTOR, 2, Fault.drop())))
        .isEqualTo(
            Bytes.join(
                Bytes.frame(0x81, false, Bytes.ascii("one")),
                Bytes.frame(0x82, false, Bytes.ascii("three"))));
  }

  @Test
  void keepsTheOrderOfWhatItDelays() throws Exception {
    Fault delayed = Fault.atMessage(Direction.TO_CONNECTOR, 2, Fault.delay(Duration.ofMillis(5)));

    assertThat(conversation(threeReplies(), delayed)).isEqualTo(threeReplies());
  }

  @Test
  void holdsBackWhatFollowsWhatItDelays() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    Fault delayed =
        passage -> {
          asked.add(passage.text());
          return Fault.atMessage(Direction.TO_CONNECTOR, 2, Fault.delay(Duration.ofHours(1)))
              .apply(passage);
        };
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  Bytes.head(socket.getInputStream());
                  socket.getOutputStream().write(Bytes.join(SWITCHED, threeReplies()));
                  socket.getInputStream().readAllBytes();
                });
        Proxy proxy = Proxy.start(target.options())) {
      proxy.setFault(delayed);
      try (Socket connector = Bytes.connect(proxy)) {
        upgrade(connector);
        assertThat(Bytes.read(connector.getInputStream(), 5))
            .isEqualTo(Bytes.frame(0x81, false, Bytes.ascii("one")));
      }
    }
    assertThat(asked).startsWith("", "", "one").doesNotContain("three");
  }

  @Test
  void endsTheConnectionAtTheMessageItIsToldTo() throws Exception {
    assertThat(
            conversation(threeReplies(), Fault.atMessage(Direction.TO_CONNECTOR, 3, Fault.close())))
        .isEqualTo(
            Bytes.join(
                Bytes.frame(0x81, false, Bytes.ascii("one")),
                Bytes.frame(0x81, false, Bytes.ascii("two"))));
  }

  @Test
  void endsTheConnectionOfAFaultThatFails() throws Exception {
    UnaryOperator<String> broken =
        text -> {
          throw new IllegalStateException("broken");
        };
    assertThat(conversation(threeReplies(), Fault.changeTextReply(broken))).isEmpty();
  }

  private static byte[] threeReplies() {
    return Bytes.join(
        Bytes.frame(0x81, false, Bytes.ascii("one")),
        Bytes.frame(0x81, false, Bytes.ascii("two")),
        Bytes.frame(0x82, false, Bytes.ascii("three")));
  }

  /** Returns what comes of replies behind a fault. */
  private static byte[] conversation(byte[] replies, Fault fault) throws Exception {
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  Bytes.head(socket.getInputStream());
                  socket.getOutputStream().write(Bytes.join(SWITCHED, replies));
                  socket.shutdownOutput();
                  socket.getInputStream().readAllBytes();
                });
        Proxy proxy = Proxy.start(target.options())) {
      proxy.setFault(fault);
      try (Socket connector = Bytes.connect(proxy)) {
        upgrade(connector);
        return connector.getInputStream().readAllBytes();
      }
    }
  }

  @Test
  void changesMessagesToTheTargetAndKeepsThemMasked() throws Exception {
    CompletableFuture<byte[]> arrived = new CompletableFuture<>();
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  String head = Bytes.head(socket.getInputStream());
                  assertThat(head).doesNotContain("permessage-deflate");
                  socket.getOutputStream().write(SWITCHED);
                  arrived.complete(Bytes.read(socket.getInputStream(), 2 + 4 + 5));
                });
        Proxy proxy = Proxy.start(target.options())) {
      proxy.setFault(
          Fault.atMessage(
              Direction.TO_TARGET, 1, Fault.change(passage -> passage.withText("hello"))));
      try (Socket connector = Bytes.connect(proxy)) {
        upgrade(connector);
        connector.getOutputStream().write(Bytes.frame(0x81, true, Bytes.ascii("hi")));
        byte[] frame = arrived.get();

        assertThat(frame).startsWith(0x81, 0x85, 0, 0, 0, 0);
        assertThat(new String(frame, 6, 5, StandardCharsets.US_ASCII)).isEqualTo("hello");
      }
    }
  }

  @Test
  void tellsTheTargetThatTheConnectorIsGoneAndTheOtherWayRound() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  if (socket.getInputStream().read() == 'x') {
                    return;
                  }
                  ended.countDown();
                });
        Proxy proxy = Proxy.start(target.options())) {
      Bytes.connect(proxy).close();
      ended.await();
      try (Socket connector = Bytes.connect(proxy)) {
        connector.getOutputStream().write('x');
        assertThat(connector.getInputStream().read()).isNegative();
      }
    }
  }

  @Test
  void endsConnectionsToATargetThatIsNotThere() throws Exception {
    int free;
    try (ServerSocket taken = new ServerSocket(0)) {
      free = taken.getLocalPort();
    }
    try (Proxy proxy = Proxy.start(ProxyOptions.to("127.0.0.1", free));
        Socket connector = Bytes.connect(proxy)) {
      assertThat(connector.getInputStream().read()).isNegative();
    }
  }

  @Test
  void leavesNoThreadAndNoPort() throws Exception {
    int port;
    Socket connector;
    try (ScriptedTarget target =
            new ScriptedTarget(socket -> socket.getInputStream().readAllBytes());
        Proxy proxy = Proxy.start(target.options())) {
      port = proxy.port();
      connector = Bytes.connect(proxy);
      // A connection that waits to be accepted would be reset instead.
      connector.getOutputStream().write(1);
      while (proxy.counts().bytesToTarget() == 0) {
        Thread.onSpinWait();
      }
    }
    assertThat(connector.getInputStream().read()).isNegative();
    connector.close();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
    for (int round = 0; round < 2000 && isRunning(); round++) {
      Thread.sleep(5);
    }
    assertThat(isRunning()).isFalse();
  }

  private static boolean isRunning() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("tck-proxy"));
  }
}
