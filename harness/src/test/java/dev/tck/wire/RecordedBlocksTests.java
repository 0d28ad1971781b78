package dev.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds block reader and writer against blocks of a real server, whose REST answers say what is in
 * them.
 */
class RecordedBlocksTests {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  record Exchange(String caseName, String name, JsonNode answer, JsonNode ws, List<byte[]> blocks) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Exchange> exchanges() throws IOException {
    List<Exchange> exchanges = new ArrayList<>();
    for (String line : Recordings.lines("rest-3.3.6.6.ndjson")) {
      JsonNode exchange = JSON.readTree(line);
      if (exchange.has("blocks") && !exchange.path("blocks").isEmpty()) {
        List<byte[]> blocks = new ArrayList<>();
        exchange
            .path("blocks")
            .forEach(block -> blocks.add(HexFormat.of().parseHex(block.asText())));
        // Jackson reads -0 as an integer, and integers have no negative zero.
        exchanges.add(
            new Exchange(
                exchange.path("case").asText(),
                exchange.path("case").asText() + " " + exchange.path("sql").asText(),
                JSON.readTree(exchange.path("answer").asText().replace(",-0]", ",-0.0]")),
                exchange.path("ws"),
                blocks));
      }
    }
    return exchanges.stream();
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void readsWhatTheRestAnswerShows(Exchange exchange) {
    if (differsBetweenTwoAnswers(exchange)) {
      return;
    }
    Precision precision = Precision.ofId(exchange.ws().path("precision").asInt()).orElseThrow();
    List<List<Object>> read = new ArrayList<>();
    List<TaosType> types = List.of();
    for (byte[] bytes : exchange.blocks()) {
      ResultBlock block = new ResultBlock(bytes, 0, bytes.length);
      types = block.types();
      for (int row = 0; row < block.rows(); row++) {
        List<Object> cells = new ArrayList<>();
        for (int column = 0; column < block.columns(); column++) {
          cells.add(withoutDatabase(cell(block, column, row), exchange));
        }
        read.add(cells);
      }
    }
    List<List<Object>> shown = new ArrayList<>();
    for (JsonNode row : exchange.answer().path("data")) {
      List<Object> cells = new ArrayList<>();
      for (int column = 0; column < row.size(); column++) {
        cells.add(cell(row.path(column), types.get(column), precision));
      }
      shown.add(cells);
    }
    // The server was asked twice, and without ORDER BY (or with ties) the order is its own.
    assertThat(read).containsExactlyInAnyOrderElementsOf(shown);
  }

