package dev.tck.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.embedded.engine.ResultColumn;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expects over raw sockets what taosAdapter 3.3.6.6 answered to the same bytes. */
class RestTests {
  private static final String ONE =
      "{\"code\":0,\"column_meta\":[[\"1\",\"BIGINT\",8]],\"data\":[[1]],\"rows\":1}";

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

  @Test
  void answersAQueryInChunksOfJson() throws IOException {
    String response = post("/rest/sql", "select 1");

    assertThat(RawHttp.status(response)).isEqualTo(200);
    assertThat(RawHttp.header(response, "Content-Type"))
        .isEqualTo("application/json; charset=utf-8");
    assertThat(RawHttp.header(response, "Transfer-Encoding")).isEqualTo("chunked");
    assertThat(RawHttp.body(response)).isEqualTo(ONE);
  }

  @Test
  void answersAnErrorWithLengthAndTiming() throws IOException {
    String response = post("/rest/sql", "selct <&>");

    assertThat(RawHttp.status(response)).isEqualTo(200);
    assertThat(RawHttp.header(response, "Content-Length")).isNotEmpty();
    assertThat(RawHttp.body(response))
        .matches(
            "\\{\"code\":9728,\"desc\":\"syntax error near \\\\\"selct \\\\u003c\\\\u0026\\\\u003e\\\\\"\",\"timing\":[0-9]+}");
  }

  @Test
  void ignoresWhiteSpaceAroundTheStatement() throws IOException {
    assertThat(RawHttp.body(post("/rest/sql", " \n select 1 \r\n"))).isEqualTo(ONE);
  }

  @Test
  void triesTheDatabaseOfThePathAndGoesOnWithoutIt() throws IOException {
    service.on(
        "select database()",
        session -> ServiceDouble.affected(session.currentDatabase().isPresent() ? 1 : 0));

    assertThat(RawHttp.body(post("/rest/sql/d", "select database()"))).contains("[[1]]");
    assertThat(RawHttp.body(post("/rest/sql/%64", "select database()"))).contains("[[1]]");
    assertThat(RawHttp.body(post("/rest/sql/nodb", "select database()"))).contains("[[0]]");
  }

  @Test
  void hasNoLastingDatabase() throws IOException {
    service.on(
        "select database()",
        session -> ServiceDouble.affected(session.currentDatabase().isPresent() ? 1 : 0));

    assertThat(RawHttp.body(post("/rest/sql", "use d")))
        .isEqualTo(
            "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[0]],\"rows\":1}");
    assertThat(RawHttp.body(post("/rest/sql", "select database()"))).contains("[[0]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/rest/sql                     | ''       | 400 | 4358  | request is empty",
        "/rest/sql                     | ' '      | 400 | 4359  | no sql input",
        "/rest/sql?req_id=x            | select 1 | 400 | 65535 | illegal param, req_id must be numeric strconv.ParseInt: parsing \\\"x\\\": invalid syntax",
        "/rest/sql?req_id=99999999999999999999 | select 1 | 400 | 65535 | illegal param, req_id must be numeric strconv.ParseInt: parsing \\\"99999999999999999999\\\": value out of range",
        "/rest/sql?tz=xx               | select 1 | 400 | 65535 | unknown time zone xx",
        "/rest/sql?tz=UTC%2B8          | select 1 | 400 | 65535 | unknown time zone UTC+8",
        "/rest/sql?conn_tz=xx          | select 1 | 400 | 65535 | unknown time zone xx",
        "/rest/sql?row_with_meta=x     | select 1 | 400 | 65535 | illegal param, row_with_meta must be boolean strconv.ParseBool: parsing \\\"x\\\": invalid syntax",
        "/rest/sql/nodb/vgid           | ''       | 400 | 65535 | EOF",
        "/rest/sql/nodb/vgid           | []       | 400 | 65535 | illegal params",
        "/rest/sql/nodb/vgid           | [\"x\"]  | 200 | 904   | Database not exist",
      })
  void refusesWhatTheAdapterRefuses(String path, String body, int status, int code, String desc)
      throws IOException {
    String response = post(path, body);

    assertThat(RawHttp.status(response)).isEqualTo(status);
    assertThat(RawHttp.body(response))
        .startsWith("{\"code\":" + code + ",\"desc\":\"" + desc + "\",\"timing\":");
  }

