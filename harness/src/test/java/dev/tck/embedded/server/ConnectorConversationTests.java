package dev.tck.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sends the very frames that official connectors sent to TDengine 3.3.6.6, and expects its replies
 * but for the time they took; as far as parameter binding or schemaless write begins.
 */
class ConnectorConversationTests {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Set<String> NOT_YET =
      Set.of("insert", "init", "prepare", "stmt2_init", "stmt2_prepare");

  private record Line(String direction, String kind, String data) {}

  @ParameterizedTest
  @CsvSource({
    "driver-go-3.7.8, 11",
    "jdbc-3.5.3, 7",
    "jdbc-3.7.9, 8",
    "node-3.5.0, 15",
    "taos-ws-py-0.7.0, 12",
  })
  void repliesAsTheRealServerDid(String connector, int messages) throws IOException {
    int sent = 0;
    try (EmbeddedServer server =
            EmbeddedServer.start("3.3.6.6", Clock.systemUTC(), ServerOptions.onLoopback());
        RawSocket socket = new RawSocket(server.port(), "/ws")) {
      List<RawSocket.Frame> early = new ArrayList<>();
      for (Line line : conversation(connector)) {
        if (line.direction().equals(">")) {
          if (isNotYet(line)) {
            break;
          }
          socket.frame(opcode(line.kind()), true, payload(line));
          sent++;
        } else {
          RawSocket.Frame reply = next(socket, opcode(line.kind()), early);
          assertThat(shown(reply.opcode(), reply.payload()))
              .as("message " + sent)
              .isEqualTo(shown(opcode(line.kind()), payload(line)));
        }
      }
    }
    assertThat(sent).isEqualTo(messages);
  }

  // A pong may overtake the reply to a statement, and the other way round.
  private static RawSocket.Frame next(RawSocket socket, int opcode, List<RawSocket.Frame> early)
      throws IOException {
    for (RawSocket.Frame frame : early) {
      if (frame.opcode() == opcode) {
        early.remove(frame);
        return frame;
      }
    }
    RawSocket.Frame frame = socket.read();
    while (frame.opcode() != opcode) {
      early.add(frame);
      frame = socket.read();
    }
    return frame;
  }

  private static boolean isNotYet(Line line) throws IOException {
    return line.kind().equals("text")
        && NOT_YET.contains(JSON.readTree(line.data()).path("action").asText());
  }

  private static int opcode(String kind) {
    return switch (kind) {
      case "text" -> RawSocket.TEXT;
      case "binary" -> RawSocket.BINARY;
      case "ping" -> RawSocket.PING;
      case "pong" -> RawSocket.PONG;
      case "close" -> RawSocket.CLOSE;
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static byte[] payload(Line line) {
    return line.kind().equals("text")
        ? line.data().getBytes(StandardCharsets.UTF_8)
        : HexFormat.of().parseHex(line.data());
  }

  private static String shown(int opcode, byte[] payload) {
    if (opcode == RawSocket.TEXT) {
      return new String(payload, StandardCharsets.UTF_8)
          .replaceFirst("\"timing\":[0-9]+", "\"timing\":0");
    }
    byte[] timeless = payload.clone();
    if (payload.length > 26) {
      Arrays.fill(timeless, 18, 26, (byte) 0);
    }
    return HexFormat.of().formatHex(timeless);
  }

  /** Returns what follows the upgrade on the first connection to {@code /ws}. */
  private static List<Line> conversation(String connector) throws IOException {
    List<Line> lines = new ArrayList<>();
    int connection = -1;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ConnectorConversationTests.class.getResourceAsStream(
                    "/recordings/wire/" + connector + "-on-3.3.6.6.ndjson"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode node = JSON.readTree(line);
        if (connection < 0 && node.get("data").textValue().startsWith("GET /ws ")) {
          connection = node.get("conn").intValue();
        }
        if (node.get("conn").intValue() == connection
            && !node.get("kind").textValue().equals("http")) {
          lines.add(
              new Line(
                  node.get("dir").textValue(),
                  node.get("kind").textValue(),
                  node.get("data").textValue()));
        }
      }
    }
    return lines;
  }
}
