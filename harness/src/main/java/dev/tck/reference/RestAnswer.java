package dev.tck.reference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.ColumnBuffer;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.ResultBlockWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON answer of {@code /rest/sql} as it arrives and turns rows into blocks.
 *
 * <p>Answers put {@code code} first, then {@code column_meta}, then {@code data} (protocol notes,
 * {@code rest.md} §4).
 */
final class RestAnswer implements QueryResult.ResultSet {
  private static final int BLOCK_ROWS = 4096;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(10_000)
                  .build())
          .build();

  private final JsonParser parser;
  private final List<ColumnInfo> columns;
  private final List<ColumnBuffer> buffers;
  private final RestCells cells = new RestCells();
  private boolean finished;

  private RestAnswer(JsonParser parser, List<ColumnInfo> columns) {
    this.parser = parser;
    this.columns = columns;
    this.buffers = columns.stream().map(RestAnswer::buffer).toList();
  }

  static QueryResult read(InputStream body, int status) throws IOException, TaosError {
    JsonParser parser = JSON.createParser(body);
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw TaosError.driver("HTTP " + status + " without a JSON object");
    }
    int code = 0;
    String message = "";
    List<ColumnInfo> columns = List.of();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "code" -> code = parser.getIntValue();
        case "desc" -> message = Objects.requireNonNullElse(parser.getText(), "");
        case "column_meta" -> columns = columns(parser);
        case "data" -> {
          if (code == 0 && value == JsonToken.START_ARRAY) {
            return result(parser, columns);
          }
          parser.skipChildren();
        }
        default -> parser.skipChildren();
      }
    }
    if (code != 0) {
      throw TaosError.server(code, message);
    }
    throw TaosError.driver("HTTP " + status + ": an answer without code and data");
  }

  private static QueryResult result(JsonParser parser, List<ColumnInfo> columns)
      throws IOException, TaosError {
    boolean affected =
        columns.size() == 1
            && columns.get(0).name().equals("affected_rows")
            && columns.get(0).type() == TaosType.INT;
    if (!affected) {
      return new RestAnswer(parser, columns);
    }
    try (parser) {
      if (parser.nextToken() == JsonToken.START_ARRAY
          && parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        return new QueryResult.Affected(parser.getLongValue());
      }
      throw TaosError.driver("no number of affected rows in the answer");
    }
  }

  private static List<ColumnInfo> columns(JsonParser parser) throws IOException, TaosError {
    List<ColumnInfo> columns = new ArrayList<>();
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      parser.nextToken();
      String name = parser.getText();
      parser.nextToken();
      String typeName = parser.getText();
      parser.nextToken();
      int length = parser.getIntValue();
      parser.nextToken();
      columns.add(column(name, typeName, length));
    }
    return List.copyOf(columns);
  }

  private static ColumnInfo column(String name, String typeName, int length) throws TaosError {
    TaosType type =
        TaosType.ofName(typeName)
            .orElseThrow(() -> TaosError.driver("unknown column type " + typeName));
    if (type != TaosType.DECIMAL) {
      return new ColumnInfo(name, type, length, 0, 0);
    }
    String[] arguments =
        typeName.substring(typeName.indexOf('(') + 1, typeName.length() - 1).split(",", -1);
    return new ColumnInfo(
        name,
        length == 8 ? TaosType.DECIMAL64 : TaosType.DECIMAL,
        length,
        Integer.parseInt(arguments[0].strip()),
        Integer.parseInt(arguments[1].strip()));
  }

  private static ColumnBuffer buffer(ColumnInfo column) {
    int declared =
        switch (column.type()) {
          case VARCHAR, VARBINARY, GEOMETRY, JSON, BLOB -> column.length() + 2;
          case NCHAR -> 4 * column.length() + 2;
          case DECIMAL, DECIMAL64 ->
              column.length() << 24 | column.precision() << 8 | column.scale();
          default -> column.length();
        };
    return new ColumnBuffer(column.type(), declared);
  }

  @Override
  public List<ColumnInfo> columns() {
    return columns;
  }

  @Override
  public Precision precision() {
    return cells.precision();
  }

  @Override
  public @Nullable ResultBlock nextBlock() throws TaosError {
    if (finished) {
      return null;
    }
    try {
      buffers.forEach(ColumnBuffer::clear);
      int rows = 0;
      while (rows < BLOCK_ROWS && parser.nextToken() == JsonToken.START_ARRAY) {
        for (int column = 0; column < columns.size(); column++) {
          parser.nextToken();
          cells.append(parser, columns.get(column), buffers.get(column));
        }
        parser.nextToken();
        rows++;
      }
      if (rows < BLOCK_ROWS) {
        close();
      }
      if (rows == 0) {
        return null;
      }
      byte[] block = ResultBlockWriter.toBytes(buffers);
      return new ResultBlock(block, 0, block.length);
    } catch (IOException e) {
      throw TaosError.driver("the answer broke off: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws TaosError {
    finished = true;
    try {
      parser.close();
    } catch (IOException e) {
      throw TaosError.driver("the answer broke off: " + e.getMessage(), e);
    }
  }
}
