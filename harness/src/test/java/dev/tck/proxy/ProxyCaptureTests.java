package dev.tck.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lets official connectors and a real server say again what they said when they were recorded, with
 * the proxy between them.
 */
class ProxyCaptureTests {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private record Line(int connection, String direction, String kind, String data) {
    byte[] bytes() {
      boolean masked = direction.equals(">");
      return switch (kind) {
        case "http" -> data.getBytes(StandardCharsets.UTF_8);
        case "text" -> Bytes.frame(0x81, masked, data.getBytes(StandardCharsets.UTF_8));
        case "binary" -> Bytes.frame(0x82, masked, hex());
        case "ping" -> Bytes.frame(0x89, masked, hex());
        case "pong" -> Bytes.frame(0x8A, masked, hex());
        case "close" -> Bytes.frame(0x88, masked, hex());
        default -> throw new IllegalArgumentException(kind);
      };
    }

    private byte[] hex() {
      return HexFormat.of().parseHex(data);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"taos-ws-py-0.7.0-on-3.3.6.6", "jdbc-3.7.9-on-3.3.6.6"})
  void capturesWhatWasRecorded(String name) throws Exception {
    for (List<Line> conversation : conversations(name).values()) {
      if (conversation.stream().filter(line -> line.kind().equals("http")).count() > 2) {
        // REST with gzip, which the recording holds as text that is no longer gzip.
        continue;
      }
      try (ScriptedTarget target = new ScriptedTarget(socket -> play(conversation, "<", socket));
          Proxy proxy = Proxy.start(target.options().keepingBytes(1_000_000));
          Socket connector = Bytes.connect(proxy)) {
        proxy.startCapture();
        play(conversation, ">", connector);
        // The target has heard all of it before it ends.
        connector.getInputStream().readAllBytes();

        assertThat(linesOf(proxy.stopCapture())).isEqualTo(expected(conversation));
        ProxyCounts counts = proxy.counts();
        assertThat(counts.connections()).isEqualTo(1);
        assertThat(counts.requests()).isEqualTo(1);
        assertThat(counts.messagesToTarget()).isEqualTo(count(conversation, ">"));
        assertThat(counts.messagesToConnector()).isEqualTo(count(conversation, "<"));
        assertThat(counts.bytesToTarget()).isEqualTo(bytes(conversation, ">"));
        assertThat(counts.bytesToConnector()).isEqualTo(bytes(conversation, "<"));
      }
    }
  }

  // Each side says its lines and waits for the other's, so that the order is that of the recording.
  private static void play(List<Line> conversation, String side, Socket socket) throws IOException {
    for (Line line : conversation) {
      byte[] bytes = line.bytes();
      if (line.direction().equals(side)) {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
      } else {
        assertThat(Bytes.read(socket.getInputStream(), bytes.length)).isEqualTo(bytes);
      }
    }
  }

  private static long count(List<Line> conversation, String side) {
    return conversation.stream()
        .filter(line -> line.direction().equals(side))
        .filter(line -> line.kind().equals("text") || line.kind().equals("binary"))
        .count();
  }

  private static long bytes(List<Line> conversation, String side) {
    return conversation.stream()
        .filter(line -> line.direction().equals(side))
        .mapToLong(line -> line.bytes().length)
        .sum();
  }

  private static List<String> expected(List<Line> conversation) {
    return conversation.stream()
        .map(line -> line.direction() + line.kind() + " " + line.data())
        .map(line -> line.replace("\"password\":\"taosdata\"", "\"password\":\"***\""))
        .toList();
  }

  private static List<String> linesOf(Capture capture) throws IOException {
    StringWriter written = new StringWriter();
    capture.writeTo(written);
    List<String> lines = new ArrayList<>();
    for (String line : written.toString().lines().toList()) {
      JsonNode node = JSON.readTree(line);
      assertThat(node.get("conn").intValue()).isEqualTo(1);
      lines.add(
          node.get("dir").textValue()
              + node.get("kind").textValue()
              + " "
              + node.get("data").textValue());
    }
    return lines;
  }