  @ParameterizedTest
  @CsvSource({
    "/rest/sql?req_id=-5",
    "/rest/sql?req_id=",
    "/rest/sql?tz=",
    "/rest/sql?tz=Local",
    "/rest/sql?tz=%zz",
    "/rest/sql?row_with_meta=false",
    "/rest/sql?app=x&ip=1.2.3.4&token=abc&timing=1"
  })
  void takesTheseParameters(String path) throws IOException {
    assertThat(RawHttp.body(post(path, "select 1"))).isEqualTo(ONE);
  }

  @Test
  void writesRowsAsObjectsOnDemand() throws IOException {
    assertThat(RawHttp.body(post("/rest/sql?row_with_meta=T", "select 1")))
        .isEqualTo(
            "{\"code\":0,\"column_meta\":[[\"1\",\"BIGINT\",8]],\"data\":[{\"1\":1}],\"rows\":1}");
    assertThat(RawHttp.body(post("/rest/sql?row_with_meta=true", "use d")))
        .isEqualTo(
            "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[{\"affected_rows\":0}],\"rows\":1}");
  }

  @Test
  void tellsTheTimingOnDemand() throws IOException {
    assertThat(RawHttp.body(post("/rest/sql?timing=true", "select 1")))
        .matches("\\{\"code\":0,.*\"rows\":1,\"timing\":[0-9]+}");
    assertThat(RawHttp.body(post("/rest/sql?timing=true", "use d")))
        .matches("\\{\"code\":0,.*\"rows\":1,\"timing\":[0-9]+}");
  }

  @Test
  void rendersTimesInTheZoneThatIsAskedFor() throws IOException {
    List<ResultColumn> columns = List.of(new ResultColumn("t", TaosType.TIMESTAMP, 8, 8, 0, 0));
    service.on(
        "select times",
        session ->
            service.rows(
                columns,
                Precision.MILLISECONDS,
                List.of(
                    Blocks.ofTimestamps(
                        0, -2_500_000_000_000L, -99_000_000_000_000L, 253_402_300_800_000L))));

    assertThat(RawHttp.body(post("/rest/sql?tz=Asia/Shanghai", "select times")))
        .contains(
            "[[\"1970-01-01T08:00:00.000+08:00\"],[\"1890-10-12T03:39:03.000+08:05\"],"
                + "[\"-1168-10-25T00:05:43.000+08:05\"],[\"10000-01-01T08:00:00.000+08:00\"]]");
    assertThat(RawHttp.body(post("/rest/sql", "select times")))
        .contains("[\"1970-01-01T00:00:00.000Z\"]");
  }

  @Test
  void readsTimesInTheConnectionsZone() throws IOException {
    assertThat(RawHttp.body(post("/rest/sql?conn_tz=Asia/Shanghai", "show zone")))
        .contains("[[28800]]");
    assertThat(RawHttp.body(post("/rest/sql?tz=Asia/Shanghai", "show zone"))).contains("[[0]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | 401 | 4357 | no auth info input",
        "Foo x                                     | 401 | 4386 | invalid type of Authorization",
        "Basic                                     | 401 | 4386 | invalid type of Authorization",
        "Taosd                                     | 401 | 4386 | invalid type of Authorization",
        "Bearer abc                                | 401 | 4386 | invalid type of Authorization",
        "basic cm9vdDp0YW9zZGF0YQ==                | 401 | 4386 | invalid type of Authorization",
        "Basic x                                   | 401 | 4388 | invalid basic Authorization",
        "Basic cm9vdA==                            | 401 | 4388 | invalid basic Authorization",
        "Basic Ong=                                | 401 | 4388 | invalid basic Authorization",
        "Basic eDo=                                | 401 | 4388 | invalid basic Authorization",
        "Basic cm9vdDp0YW9zZGF0YQ                  | 401 | 4388 | invalid basic Authorization",
        "Basic  cm9vdDp0YW9zZGF0YQ==               | 401 | 4388 | invalid basic Authorization",
        "Taosd abc                                 | 401 | 4389 | invalid taosd Authorization",
        "Basic bm9ib2R5Ong=                        | 200 | 849  | Invalid user",
        "Basic cm9vdDpiYWQ=                        | 200 | 855  | Authentication failure",
      })
  void refusesStrangers(String authorization, int status, int code, String desc)
      throws IOException {
    String header = authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n";
    String response = RawHttp.post(server.port(), "/rest/sql", header, "select 1");

    assertThat(RawHttp.status(response)).isEqualTo(status);
    assertThat(RawHttp.body(response))
        .startsWith("{\"code\":" + code + ",\"desc\":\"" + desc + "\",\"timing\":");
  }

