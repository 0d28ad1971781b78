package dev.tck.embedded.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tck.values.Precision;
import dev.tck.wire.ResultBlock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Reads the cells of result blocks as REST answers show them. */
final class BlockCells {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private BlockCells() {}

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static List<List<JsonNode>> rows(byte[] bytes, Precision precision) {
    ResultBlock block = new ResultBlock(bytes, 0, bytes.length);
    List<List<JsonNode>> rows = new ArrayList<>();
    for (int row = 0; row < block.rows(); row++) {
      List<JsonNode> cells = new ArrayList<>();
      for (int column = 0; column < block.columns(); column++) {
        cells.add(
            block.isNull(column, row) ? NullNode.instance : cell(block, column, row, precision));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static JsonNode cell(ResultBlock block, int column, int row, Precision precision) {
    return switch (block.type(column)) {
      case BOOL -> BooleanNode.valueOf(block.byteAt(column, row) != 0);
      case TINYINT -> number(block.byteAt(column, row));
      case SMALLINT -> number(block.shortAt(column, row));
      case INT -> number(block.intAt(column, row));
      case BIGINT -> number(block.longAt(column, row));
      case TINYINT_UNSIGNED -> number(block.byteAt(column, row) & 0xFF);
      case SMALLINT_UNSIGNED -> number(block.shortAt(column, row) & 0xFFFF);
      case INT_UNSIGNED -> number(block.intAt(column, row) & 0xFFFF_FFFFL);
      case BIGINT_UNSIGNED ->
          decimal(new BigDecimal(Long.toUnsignedString(block.longAt(column, row))));
      case FLOAT -> decimal(new BigDecimal(Float.toString(block.floatAt(column, row))));
      case DOUBLE -> decimal(new BigDecimal(Double.toString(block.doubleAt(column, row))));
      case TIMESTAMP -> TextNode.valueOf(time(block.longAt(column, row), precision));
      case VARCHAR, NCHAR -> TextNode.valueOf(block.textAt(column, row));
      case JSON -> parse(block.textAt(column, row));
      case VARBINARY, GEOMETRY, BLOB -> TextNode.valueOf(hex(block, column, row));
      case DECIMAL64 ->
          TextNode.valueOf(
              BigDecimal.valueOf(block.longAt(column, row), block.decimalScale(column))
                  .toPlainString());
      case DECIMAL -> TextNode.valueOf(longDecimal(block, column, row));
      case NULL -> NullNode.instance;
    };
  }

  private static JsonNode number(long value) {
    return decimal(BigDecimal.valueOf(value));
  }

  private static JsonNode decimal(BigDecimal value) {
    return DecimalNode.valueOf(value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
  }

  private static String hex(ResultBlock block, int column, int row) {
    int start = block.valueStart(column, row);
    return HexFormat.of()
        .formatHex(
            Arrays.copyOfRange(block.bytes(), start, start + block.valueLength(column, row)));
  }

  private static String longDecimal(ResultBlock block, int column, int row) {
    BigInteger low = new BigInteger(Long.toUnsignedString(block.decimalLow(column, row)));
    BigInteger value = BigInteger.valueOf(block.decimalHigh(column, row)).shiftLeft(64).add(low);
    return new BigDecimal(value, block.decimalScale(column)).toPlainString();
  }

  private static String time(long value, Precision precision) {
    long perSecond = precision.unitsPerSecond();
    LocalDateTime time =
        LocalDateTime.ofInstant(
            Instant.ofEpochSecond(
                Math.floorDiv(value, perSecond),
                Math.floorMod(value, perSecond) * precision.nanosPerUnit()),
            ZoneOffset.UTC);
    String fraction = "S".repeat(precision.digits());
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss." + fraction + "'Z'").format(time);
  }

  /** Returns numbers without trailing zeros, so that equal numbers are equal nodes. */
  static JsonNode normalised(JsonNode node) {
    return node.isNumber() ? decimal(node.decimalValue()) : node;
  }

  static JsonNodeFactory nodes() {
    return JsonNodeFactory.instance;
  }
}