  // The recorder replaced the database's name in REST answers only.
  private static Object withoutDatabase(Object cell, Exchange exchange) {
    String database = "g_" + exchange.caseName().replace('-', '_');
    return cell instanceof String text ? text.replace(database, "$DB") : cell;
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void writesTheSameHeaderAndTheSameValues(Exchange exchange) {
    for (byte[] bytes : exchange.blocks()) {
      ResultBlock block = new ResultBlock(bytes, 0, bytes.length);
      byte[] written = ResultBlockWriter.toBytes(copy(block));
      ResultBlock reread = new ResultBlock(written, 0, written.length);
      int header = ResultBlockWriter.headerLength(block.columns());
      int describedTypes =
          ResultBlock.HEADER_BYTES + ResultBlock.COLUMN_INFO_BYTES * block.columns();
      if (written.length == bytes.length) {
        assertThat(HexFormat.of().formatHex(written, 0, header))
            .isEqualTo(HexFormat.of().formatHex(bytes, 0, header));
      } else {
        // Equal values of a real block may share their bytes, ours never do.
        assertThat(HexFormat.of().formatHex(written, 8, describedTypes))
            .isEqualTo(HexFormat.of().formatHex(bytes, 8, describedTypes));
      }
      for (int row = 0; row < block.rows(); row++) {
        for (int column = 0; column < block.columns(); column++) {
          assertThat(cell(reread, column, row)).isEqualTo(cell(block, column, row));
        }
      }
    }
  }

  // A user's time of creation, and the current database, which REST requests do not keep.
  private static boolean differsBetweenTwoAnswers(Exchange exchange) {
    return List.of("meta show users", "meta select database()").contains(exchange.name());
  }

  private static List<ColumnBuffer> copy(ResultBlock block) {
    List<ColumnBuffer> columns = new ArrayList<>();
    for (int column = 0; column < block.columns(); column++) {
      ColumnBuffer buffer = new ColumnBuffer(block.type(column), block.declaredBytes(column));
      for (int row = 0; row < block.rows(); row++) {
        append(buffer, block, column, row);
      }
      columns.add(buffer);
    }
    return columns;
  }

  private static void append(ColumnBuffer buffer, ResultBlock block, int column, int row) {
    if (block.isNull(column, row)) {
      buffer.appendNull();
      return;
    }
    switch (block.type(column)) {
      case BOOL -> buffer.appendBool(block.byteAt(column, row) != 0);
      case TINYINT, TINYINT_UNSIGNED -> buffer.appendInteger(block.byteAt(column, row));
      case SMALLINT, SMALLINT_UNSIGNED -> buffer.appendInteger(block.shortAt(column, row));
      case INT, INT_UNSIGNED -> buffer.appendInteger(block.intAt(column, row));
      case FLOAT -> buffer.appendFloat(block.floatAt(column, row));
      case DOUBLE -> buffer.appendDouble(block.doubleAt(column, row));
      case DECIMAL ->
          buffer.appendDecimal(block.decimalLow(column, row), block.decimalHigh(column, row));
      case VARCHAR, NCHAR, JSON, VARBINARY, GEOMETRY, BLOB ->
          buffer.appendBytes(
              block.bytes(), block.valueStart(column, row), block.valueLength(column, row));
      default -> buffer.appendInteger(block.longAt(column, row));
    }
  }

  /** Returns a cell of a block as a Java value that two sources can be compared by. */
  private static Object cell(ResultBlock block, int column, int row) {
    if (block.isNull(column, row)) {
      return "NULL";
    }
    return switch (block.type(column)) {
      case BOOL -> block.byteAt(column, row) != 0;
      case TINYINT -> BigInteger.valueOf(block.byteAt(column, row));
      case TINYINT_UNSIGNED -> BigInteger.valueOf(block.byteAt(column, row) & 0xFF);
      case SMALLINT -> BigInteger.valueOf(block.shortAt(column, row));
      case SMALLINT_UNSIGNED -> BigInteger.valueOf(block.shortAt(column, row) & 0xFFFF);
      case INT -> BigInteger.valueOf(block.intAt(column, row));
      case INT_UNSIGNED -> BigInteger.valueOf(block.intAt(column, row) & 0xFFFF_FFFFL);
      case BIGINT -> BigInteger.valueOf(block.longAt(column, row));
      case BIGINT_UNSIGNED -> new BigInteger(Long.toUnsignedString(block.longAt(column, row)));
      case FLOAT -> Float.floatToIntBits(block.floatAt(column, row));
      case DOUBLE -> Double.doubleToLongBits(block.doubleAt(column, row));
      case TIMESTAMP -> block.longAt(column, row);
      case VARCHAR, NCHAR -> block.textAt(column, row);
      case JSON -> tree(block.textAt(column, row));
      case VARBINARY, GEOMETRY, BLOB -> {
        int start = block.valueStart(column, row);
        yield HexFormat.of()
            .formatHex(block.bytes(), start, start + block.valueLength(column, row));
      }
      case DECIMAL64 ->
          new BigDecimal(BigInteger.valueOf(block.longAt(column, row)), block.decimalScale(column));
      case DECIMAL ->
          new BigDecimal(
              BigInteger.valueOf(block.decimalHigh(column, row))
                  .shiftLeft(64)
                  .add(new BigInteger(Long.toUnsignedString(block.decimalLow(column, row)))),
              block.decimalScale(column));
      case NULL -> "NULL";
    };
  }

  private static Object cell(JsonNode json, TaosType type, Precision precision) {
    if (json.isNull()) {
      return "NULL";
    }
    return switch (type) {
      case BOOL -> json.booleanValue();
      case FLOAT -> Float.floatToIntBits(Float.parseFloat(json.asText()));
      case DOUBLE -> Double.doubleToLongBits(Double.parseDouble(json.asText()));
      case TIMESTAMP -> {
        OffsetDateTime time = OffsetDateTime.parse(json.asText());
        yield time.toEpochSecond() * precision.unitsPerSecond()
            + time.getNano() / precision.nanosPerUnit();
      }
      case VARCHAR, NCHAR, VARBINARY, GEOMETRY, BLOB -> json.asText();
      case JSON -> json;
      case DECIMAL, DECIMAL64 -> new BigDecimal(json.asText());
      default -> json.bigIntegerValue();
    };
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