  @Test
  void takesATokenThatLoginGave() throws IOException {
    String token = "/KfeAzX/f9na8qdtNZmtONryp201ma04bEl8LcvLUd7a8qdtNZmtONryp201ma04";

    String login = RawHttp.get(server.port(), "/rest/login/ro%6ft/taosdata");
    assertThat(RawHttp.status(login)).isEqualTo(200);
    assertThat(RawHttp.body(login)).isEqualTo("{\"code\":0,\"desc\":\"" + token + "\"}");
    assertThat(
            RawHttp.body(
                RawHttp.post(
                    server.port(),
                    "/rest/sql",
                    "Authorization: Taosd " + token + "\r\n",
                    "select 1")))
        .isEqualTo(ONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/rest/login/nobody/x                         | 401 | {\"code\":3,\"desc\":\"Authentication failure\"",
        "/rest/login/root/x                           | 401 | {\"code\":3,\"desc\":\"Authentication failure\"",
        "/rest/login/uuuuuuuuuuuuuuuuuuuuuuuuu/x      | 400 | {\"code\":4362,\"desc\":\"generate taosd token error\"",
        "/rest/login/root                             | 404 | 404 page not found",
        "/rest/login/root/tao%2Fs                     | 404 | 404 page not found",
        "/rest/sql                                    | 404 | 404 page not found",
        "/                                            | 404 | 404 page not found",
        "/nope                                        | 404 | 404 page not found",
      })
  void answersGetRequests(String path, int status, String body) throws IOException {
    String response = RawHttp.get(server.port(), path);

    assertThat(RawHttp.status(response)).isEqualTo(status);
    assertThat(RawHttp.body(response)).startsWith(body);
  }

  @ParameterizedTest
  @CsvSource({"/rest/sqlt", "/rest/sqlutc", "/-/ping", "/rest//sql", "/REST/sql", "/ws"})
  void knowsNoSuchPost(String path) throws IOException {
    String response = post(path, "select 1");

    assertThat(RawHttp.status(response)).isEqualTo(404);
    assertThat(RawHttp.header(response, "Content-Type")).isEqualTo("text/plain");
    assertThat(RawHttp.body(response)).isEqualTo("404 page not found");
  }

  @Test
  void redirectsASlashTooMany() throws IOException {
    String response = post("/rest/sql/", "select 1");

    assertThat(RawHttp.status(response)).isEqualTo(307);
    assertThat(RawHttp.header(response, "Location")).isEqualTo("/rest/sql");
  }

  @Test
  void answersPings() throws IOException {
    String response = RawHttp.get(server.port(), "/-/ping");

    assertThat(RawHttp.status(response)).isEqualTo(200);
    assertThat(RawHttp.header(response, "Content-Length")).isEqualTo("0");
  }

  @Test
  void letsAnyOriginIn() throws IOException {
    String preflight =
        RawHttp.exchange(
            server.port(),
            "OPTIONS /rest/sql HTTP/1.1\r\nHost: x\r\nOrigin: http://a\r\nConnection: close\r\n\r\n");
    assertThat(RawHttp.status(preflight)).isEqualTo(204);
    assertThat(RawHttp.header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(RawHttp.header(preflight, "Access-Control-Expose-Headers")).isEmpty();
    assertThat(RawHttp.header(preflight, "Access-Control-Allow-Methods"))
        .isEqualTo("GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS");

    String response =
        RawHttp.post(server.port(), "/rest/sql", RawHttp.ROOT + "Origin: http://a\r\n", "select 1");
    assertThat(RawHttp.header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(RawHttp.header(response, "Access-Control-Expose-Headers"))
        .isEqualTo("Authorization");
  }

  @Test
  void refusesByNameWhatItDoesNotHave() throws IOException {
    String json = post("/opentsdb/v1/put/json/d", "{}");
    assertThat(RawHttp.status(json)).isEqualTo(500);
    assertThat(RawHttp.body(json))
        .isEqualTo(
            "{\"code\":500,\"message\":\"[0xffff] OpenTSDB JSON is not supported by the embedded server\"}");
  }

  @Test
  void readsChunkedBodies() throws IOException {
    String response =
        RawHttp.exchange(
            server.port(),
            "POST /rest/sql HTTP/1.1\r\nHost: x\r\n"
                + RawHttp.ROOT
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "5\r\nselec\r\n3\r\nt 1\r\n0\r\n\r\n");

    assertThat(RawHttp.body(response)).isEqualTo(ONE);
  }

  @Test
  void answersPipelinedRequestsInOrder() throws IOException {
    String request =
        "POST /rest/sql HTTP/1.1\r\nHost: x\r\n"
            + RawHttp.ROOT
            + "Content-Length: 8\r\n\r\nselect 1";
    String last =
        "POST /rest/sql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + RawHttp.ROOT
            + "Content-Length: 5\r\n\r\nuse d";
    String responses = RawHttp.exchange(server.port(), request + request + last);

    assertThat(responses.split("HTTP/1.1 200 OK", -1)).hasSize(4);
    assertThat(responses.indexOf("affected_rows")).isGreaterThan(responses.lastIndexOf("BIGINT"));
  }

  @Test
  void keepsTheConnection() throws IOException {
    String request =
        "POST /rest/sql HTTP/1.1\r\nHost: x\r\n"
            + RawHttp.ROOT
            + "Content-Length: 8\r\n\r\nselect 1";
    try (Socket socket = RawHttp.connect(server.port())) {
      for (int round = 0; round < 3; round++) {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(readUntil(socket.getInputStream(), "\r\n0\r\n\r\n")).contains(ONE);
      }
    }
  }

  private static String readUntil(InputStream input, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int next = input.read();
      assertThat(next).as("end of stream after " + text).isNotNegative();
      text.append((char) next);
    }
    return text.toString();
  }

  @Test
  void answersHttp10WithoutChunks() throws IOException {
    String response =
        RawHttp.exchange(
            server.port(),
            "POST /rest/sql HTTP/1.0\r\nHost: x\r\n"
                + RawHttp.ROOT
                + "Content-Length: 8\r\n\r\nselect 1");

    assertThat(RawHttp.header(response, "Transfer-Encoding")).isEmpty();
    assertThat(response).endsWith("\r\n\r\n" + ONE);
  }

  @Test
  void tellsAClientThatAsksToContinue() throws IOException {
    try (Socket socket = RawHttp.connect(server.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /rest/sql HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                      + RawHttp.ROOT
                      + "Content-Length: 8\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(readUntil(socket.getInputStream(), "\r\n\r\n")).startsWith("HTTP/1.1 100");
      socket.getOutputStream().write("select 1".getBytes(StandardCharsets.US_ASCII));
      assertThat(readUntil(socket.getInputStream(), "\r\n0\r\n\r\n")).contains(ONE);
    }
  }

  @Test
  void readsAndWritesGzip() throws IOException, InterruptedException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("select 1".getBytes(StandardCharsets.US_ASCII));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/rest/sql"))
            .header("Authorization", "Basic cm9vdDp0YW9zZGF0YQ==")
            .header("Content-Encoding", "gzip")
            .header("Accept-Encoding", "gzip, deflate")
            .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
            .build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(response.headers().firstValue("Vary"))
        .hasValueSatisfying(vary -> assertThat(vary).isEqualToIgnoringCase("Accept-Encoding"));
    try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(ONE);
    }
  }

  @Test
  void refusesABodyThatIsNotGzip() throws IOException {
    String response =
        RawHttp.post(
            server.port(), "/rest/sql", RawHttp.ROOT + "Content-Encoding: gzip\r\n", "nogzip");

    assertThat(RawHttp.status(response)).isEqualTo(400);
    assertThat(RawHttp.body(response)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "garbage\\r\\n\\r\\n                                   | 400 Bad Request",
        "GET /-/ping HTTP/1.1\\r\\n\\r\\n                      | 400 Bad Request: missing required Host header",
      })
  void refusesWhatIsNotHttp(String request, String body) throws IOException {
    String response = RawHttp.exchange(server.port(), request.replace("\\r\\n", "\r\n"));

    assertThat(RawHttp.status(response)).isEqualTo(400);
    assertThat(RawHttp.body(response)).isEqualTo(body);
  }

  @Test
  void refusesABodyThatIsTooLong() throws IOException {
    try (EmbeddedServer small =
        EmbeddedServer.start(service, ServerOptions.onLoopback().withMaximumMessageBytes(1000))) {
      String response = RawHttp.post(small.port(), "/rest/sql", RawHttp.ROOT, "x".repeat(1001));
      assertThat(RawHttp.status(response)).isEqualTo(413);
    }
  }

  @Test
  void streamsMoreRowsThanFitIntoMemoryAtOnce() throws IOException {
    int blocks = 300;
    byte[] block = Blocks.ofLongs(new long[4096]);
    service.on(
        "select many",
        session ->
            service.rows(
                List.of(new ResultColumn("v", TaosType.BIGINT, 8, 8, 0, 0)),
                Precision.MILLISECONDS,
                Collections.nCopies(blocks, block)));
    String body = RawHttp.body(post("/rest/sql", "select many"));

    assertThat(body).endsWith("[0],[0]],\"rows\":" + blocks * 4096 + "}");
    assertThat(body.chars().filter(character -> character == '0').count())
        .isGreaterThan(blocks * 4096L);
  }

  @Test
  void givesUpAResultWhoseReaderIsGone() throws Exception {
    byte[] block = Blocks.ofLongs(new long[4096]);
    Iterable<byte[]> endless = () -> Stream.generate(() -> block).iterator();
    service.on(
        "select endless",
        session ->
            service.rows(
                List.of(new ResultColumn("v", TaosType.BIGINT, 8, 8, 0, 0)),
                Precision.MILLISECONDS,
                endless));
    try (Socket socket = RawHttp.connect(server.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /rest/sql HTTP/1.1\r\nHost: x\r\n"
                      + RawHttp.ROOT
                      + "Content-Length: 14\r\n\r\nselect endless")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(100_000)).hasSize(100_000);
    }
    Await.until(() -> service.openResults() == 0 && service.openSessions() == 0);
  }