  private static Map<Integer, List<Line>> conversations(String name) throws IOException {
    Map<Integer, List<Line>> conversations = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ProxyCaptureTests.class.getResourceAsStream("/recordings/wire/" + name + ".ndjson"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode node = JSON.readTree(line);
        conversations
            .computeIfAbsent(node.get("conn").intValue(), key -> new ArrayList<>())
            .add(
                new Line(
                    node.get("conn").intValue(),
                    node.get("dir").textValue(),
                    node.get("kind").textValue(),
                    node.get("data").textValue()));
      }
    }
    return conversations;
  }

  @Test
  void capturesOnlyWhileItIsAskedTo() throws Exception {
    byte[] request = Bytes.ascii("GET /-/ping HTTP/1.1\r\nHost: x\r\n\r\n");
    byte[] answer = Bytes.ascii("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    try (ScriptedTarget target =
            new ScriptedTarget(socket -> echo(socket, request.length, answer));
        Proxy proxy = Proxy.start(target.options());
        Socket connector = Bytes.connect(proxy)) {
      ask(connector, request, answer.length);
      proxy.startCapture();
      ask(connector, request, answer.length);
      assertThat(proxy.takeCapture().messages()).hasSize(2);
      ask(connector, request, answer.length);
      assertThat(proxy.stopCapture().messages()).hasSize(2);
      ask(connector, request, answer.length);

      assertThat(proxy.stopCapture().messages()).isEmpty();
      assertThat(proxy.counts().requests()).isEqualTo(4);
    }
  }

  private static void echo(Socket socket, int request, byte[] answer) throws IOException {
    while (socket.getInputStream().readNBytes(request).length == request) {
      socket.getOutputStream().write(answer);
    }
  }

  private static void ask(Socket connector, byte[] request, int answer) throws IOException {
    connector.getOutputStream().write(request);
    Bytes.read(connector.getInputStream(), answer);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsTheBeginningOfLongMessagesAndCountsWhatItLoses(boolean held) throws Exception {
    byte[] body = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    byte[] answer =
        Bytes.join(Bytes.ascii("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"), body);
    byte[] request = Bytes.ascii("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    try (ScriptedTarget target =
            new ScriptedTarget(socket -> echo(socket, request.length, answer));
        Proxy proxy = started(target.options().keepingBytes(100).keepingMessages(3), held);
        Socket connector = Bytes.connect(proxy)) {
      proxy.startCapture();
      for (int round = 0; round < 3; round++) {
        ask(connector, request, answer.length);
      }
      Capture capture = proxy.stopCapture();

      assertThat(capture.messages()).hasSize(3);
      assertThat(capture.lost()).isEqualTo(3);
      CapturedMessage long1 = capture.messages().get(1);
      assertThat(long1.truncated()).isTrue();
      assertThat(long1.length()).isEqualTo(10_000);
      assertThat(long1.data()).endsWith("\r\n\r\n" + "x".repeat(100));
      StringWriter written = new StringWriter();
      capture.writeTo(written);
      assertThat(written.toString()).contains("\"length\":10000").endsWith("{\"lost\":3}\n");
    }
  }

  private static Proxy started(ProxyOptions options, boolean held) throws IOException {
    Proxy proxy = Proxy.start(options);
    if (held) {
      proxy.setFault(passage -> new Outcome.Pass(passage));
    }
    return proxy;
  }

  @Test
  void showsWhatIsInPackedMessagesWithoutSecrets() throws Exception {
    byte[] conn =
        "{\"action\":\"conn\",\"args\":{\"password\":\"secret\"}}".getBytes(StandardCharsets.UTF_8);
    byte[] packed = Bytes.frame(0xC1, true, deflated(conn, new byte[0]));
    // Says only "as before", and there is no before in this message.
    byte[] leaning = Bytes.frame(0xC1, true, deflated(conn, conn));
    byte[] upgrade = Bytes.ascii("GET /ws HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");
    byte[] switched = Bytes.ascii("HTTP/1.1 101 Switching Protocols\r\n\r\n");
    byte[] done = Bytes.frame(0x81, false, Bytes.ascii("done"));
    try (ScriptedTarget target =
            new ScriptedTarget(
                socket -> {
                  Bytes.head(socket.getInputStream());
                  socket.getOutputStream().write(switched);
                  Bytes.read(socket.getInputStream(), packed.length + leaning.length);
                  socket.getOutputStream().write(done);
                });
        Proxy proxy = Proxy.start(target.options());
        Socket connector = Bytes.connect(proxy)) {
      proxy.startCapture();
      ask(connector, upgrade, switched.length);
      ask(connector, Bytes.join(packed, leaning), done.length);
      List<CapturedMessage> messages = proxy.stopCapture().messages();

      assertThat(messages.get(2).data())
          .isEqualTo("{\"action\":\"conn\",\"args\":{\"password\":\"***\"}}");
      assertThat(messages.get(3).data()).isEmpty();
      assertThat(messages.get(3).truncated()).isTrue();
    }
  }

  private static byte[] deflated(byte[] message, byte[] before) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    if (before.length > 0) {
      deflater.setDictionary(before);
    }
    deflater.setInput(message);
    byte[] packed = new byte[1000];
    int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
    deflater.end();
    // The four bytes that end a flush are not sent.
    return Arrays.copyOf(packed, length - 4);
  }
}
