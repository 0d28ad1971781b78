package dev.tck.embedded.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.embedded.engine.ResultColumn;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expects frame by frame what taosAdapter 3.3.6.6 answered to the same frames. */
class WebSocketTests {
  private final ServiceDouble service = new ServiceDouble();
  private EmbeddedServer server;

  @BeforeEach
  void start() throws IOException {
    server = EmbeddedServer.start(service, ServerOptions.onLoopback());
  }

  @AfterEach
  void stop() {
    server.close();
    assertThat(service.openSessions()).isZero();
    assertThat(service.openResults()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{                                                        | 65535 | unmarshal request error | ^^ | 0",
        "[]                                                       | 65535 | unmarshal request error | ^^ | 0",
        "1                                                        | 65535 | unmarshal request error | ^^ | 0",
        "\"\"                                                     | 65535 | unmarshal request error | ^^ | 0",
        "{\"action\":1}                                           | 65535 | unmarshal request error | ^^ | 0",
        "{\"action\":\"version\"} x                               | 65535 | unmarshal request error | ^^ | 0",
        "null                                                     | 65535 | request no action | ^^ | 0",
        "{}                                                       | 65535 | request no action | ^^ | 0",
        "{\"action\":\"\",\"args\":{\"req_id\":5}}               | 65535 | request no action | ^^ | 5",
        "{\"action\":\"version\",\"args\":{\"req_id\":\"7\"}}    | 65535 | unmarshal version request error | version | 7",
        "{\"action\":\"version\",\"args\":{\"req_id\":-7}}       | 65535 | unmarshal version request error | version | 0",
        "{\"action\":\"version\",\"args\":{\"req_id\":1.5}}      | 65535 | unmarshal version request error | version | 1",
        "{\"action\":\"version\",\"args\":{\"req_id\":18446744073709551616}} | 65535 | unmarshal version request error | version | 0",
        "{\"action\":\"version\",\"args\":[]}                     | 65535 | unmarshal version request error | version | 0",
        "{\"action\":\"version\",\"args\":\"x\"}                  | 65535 | unmarshal version request error | version | 0",
        "{\"action\":\"query\",\"args\":{\"req_id\":3,\"sql\":\"select 1\"}} | 65535 | server not connected | query | 3",
        "{\"action\":\"query\",\"args\":{\"req_id\":\"12x\"}}    | 65535 | server not connected | query | 12",
        "{\"action\":\"query\",\"args\":{\"req_id\":3.7}}        | 65535 | server not connected | query | 3",
        "{\"action\":\"query\",\"args\":{\"req_id\":true}}       | 65535 | server not connected | query | 1",
        "{\"action\":\"nope\",\"args\":{\"req_id\":3}}           | 65535 | server not connected | nope | 3",
        "{\"action\":\"conn\"}                                    | 65535 | unmarshal connect request error | conn | 0",
        "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\",\"mode\":\"x\"}} | 65535 | unmarshal connect request error | conn | 1",
        "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\",\"mode\":7}} | 65535 | unexpected mode:7 | conn | 1",
        "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"nobody\",\"password\":\"x\"}} | 849 | Invalid user | conn | 1",
        "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"x\"}} | 855 | Authentication failure | conn | 1",
        "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\",\"db\":\"nodb\"}} | 904 | Database not exist | conn | 1",
        "{\"action\":\"check_server_status\"}                     | 65535 | unmarshal check server status request error | check_server_status | 0",
      })
  void refusesBeforeConn(String message, int code, String text, String action, String requestId)
      throws IOException {
    try (RawSocket socket = new RawSocket(server.port(), "/ws")) {
      assertThat(socket.ask(message))
          .matches(
              Pattern.quote(
                      "{\"code\":"
                          + code
                          + ",\"message\":\""
                          + text
                          + "\",\"action\":\""
                          + action
                          + "\",\"req_id\":"
                          + requestId
                          + ",\"timing\":")
                  + "[0-9]+}");
      // The socket stays open, and another conn may be tried.
      assertThat(socket.ask(conn(2))).startsWith("{\"code\":0,");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 519, Invalid user name",
    "23, 5, 849, Invalid user",
    "24, 5, 519, Invalid user name",
    "4, 0, 520, Invalid password length",
    "4, 255, 849, Invalid user",
    "4, 256, 520, Invalid password length",
  })
  void refusesNamesAndPasswordsByTheirLength(int user, int password, int code, String text)
      throws IOException {
    try (RawSocket socket = new RawSocket(server.port(), "/ws")) {
      assertThat(
              socket.ask(
                  "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\""
                      + "u".repeat(user)
                      + "\",\"password\":\""
                      + "p".repeat(password)
                      + "\"}}"))
          .startsWith("{\"code\":" + code + ",\"message\":\"" + text + "\",");
    }
  }

  @Test
  void tellsItsVersionToAnybody() throws IOException {
    try (RawSocket socket = new RawSocket(server.port(), "/ws")) {
      assertThat(socket.ask("{\"action\":\"version\"}"))
          .matches(reply("version", "0", "\"version\":\"3.3.6.6\""));
      assertThat(socket.ask("{\"action\": \"version\"}\n")).startsWith("{\"code\":0,");
      assertThat(socket.ask("{\"action\":\"version\",\"args\":null}")).startsWith("{\"code\":0,");
      assertThat(socket.ask("{\"action\":\"version\",\"args\":{\"req_id\":18446744073709551615}}"))
          .contains("\"req_id\":18446744073709551615,");
      assertThat(socket.ask("{\"ACTION\":\"version\",\"ARGS\":{\"REQ_ID\":9}}"))
          .contains("\"req_id\":9,");
      assertThat(socket.ask("{\"action\":\"check_server_status\",\"args\":{\"req_id\":3}}"))
          .matches(reply("check_server_status", "3", "\"status\":2,\"details\":\"\""));
    }
  }

  @Test
  void connectsOnce() throws IOException {
    try (RawSocket socket = new RawSocket(server.port(), "/ws")) {
      assertThat(
              socket.ask(
                  "{\"action\":\"conn\",\"args\":{\"req_id\":1,\"user\":\"root\",\"password\":\"taosdata\",\"db\":\"d\",\"mode\":0,\"tz\":\"Bogus/Zone\",\"app\":\"x\",\"ip\":\"1.2.3.4\",\"connector\":\"y\",\"list_instances\":null}}"))
          .matches(
              "\\{\"code\":0,\"message\":\"\",\"action\":\"conn\",\"req_id\":1,\"timing\":[0-9]+}");
      assertThat(socket.ask("{\"action\":\"get_current_db\",\"args\":{\"req_id\":4}}"))
          .matches(reply("get_current_db", "4", "\"db\":\"d\""));
      assertThat(socket.ask(conn(2))).contains("\"message\":\"duplicate connections\"");
    }
  }

  @Test
  void executesAndFetchesInJson() throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      assertThat(socket.ask(query(2, "select 1")))
          .matches(
              reply(
                  "query",
                  "2",
                  "\"id\":1,\"is_update\":false,\"affected_rows\":0,\"fields_count\":1,\"fields_names\":\\[\"1\"],\"fields_types\":\\[5],\"fields_lengths\":\\[8],\"precision\":0,\"fields_precisions\":\\[0],\"fields_scales\":\\[0]"));
      assertThat(socket.ask("{\"action\":\"num_fields\",\"args\":{\"req_id\":3,\"result_id\":1}}"))
          .matches(reply("num_fields", "3", "\"num_fields\":1"));
      assertThat(socket.ask(id("fetch_block", 4, 1))).contains("\"message\":\"block is nil\"");
      assertThat(socket.ask(id("fetch", 5, 1)))
          .matches(
              reply("fetch", "5", "\"id\":1,\"completed\":false,\"lengths\":\\[8],\"rows\":1"));
      socket.text(id("fetch_block", 6, 1));
      RawSocket.Frame block = socket.read();
      assertThat(block.opcode()).isEqualTo(RawSocket.BINARY);
      assertThat(HexFormat.of().formatHex(block.payload(), 8, block.payload().length))
          .isEqualTo(
              "0100000000000000"
                  + "010000002f000000010000000100000000000080000000000000000005080000000800000000010000000000000000");
      assertThat(socket.ask(id("fetch", 7, 1)))
          .matches(reply("fetch", "7", "\"id\":1,\"completed\":true,\"lengths\":null,\"rows\":0"));
      assertThat(socket.ask(id("fetch", 8, 1))).contains("65535", "\"message\":\"result is nil\"");
      assertThat(socket.ask(id("fetch_block", 9, 1))).contains("\"message\":\"result is nil\"");
    }
  }

  @Test
  void executesAndFetchesInBinary() throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      socket.binary(binaryQuery(5, "select 1"));
      assertThat(socket.read().text())
          .contains("\"action\":\"binary_query\",\"req_id\":5,", "\"id\":1,");
      socket.binary(hex("050000000000000001000000000000000700000000000000" + "0100"));
      String block = HexFormat.of().formatHex(socket.read().payload());
      assertThat(block.substring(0, 36)).isEqualTo("ffffffffffffffff07000000000000000100");
      assertThat(block.substring(52))
          .isEqualTo(
              "050000000000000000000000000000000100000000000000002f000000"
                  + "010000002f000000010000000100000000000080000000000000000005080000000800000000010000000000000000");
      socket.binary(hex("050000000000000001000000000000000700000000000000" + "0100"));
      assertThat(HexFormat.of().formatHex(socket.read().payload()).substring(52))
          .isEqualTo("05000000000000000000000000000000010000000000000001");
      socket.binary(hex("050000000000000001000000000000000700000000000000" + "0100"));
      assertThat(HexFormat.of().formatHex(socket.read().payload()).substring(52))
          .isEqualTo(
              "0500000000000000ffff00000d000000726573756c74206973206e696c010000000000000001");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "060000000000000000000000000000000600000000000000                             | binary_query | message length is too short",
        "060000000000000000000000000000000600000000000000010001000000                 | binary_query | message length is too short",
        "06000000000000000000000000000000060000000000000001005000000073656c6563742031 | binary_query | uncompleted message, sql length:80, remainMessageLength:8",
        "06000000000000000000000000000000060000000000000002000800000073656c6563742031 | binary_query | unknown binary query version:2",
        "060000000000000000000000000000004d00000000000000                             | unknown      | unknown binary action 77",
        "060000000000000000000000000000000b00000000000000                             | unknown      | unknown binary action 11",
        "060000000000000000000000000000000900000000000000                             | stmt2_bind   | stmt2_bind is not supported by the embedded server",
      })
  void refusesBinaryMessages(String message, String action, String text) throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      socket.binary(hex(message));
      assertThat(socket.read().text())
          .startsWith(
              "{\"code\":65535,\"message\":\""
                  + text
                  + "\",\"action\":\""
                  + action
                  + "\",\"req_id\":6,");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0700000000000000, 1b0000006d657373616765206c656e67746820697320746f6f2073686f7274",
    "07000000000000000200, 1f000000756e6b6e6f776e2066657463682072617720626c6f636b2076657273696f6e",
  })
  void refusesFetchesInTheirOwnForm(String actionAndVersion, String text) throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      socket.binary(hex("05000000000000000200000000000000" + actionAndVersion));
      assertThat(HexFormat.of().formatHex(socket.read().payload()).substring(52))
          .isEqualTo("0500000000000000ffff0000" + text + "020000000000000001");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "select 1, 0",
    "selct 1, -2147473920",
    "select * from nop, -2147473920",
  })
  void tellsWhetherSqlIsValid(String sql, int code) throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      byte[] message = binaryQuery(6, sql);
      message[16] = 10;
      socket.binary(message);
      assertThat(socket.read().text())
          .matches(reply("validate_sql", "6", "\"result_code\":" + code));
      assertThat(service.openResults()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0100                        | message length is too short",
        "02000800000073656c6563742031 | unknown binary query version:2",
        "01000500000075736520640a     | validate_sql of a statement that changes something is not supported by the embedded server",
      })
  void refusesToValidate(String body, String text) throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      socket.binary(hex("060000000000000000000000000000000a00000000000000" + body));
      assertThat(socket.read().text())
          .startsWith(
              "{\"code\":65535,\"message\":\""
                  + text
                  + "\",\"action\":\"validate_sql\",\"req_id\":6,");
      assertThat(socket.ask("{\"action\":\"get_current_db\",\"args\":{}}")).contains("\"db\":\"\"");
    }
  }

  @Test
  void takesABinaryQueryWithMoreBytesThanItSays() throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      byte[] message = binaryQuery(8, "select 1");
      byte[] longer = Arrays.copyOf(message, message.length + 4);
      socket.binary(longer);
      assertThat(socket.read().text()).startsWith("{\"code\":0,");
    }
  }

  @Test
  void answersStatementsWithoutRows() throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      assertThat(socket.ask(query(1, "use d")))
          .matches(
              reply(
                  "query",
                  "1",
                  "\"id\":0,\"is_update\":true,\"affected_rows\":0,\"fields_count\":0,\"fields_names\":null,\"fields_types\":null,\"fields_lengths\":null,\"precision\":0,\"fields_precisions\":null,\"fields_scales\":null"));
      assertThat(socket.ask("{\"action\":\"get_current_db\",\"args\":{}}"))
          .contains("\"db\":\"d\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"action\":\"query\"}                                           | 65535 | unmarshal query request error",
        "{\"action\":\"query\",\"args\":{\"sql\":5}}                      | 65535 | unmarshal query request error",
        "{\"action\":\"query\",\"args\":null}                             | 9729  | Incomplete SQL statement",
        "{\"action\":\"query\",\"args\":{\"sql\":\"selct <&>\"}}         | 9728  | syntax error near \\\"selct \\u003c\\u0026\\u003e\\\"",
        "{\"action\":\"num_fields\"}                                      | 65535 | unmarshal num fields request error",
        "{\"action\":\"num_fields\",\"args\":{}}                          | 65535 | result is nil",
        "{\"action\":\"get_current_db\"}                                  | 65535 | unmarshal get current db request error",
        "{\"action\":\"free_result\",\"args\":{\"id\":\"x\"}}            | 65535 | unmarshal free result request error",
        "{\"action\":\"options_connection\",\"args\":{\"options\":[{\"option\":\"1\"}]}} | 65535 | unmarshal options connection request error",
        "{\"action\":\"options_connection\",\"args\":{\"options\":[{\"option\":9,\"value\":\"x\"}]}} | 280 | Invalid parameters",
        "{\"action\":\"options_connection\",\"args\":{\"options\":[{\"option\":4,\"value\":\"x\"}]}} | 280 | Invalid parameters",
        "{\"action\":\"options_connection\",\"args\":{\"options\":[{\"option\":2,\"value\":\"bogus\"}]}} | 280 | Invalid parameters",
        "{\"action\":\"options_connection\",\"args\":{\"options\":[{\"option\":0,\"value\":\"bogus\"}]}} | 22 | Invalid argument",
        "{\"action\":\"get_connection_info\",\"args\":{\"info\":0}}     | 65535 | unknown action get_connection_info",
        "{\"action\":\"q<>&\\u2028\\u0001\"}                             | 65535 | unknown action q\\u003c\\u003e\\u0026\\u2028\\u0001",
        "{\"action\":\"stmt2_init\",\"args\":{}}                          | 65535 | stmt2_init (parameter binding) is not supported by the embedded server",
        "{\"action\":\"insert\",\"args\":{}}                              | 65535 | insert (schemaless write) is not supported by the embedded server",
      })
  void refusesAfterConn(String message, int code, String text) throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      assertThat(socket.ask(message))
          .startsWith("{\"code\":" + code + ",\"message\":\"" + text + "\",\"action\":");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Asia/Shanghai | 28800",
        "UTC-8         | 28800",
        "UTC+8         | -28800",
        "CST-8         | 28800",
        "Etc/GMT-8     | 28800",
        "Asia/Kolkata  | 19800",
        "EST           | -18000",
        "Bogus         | 0",
        "+08:00        | 0",
        "asia/shanghai | 0",
        "CST           | 0",
        "GMT           | 0",
      })
  void readsTimesInTheZoneOfTheConnection(String zone, int seconds) throws IOException {
    // Kolkata had another offset in 1970 than today, but not another one than this.
    try (RawSocket socket = RawSocket.connected(server.port())) {
      assertThat(socket.ask(option(1, "\"" + zone + "\""))).startsWith("{\"code\":0,");
      assertThat(socket.ask(query(1, "show zone"))).contains("\"affected_rows\":" + seconds + ",");
      assertThat(socket.ask(option(-1, "null"))).startsWith("{\"code\":0,");
      assertThat(socket.ask(query(1, "show zone"))).contains("\"affected_rows\":0,");
    }
  }

  @Test
  void takesTheOptionsThatNodeSends() throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      assertThat(socket.ask(option(3, "null"))).startsWith("{\"code\":0,");
      assertThat(socket.ask(option(2, "null"))).startsWith("{\"code\":0,");
      assertThat(socket.ask(option(0, "\"UTF-8\""))).startsWith("{\"code\":0,");
    }
  }

  @Test
  void neverAnswersFreeResult() throws IOException {
    try (RawSocket socket = RawSocket.connected(server.port())) {
      assertThat(socket.ask(query(1, "select 1"))).contains("\"id\":1,");
      assertThat(service.openResults()).isEqualTo(1);
      socket.text(id("free_result", 2, 1));
      socket.text(id("free_result", 3, 77));
      assertThat(socket.ask(id("fetch", 4, 1))).contains("\"req_id\":4,", "result is nil");
      assertThat(service.openResults()).isZero();
      assertThat(socket.ask(query(5, "select 1"))).contains("\"id\":2,");
    }
  }

  @Test
  void reportsAResultThatFailsOnTheWay() throws IOException {
    service.on("broken", session -> service.failing(List.of(Blocks.ofLongs(1)), 782, "no more"));
    try (RawSocket socket = RawSocket.connected(server.port())) {
      socket.ask(query(1, "broken"));
      assertThat(socket.ask(id("fetch", 2, 1))).contains("\"rows\":1");
      assertThat(socket.ask(id("fetch", 3, 1)))
          .startsWith("{\"code\":782,\"message\":\"no more\",\"action\":\"fetch\",");
      assertThat(socket.ask(id("fetch", 4, 1))).contains("result is nil");
      socket.ask(query(5, "broken"));
      socket.binary(hex("060000000000000002000000000000000700000000000000" + "0100"));
      socket.read();
      socket.binary(hex("060000000000000002000000000000000700000000000000" + "0100"));
      assertThat(HexFormat.of().formatHex(socket.read().payload()).substring(52))
          .isEqualTo("06000000000000000e030000070000006e6f206d6f7265020000000000000001");
    }
  }

  @Test
  void speaksTheOlderDialect() throws IOException {
    try (RawSocket socket = new RawSocket(server.port(), "/rest/ws")) {
      assertThat(socket.ask("{\"action\":\"version\",\"args\":{\"req_id\":8}}"))
          .isEqualTo(
              "{\"code\":0,\"message\":\"\",\"action\":\"version\",\"version\":\"3.3.6.6\"}");
      assertThat(socket.ask(query(1, "select 1"))).contains("server not connected");
      assertThat(socket.ask(conn(1))).startsWith("{\"code\":0,");
      assertThat(socket.ask(query(1, "select 1")))
          .endsWith("\"fields_lengths\":[8],\"precision\":0}");
      socket.text("{");
      socket.text("{\"action\":\"nope\",\"args\":{\"req_id\":2}}");
      socket.text("{\"action\":\"get_current_db\",\"args\":{\"req_id\":2}}");
      socket.binary(binaryQuery(9, "select 1"));
      assertThat(socket.ask(query(1, "use d"))).contains("\"is_update\":true", "\"precision\":0}");
    }
  }

  @ParameterizedTest
  @CsvSource({"/rest/tmq, subscribe", "/rest/stmt, conn", "/rest/schemaless, insert"})
  void refusesOtherEndpointsByName(String path, String action) throws IOException {
    try (RawSocket socket = new RawSocket(server.port(), path)) {
      assertThat(socket.ask("{\"action\":\"" + action + "\",\"args\":{\"req_id\":5}}"))
          .startsWith(
              "{\"code\":65535,\"message\":\""
                  + action
                  + " on "
                  + path
                  + " is not supported by the embedded server\",\"action\":\""
                  + action
                  + "\",\"req_id\":5,");
    }
  }

  @Test
  void asksForAProperUpgrade() throws IOException {
    String response = RawHttp.get(server.port(), "/ws");

    assertThat(RawHttp.status(response)).isEqualTo(400);
    assertThat(RawHttp.header(response, "Sec-Websocket-Version")).isEqualTo("13");
    assertThat(RawHttp.body(response)).isEqualTo("Bad Request\n");
  }

  @Test
  void tellsDecimalsAndDeclaredBytes() throws IOException {
    service.on(
        "select decimals",
        session ->
            service.rows(
                List.of(
                    new ResultColumn("d", TaosType.DECIMAL64, 64, 0x08000A03, 10, 3),
                    new ResultColumn("v", TaosType.VARCHAR, 16, 18, 0, 0)),
                Precision.NANOSECONDS,
                List.of(Blocks.ofLongs(1))));
    try (RawSocket socket = RawSocket.connected(server.port())) {
      assertThat(socket.ask(query(1, "select decimals")))
          .contains(
              "\"fields_types\":[21,8],\"fields_lengths\":[64,16],\"precision\":2,\"fields_precisions\":[10,0],\"fields_scales\":[3,0]");
      assertThat(socket.ask(id("fetch", 2, 1))).contains("\"lengths\":[8,18]");
    }
  }

  private static String conn(int requestId) {
    return "{\"action\":\"conn\",\"args\":{\"req_id\":"
        + requestId
        + ",\"user\":\"root\",\"password\":\"taosdata\"}}";
  }

  private static String query(int requestId, String sql) {
    return "{\"action\":\"query\",\"args\":{\"req_id\":" + requestId + ",\"sql\":\"" + sql + "\"}}";
  }

  private static String id(String action, int requestId, int id) {
    return "{\"action\":\""
        + action
        + "\",\"args\":{\"req_id\":"
        + requestId
        + ",\"id\":"
        + id
        + "}}";
  }

  private static String option(int option, String value) {
    return "{\"action\":\"options_connection\",\"args\":{\"req_id\":1,\"options\":[{\"option\":"
        + option
        + ",\"value\":"
        + value
        + "}]}}";
  }

  private static String reply(String action, String requestId, String rest) {
    return "\\{\"code\":0,\"message\":\"\",\"action\":\""
        + action
        + "\",\"req_id\":"
        + requestId
        + ",\"timing\":[0-9]+,"
        + rest
        + "}";
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] binaryQuery(long requestId, String sql) {
    byte[] text = sql.getBytes(UTF_8);
    return ByteBuffer.allocate(30 + text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(requestId)
        .putLong(0)
        .putLong(6)
        .putShort((short) 1)
        .putInt(text.length)
        .put(text)
        .array();
  }
}