  @Test
  void breaksOffAResultThatFailsInTheMiddle() throws IOException {
    byte[] block = Blocks.ofLongs(new long[40_000]);
    service.on("select broken", session -> service.failing(List.of(block), 9999, "no more"));
    service.on("select refused", session -> service.failing(List.of(), 9999, "no more"));

    assertThat(post("/rest/sql", "select broken")).doesNotContain("\"rows\"");
    assertThat(RawHttp.body(post("/rest/sql", "select refused")))
        .startsWith("{\"code\":9999,\"desc\":\"no more\",\"timing\":");
  }

  @Test
  void tellsTheVgroupsOfTables() throws IOException {
    service.on(
        "select vgroup_id from information_schema.ins_tables where db_name = 'd' and table_name = 't'",
        session ->
            service.rows(
                List.of(new ResultColumn("vgroup_id", TaosType.INT, 4, 4, 0, 0)),
                Precision.MILLISECONDS,
                List.of(Blocks.ofInts(2))));

    assertThat(RawHttp.body(post("/rest/sql/d/vgid", "[\"t\"]")))
        .isEqualTo("{\"code\":0,\"vgIDs\":[2]}");
  }

  @Test
  void decodesCredentialsOfAnyCharacters() throws IOException {
    String other =
        Base64.getEncoder().encodeToString("root:täos:data".getBytes(StandardCharsets.UTF_8));
    String response =
        RawHttp.post(
            server.port(), "/rest/sql", "Authorization: Basic " + other + "\r\n", "select 1");

    assertThat(RawHttp.body(response)).contains("Authentication failure");
    assertThat(service.passwords()).contains("täos:data");
  }

  private String post(String path, String body) throws IOException {
    return RawHttp.post(server.port(), path, RawHttp.ROOT, body);
  }
}
