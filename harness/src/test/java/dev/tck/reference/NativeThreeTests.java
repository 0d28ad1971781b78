package dev.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import dev.tck.wire.ResultBlock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Speaks to a stub of libtaos 3.3.6.6 that hands out recorded blocks. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NativeThreeTests extends StubbedConnection {
  private static final int NAME_BYTES = 65;

  @Override
  StubLibrary.Version version() {
    return StubLibrary.Version.THREE;
  }

  @Test
  void tellsTheLibrarysVersion() {
    assertThat(connector.libraryVersion()).isEqualTo("3.3.6.6");
  }

  @Test
  void handsOutRecordedBlocksAsTheyAre() throws Exception {
    List<JsonNode> exchanges = recorded();
    assertThat(exchanges).hasSizeGreaterThan(100);
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      for (JsonNode exchange : exchanges) {
        JsonNode ws = exchange.path("ws");
        Path file = written(ws, blocks(exchange));
        QueryResult.ResultSet result = resultSet(connection, "file " + file);
        assertColumns(result.columns(), ws);
        assertThat(result.precision().id()).isEqualTo(ws.path("precision").asInt());
        assertThat(ResultValues.drain(result))
            .as(exchange.path("sql").asText())
            .isEqualTo(valuesOf(blocks(exchange), result.precision()));
      }
    }
  }

  private static void assertColumns(List<ColumnInfo> columns, JsonNode ws) {
    assertThat(columns).hasSize(ws.path("fields_count").asInt());
    for (int index = 0; index < columns.size(); index++) {
      ColumnInfo column = columns.get(index);
      assertThat(column.name()).isEqualTo(ws.path("fields_names").path(index).asText());
      assertThat(column.type().id()).isEqualTo(ws.path("fields_types").path(index).asInt());
      assertThat(column.length()).isEqualTo(ws.path("fields_lengths").path(index).asInt());
      assertThat(column.precision()).isEqualTo(ws.path("fields_precisions").path(index).asInt());
      assertThat(column.scale()).isEqualTo(ws.path("fields_scales").path(index).asInt());
    }
  }

  private static List<List<Value>> valuesOf(List<byte[]> blocks, Precision precision) {
    List<List<Value>> rows = new ArrayList<>();
    for (byte[] bytes : blocks) {
      ResultBlock block = new ResultBlock(bytes, 0, bytes.length);
      for (int row = 0; row < block.rows(); row++) {
        rows.add(ResultValues.row(block, row, precision));
      }
    }
    return rows;
  }

  private static List<JsonNode> recorded() throws IOException {
    List<JsonNode> exchanges = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            NativeThreeTests.class.getResourceAsStream("/recordings/rest-3.3.6.6.ndjson"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        JsonNode exchange = JsonMapper.builder().build().readTree(line);
        if (!exchange.path("blocks").isEmpty() && exchange.path("ws").has("fields_precisions")) {
          exchanges.add(exchange);
        }
      }
    }
    return exchanges;
  }

  private static List<byte[]> blocks(JsonNode exchange) {
    List<byte[]> blocks = new ArrayList<>();
    exchange.path("blocks").forEach(hex -> blocks.add(HexFormat.of().parseHex(hex.asText())));
    return blocks;
  }

  private Path written(JsonNode ws, List<byte[]> blocks) throws IOException {
    List<Field> fields = new ArrayList<>();
    for (int index = 0; index < ws.path("fields_count").asInt(); index++) {
      fields.add(
          new Field(
              ws.path("fields_names").path(index).asText(),
              ws.path("fields_types").path(index).asInt(),
              ws.path("fields_precisions").path(index).asInt(),
              ws.path("fields_scales").path(index).asInt(),
              ws.path("fields_lengths").path(index).asInt()));
    }
    return written(fields, ws.path("precision").asInt(), blocks);
  }

  private record Field(String name, int type, int precision, int scale, int bytes) {}

  private Path written(List<Field> fields, int precision, List<byte[]> blocks) throws IOException {
    int size = 12 + fields.size() * (NAME_BYTES + 16);
    size += blocks.stream().mapToInt(block -> 8 + block.length).sum();
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(fields.size()).putInt(precision).putInt(blocks.size());
    for (Field field : fields) {
      byte[] name = new byte[NAME_BYTES];
      byte[] text = field.name().getBytes(StandardCharsets.UTF_8);
      System.arraycopy(text, 0, name, 0, Math.min(text.length, NAME_BYTES - 1));
      file.put(name).putInt(field.type()).putInt(field.precision()).putInt(field.scale());
      file.putInt(field.bytes());
    }
    for (byte[] block : blocks) {
      int rows = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
      file.putInt(rows).putInt(block.length).put(block);
    }
    return Files.write(folder.resolve("result"), file.array());
  }

  @Test
  void readsLongNamesAndTheDigitsOfDecimals() throws Exception {
    String longest = "ü".repeat(32);
    Path file =
        written(
            List.of(new Field(longest, 17, 38, 37, 16), new Field("d", 21, 18, 2, 8)),
            2,
            List.of());
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      QueryResult.ResultSet result = resultSet(connection, "file " + file);
      assertThat(result.columns())
          .containsExactly(
              new ColumnInfo(longest, TaosType.DECIMAL, 16, 38, 37),
              new ColumnInfo("d", TaosType.DECIMAL64, 8, 18, 2));
      assertThat(result.precision()).isEqualTo(Precision.NANOSECONDS);
      assertThat(ResultValues.drain(result)).isEmpty();
    }
  }

  @Test
  void saysThatABlockCannotBeRead() throws Exception {
    byte[] broken = new byte[40];
    ByteBuffer.wrap(broken)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(1)
        .putInt(40)
        .putInt(1)
        .putInt(99);
    Path file = written(List.of(new Field("n", 4, 0, 0, 4)), 0, List.of(broken));
    try (TaosConnection connection = connector.connect(OPTIONS);
        QueryResult.ResultSet result = resultSet(connection, "file " + file)) {
      assertDriverError(result::nextBlock, "a block that cannot be read");
    }
  }

  @Test
  void saysThatABlockOfNegativeLengthCannotBeRead() throws Exception {
    byte[] broken = new byte[40];
    ByteBuffer.wrap(broken).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putInt(-1).putInt(1).putInt(1);
    Path file = written(List.of(new Field("n", 4, 0, 0, 4)), 0, List.of(broken));
    try (TaosConnection connection = connector.connect(OPTIONS);
        QueryResult.ResultSet result = resultSet(connection, "file " + file)) {
      assertDriverError(result::nextBlock, "a block that cannot be read");
    }
  }

  @Test
  void countsMoreAffectedRowsThanAnIntHolds() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      assertThat(connection.query("affect 4294967298"))
          .isEqualTo(new QueryResult.Affected(4_294_967_298L));
    }
  }

  @Test
  void masksCodesAndKeepsMessages() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      assertServerError(() -> connection.query("fail 2603"), 0x2603, "schlägt fehl: 报警");
      assertServerError(() -> connection.query("nothing"), 0x0102, "Out of memory");
      assertThat(rows(connection, "empty")).isEmpty();
    }
  }

  @Test
  void reportsAnErrorOfAFetchAndFreesTheResult() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS);
        QueryResult.ResultSet result = resultSet(connection, "fails later")) {
      assertServerError(result::nextBlock, 0x0013, "the server went away");
    }
  }

  @Test
  void refusesAnUnknownTypeAndFreesTheResult() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS)) {
      assertDriverError(() -> connection.query("unknown type"), "99");
    }
  }

  @Test
  void reportsWhyAConnectionIsRefused() {
    assertServerError(
        () -> connector.connect(ConnectOptions.of("localhost", 60_300, "root", "wrong")),
        0x0357,
        "Authentication failure");
    assertServerError(
        () -> connector.connect(OPTIONS.withDatabase("missing")), 0x0388, "Database not exist");
    assertServerError(
        () -> connector.connect(ConnectOptions.of("elsewhere", 60_300, "root", "pässword")),
        0x000B,
        "Unable to establish connection");
    assertThat(library.count("opened")).isZero();
  }

  @Test
  void setsTheTimeZoneOfAConnection() throws Exception {
    try (TaosConnection connection = connector.connect(OPTIONS.withTimeZone("Asia/Shanghai"))) {
      assertThat(library.zone()).isEqualTo("Asia/Shanghai");
      assertThat(rows(connection, "empty")).isEmpty();
    }
  }

  @Test
  void closesAConnectionWhoseTimeZoneIsRefused() {
    assertServerError(
        () -> connector.connect(OPTIONS.withTimeZone("where?")), 0x0115, "this is no time zone");
    assertThat(library.count("opened")).isOne();
  }

  @Test
  void killsARunningQueryBeforeItCloses() throws Exception {
    Path gate = folder.resolve("gate");
    TaosConnection connection = connector.connect(OPTIONS);
    try (RunningQuery query = RunningQuery.start(connection, gate)) {
      connection.close();
      assertServerError(query::outcome, 0x0115, "the query was killed");
    }
    assertThat(library.count("kills")).isOne();
  }

  @Test
  void refusesWorkOnAClosedConnection() throws Exception {
    TaosConnection connection = connector.connect(OPTIONS);
    connection.close();
    connection.close();
    assertDriverError(() -> connection.query("affect 1"), "the connection is closed");
  }
}
