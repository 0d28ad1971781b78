package dev.tck.embedded.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tck.embedded.engine.ResultColumn;
import dev.tck.embedded.engine.StatementResult;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.LittleEndian;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Gives the server the result blocks that a real server sent, and expects the REST answers that the
 * same server's taosAdapter made of them.
 */
class RecordedAnswersTests {
  // Here block and answer were recorded one after the other and differ themselves: rows without
  // order, and a WebSocket that still had another database.
  private static final List<String> RECORDED_DIFFERENTLY =
      List.of("insert-multi/7", "meta/3", "influx-basic/3", "influx-basic/4");

  @Test
  void rendersRecordedBlocksAsTheRecordedAnswers() throws Exception {
    List<RecordedExchange> exchanges = RecordedExchange.queries();
    ServiceDouble service = new ServiceDouble();
    for (RecordedExchange exchange : exchanges) {
      service.on("exchange " + exchange.id(), session -> rows(service, exchange));
    }
    List<String> different = new ArrayList<>();
    int compared = 0;
    try (EmbeddedServer server = EmbeddedServer.start(service, ServerOptions.onLoopback())) {
      HttpClient client = HttpClient.newHttpClient();
      for (RecordedExchange exchange : exchanges) {
        String answer = post(client, server.port(), "exchange " + exchange.id());
        compared++;
        if (!answer.replace(exchange.database(), "$DB").equals(exchange.answer())) {
          different.add(exchange.id());
        }
      }
    }
    assertThat(compared).isEqualTo(210);
    assertThat(different).isEqualTo(RECORDED_DIFFERENTLY);
  }

  private static String post(HttpClient client, int port, String sql)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rest/sql"))
            .header("Authorization", "Basic cm9vdDp0YW9zZGF0YQ==")
            .POST(HttpRequest.BodyPublishers.ofString(sql))
            .build();
    return client.send(request, BodyHandlers.ofString(UTF_8)).body();
  }

  private static StatementResult rows(ServiceDouble service, RecordedExchange exchange) {
    JsonNode socket = exchange.socket();
    List<byte[]> blocks = exchange.blocks().stream().map(HexFormat.of()::parseHex).toList();
    List<ResultColumn> columns = new ArrayList<>();
    for (int index = 0; index < socket.get("fields_count").intValue(); index++) {
      columns.add(
          new ResultColumn(
              socket.get("fields_names").get(index).textValue(),
              TaosType.ofId(socket.get("fields_types").get(index).intValue()).orElseThrow(),
              socket.get("fields_lengths").get(index).intValue(),
              blocks.isEmpty() ? 0 : LittleEndian.getInt(blocks.get(0), 28 + 5 * index + 1),
              socket.get("fields_precisions").get(index).intValue(),
              socket.get("fields_scales").get(index).intValue()));
    }
    return service.rows(
        columns, Precision.ofId(socket.get("precision").intValue()).orElseThrow(), blocks);
  }
}
