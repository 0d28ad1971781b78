package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tck.doubles.RestStub;
import dev.tck.doubles.RestStub.Answer;
import dev.tck.doubles.RestStub.Manner;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the REST connection against a server that answers well, badly and not at all. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RestConnectionTests {
  // As TDengine 3.3.6.6 answers (recordings/rest-3.3.6.6.ndjson has the form).
  private static final String ONE =
      "{\"code\":0,\"column_meta\":[[\"1\",\"BIGINT\",8]],\"data\":[[1]],\"rows\":1}";
  private static final String AFFECTED =
      "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[3]],\"rows\":1}";

  private Answer answer = RestStub.json(ONE);
  private final RestStub server =
      new RestStub(
          call ->
              call.sql().startsWith("use ") || call.sql().equals("select 1")
                  ? RestStub.json(ONE)
                  : answer);
  private final ReferenceConnector connector = new ReferenceConnector();

  @AfterEach
  void stop() {
    server.close();
  }

  private ConnectOptions options() {
    return ConnectOptions.of("127.0.0.1", server.port(), "root", "taosdata");
  }

  private TaosConnection connect() throws TaosError {
    return connector.connect(ReferenceConnector.Interface.REST, options());
  }

  private List<List<Value>> rows(String body) throws TaosError {
    return rows(RestStub.json(body));
  }

  private List<List<Value>> rows(Answer given) throws TaosError {
    answer = given;
    try (TaosConnection connection = connect()) {
      return ResultValues.drain((QueryResult.ResultSet) connection.query("select"));
    }
  }

  private TaosError error(Answer given) {
    return catchThrowableOfType(TaosError.class, () -> rows(given));
  }

  @Test
  void countsAffectedRows() throws TaosError {
    answer = RestStub.json(AFFECTED);
    try (TaosConnection connection = connect()) {
      assertThat(connection.query("insert")).isEqualTo(new QueryResult.Affected(3));
      assertThat(connection.execute("insert")).isEqualTo(3);
    }
  }

  @Test
  void namesUserDatabaseAndZoneAsTheProtocolWants() throws TaosError {
    ConnectOptions special =
        ConnectOptions.of("127.0.0.1", server.port(), "u", "p:w%20+")
            .withDatabase("a b")
            .withTimeZone("America/Port-au-Prince");
    connector.connect(ReferenceConnector.Interface.REST, special).close();
    RestStub.Call call = server.calls().get(0);
    assertThat(call.uri()).isEqualTo("/rest/sql/a%20b?conn_tz=America%2FPort-au-Prince");
    assertThat(call.login()).isEqualTo("u:p:w%20+");
    assertThat(call.sql()).isEqualTo("use `a b`");
  }

  @Test
  void unzipsAnswers() throws TaosError {
    assertThat(rows(RestStub.json(ONE).in(Manner.GZIP)))
        .containsExactly(List.of(Value.Int.of(IntegerKind.I64, 1)));
    assertThat(server.calls().get(1).headers()).containsEntry("accept-encoding", "gzip");
  }

  @Test
  void handsOutLargeAnswersBlockByBlock() throws TaosError {
    int many = 10_000;
    String data =
        IntStream.range(0, many)
            .mapToObj(row -> "[" + row + ",\"row" + row + "\"]")
            .collect(Collectors.joining(","));
    answer =
        RestStub.json(
            "{\"code\":0,\"column_meta\":[[\"n\",\"INT\",4],[\"s\",\"VARCHAR\",16]],\"data\":["
                + data
                + "],\"rows\":10000}");
    try (TaosConnection connection = connect()) {
      QueryResult.ResultSet result = (QueryResult.ResultSet) connection.query("select");
      assertThat(result.columns())
          .containsExactly(
              new ColumnInfo("n", TaosType.INT, 4, 0, 0),
              new ColumnInfo("s", TaosType.VARCHAR, 16, 0, 0));
      RowCursor cursor = new RowCursor(result);
      for (int row = 0; row < many; row++) {
        assertThat(cursor.advance()).isTrue();
        assertThat(cursor.hasMore()).isTrue();
        assertThat(cursor.values())
            .containsExactly(
                Value.Int.of(IntegerKind.I32, row), new Value.Text(false, "row" + row));
      }
      assertThat(cursor.advance()).isFalse();
      assertThat(cursor.hasMore()).isFalse();
      assertThatThrownBy(cursor::values).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void goesOnAfterAResultThatWasNotReadToItsEnd() throws TaosError {
    try (TaosConnection connection = connect()) {
      QueryResult.ResultSet unread = (QueryResult.ResultSet) connection.query("select v");
      unread.close();
      assertThat(unread.nextBlock()).isNull();
      assertThat(connection.execute("select v")).isZero();
    }
  }

  @Test
  void readsTimestampsInThePrecisionOfTheirDigits() throws TaosError {
    String meta = "{\"code\":0,\"column_meta\":[[\"ts\",\"TIMESTAMP\",8]],\"data\":[[\"";
    assertThat(rows(meta + "2023-11-14T22:13:20.001Z\"]],\"rows\":1}"))
        .containsExactly(List.of(new Value.Timestamp(1_700_000_000_001L, Precision.MILLISECONDS)));
    assertThat(rows(meta + "1969-12-31T23:59:59.999999Z\"]],\"rows\":1}"))
        .containsExactly(List.of(new Value.Timestamp(-1, Precision.MICROSECONDS)));
    assertThat(rows(meta + "2023-11-15T06:13:20.000000001+08:00\"]],\"rows\":1}"))
        .containsExactly(
            List.of(new Value.Timestamp(1_700_000_000_000_000_001L, Precision.NANOSECONDS)));
    assertThat(rows(meta + "2023-11-14T18:43:20.000-03:30\"]],\"rows\":1}"))
        .containsExactly(List.of(new Value.Timestamp(1_700_000_000_000L, Precision.MILLISECONDS)));
  }

  @Test
  void reportsTheServersErrorWithItsCode() {
    TaosError error = error(RestStub.json("{\"code\":9731,\"desc\":\"Table does not exist\"}"));
    assertThat(error.origin()).isEqualTo(TaosError.Origin.SERVER);
    assertThat(error.code()).isEqualTo(0x2603);
    assertThat(error).hasMessage("Table does not exist");
  }

  @Test
  void masksCodesThatCarryTheUpperBits() {
    // 0x80002603 as a signed 32-bit number, as libtaos has it.
    TaosError error = error(RestStub.json("{\"code\":-2147473917,\"desc\":\"no table\"}"));
    assertThat(error.code()).isEqualTo(0x2603);
  }

  @Test
  void reportsARefusedLoginWhenConnecting() {
    try (RestStub strict =
        new RestStub(
            call -> RestStub.json("{\"code\":4357,\"desc\":\"no auth info input\"}").status(401))) {
      TaosError error =
          catchThrowableOfType(
              TaosError.class,
              () ->
                  connector.connect(
                      ReferenceConnector.Interface.REST,
                      ConnectOptions.of("127.0.0.1", strict.port(), "root", "x")));
      assertThat(error.origin()).isEqualTo(TaosError.Origin.SERVER);
      assertThat(error.code()).isEqualTo(0x1105);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, 404 page not found",
    "500, <html>oops</html>",
    "502, ''",
    "200, ''",
    "503, \"m\""
  })
  void saysWithWhichStatusSomethingElseAnswered(int status, String body) {
    TaosError error = error(RestStub.text(status, body));
    assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
    assertThat(error).hasMessage("HTTP " + status + " without a JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"code\":0}",
        "{\"code\":0,\"data\":7}",
        "{\"code\":\"none\",\"desc\":\"\"}",
        "{\"code\":0,\"column_meta\":7,\"data\":[]}",
        "{\"code\":0,\"column_meta\":[7],\"data\":[]}",
        "{\"code\":0,\"column_meta\":[[]],\"data\":[]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\"]],\"data\":[]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",\"4\"]],\"data\":[]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"WORD\",4]],\"data\":[]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"DECIMAL\",16]],\"data\":[]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"DECIMAL(a,b)\",16]],\"data\":[]}",
        "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[],\"rows\":0}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[7]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[]]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[1,2]]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"VARCHAR\",4]],\"data\":[[]]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"VARCHAR\",4],[\"w\",\"VARCHAR\",4]],\"data\":[[\"a\"]]}",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[1],",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[1]",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[1]]",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[1]],\"rows\":2}",
      })
  void refusesAnswersThatContradictThemselves(String body) {
    TaosError error = error(RestStub.json(body));
    assertThat(error).as("an error instead of values").isNotNull();
    assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "BOOL, 1, 1",
        "BOOL, 1, '\"true\"'",
        "TINYINT, 1, 128",
        "TINYINT UNSIGNED, 1, 256",
        "TINYINT UNSIGNED, 1, -1",
        "SMALLINT, 2, -32769",
        "SMALLINT UNSIGNED, 2, 65536",
        "INT, 4, 2147483648",
        "INT, 4, 1.5",
        "INT, 4, '\"1\"'",
        "INT UNSIGNED, 4, 4294967296",
        "BIGINT, 8, 9223372036854775808",
        "BIGINT, 8, true",
        "BIGINT UNSIGNED, 8, 18446744073709551616",
        "BIGINT UNSIGNED, 8, -1",
        "FLOAT, 4, '\"1.5\"'",
        "DOUBLE, 8, []",
        "TIMESTAMP, 8, 1700000000000",
        "TIMESTAMP, 8, '\"\"'",
        "TIMESTAMP, 8, '\"yesterday\"'",
        "TIMESTAMP, 8, '\"2023-11-14T22:13:20.1Z\"'",
        "TIMESTAMP, 8, '\"2023-11-14T22:13:20.001\"'",
        "TIMESTAMP, 8, '\"2023-11-14 22:13\"'",
        "VARCHAR, 4, 7",
        "NCHAR, 4, {}",
        "VARBINARY, 4, '\"0x01\"'",
        "VARBINARY, 4, '\"012\"'",
        "GEOMETRY, 4, 7",
        "'DECIMAL(10,2)', 8, '\"1.5\"'",
        "'DECIMAL(10,2)', 8, '\"one\"'",
        "'DECIMAL(10,2)', 8, 1.50",
        "'DECIMAL(38,2)', 16, '\"1.505\"'",
        "'DECIMAL(38,0)', 16, '\"999999999999999999999999999999999999999\"'",
      })
  void refusesACellThatItsTypeCannotHave(String type, int length, String cell) {
    TaosError error =
        error(
            RestStub.json(
                "{\"code\":0,\"column_meta\":[[\"v\",\""
                    + type
                    + "\","
                    + length
                    + "]],\"data\":[["
                    + cell
                    + "]],\"rows\":1}"));
    assertThat(error).as("an error instead of a value").isNotNull();
    assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
    assertThat(error).hasMessageContaining("column v of type " + type.replaceAll("[(].*", ""));
  }

  @Test
  void saysThatAnAnswerBrokeOff() {
    TaosError error = error(RestStub.json(ONE.substring(0, 60)).in(Manner.CUT));
    assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
    assertThat(error).hasMessageStartingWith("the answer broke off");
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"SILENT", "STALLED"})
  void givesUpWaitingAfterTheTimeout(Manner manner) throws TaosError {
    answer = RestStub.json(ONE.substring(0, 60)).in(manner);
    ConnectOptions hasty = options().withTimeout(Duration.ofMillis(300));
    try (TaosConnection connection = connector.connect(ReferenceConnector.Interface.REST, hasty)) {
      TaosError error = catchThrowableOfType(TaosError.class, () -> connection.execute("select v"));
      assertThat(error.origin()).isEqualTo(TaosError.Origin.TIMEOUT);
      answer = RestStub.json(AFFECTED);
      assertThat(connection.execute("insert")).isEqualTo(3);
    }
  }

  @Test
  void saysThatNobodyListens() {
    int port = server.port();
    server.close();
    TaosError error =
        catchThrowableOfType(
            TaosError.class,
            () ->
                connector.connect(
                    ReferenceConnector.Interface.REST,
                    ConnectOptions.of("127.0.0.1", port, "root", "secret!")));
    assertThat(error.origin()).isEqualTo(TaosError.Origin.DRIVER);
    assertThat(error).hasMessageContaining("127.0.0.1:" + port).hasMessageNotContaining("secret!");
  }

  @Test
  void refusesStatementsAfterItWasClosed() throws TaosError {
    TaosConnection connection = connect();
    connection.close();
    connection.close();
    assertThatThrownBy(() -> connection.execute("select 1")).hasMessage("connection closed");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void keepsThePasswordOutOfItsOptionsText() {
    assertThat(options().withDatabase("d").toString())
        .isEqualTo("ConnectOptions[root@127.0.0.1:" + server.port() + "/d]");
    assertThat(ConnectOptions.of("::1", 6041, "u", "p").authority()).isEqualTo("[::1]:6041");
  }
}
