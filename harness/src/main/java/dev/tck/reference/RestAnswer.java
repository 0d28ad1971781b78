package dev.tck.reference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.ColumnBuffer;
import dev.tck.wire.ResultBlock;
import dev.tck.wire.ResultBlockWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern DECIMAL_ARGUMENTS =
      Pattern.compile("\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\)$");

  private final JsonParser parser;
  private final List<ColumnInfo> columns;
  private final List<ColumnBuffer> buffers;
  private final RestCells cells;
  private long rowsRead;
  private boolean finished;

  private RestAnswer(JsonParser parser, List<ColumnInfo> columns, boolean two) {
    this.cells = new RestCells(two);
    this.parser = parser;
    this.columns = columns;
    this.buffers = columns.stream().map(RestAnswer::buffer).toList();
  }

  /**
   * Reads an answer up to its rows.
   *
   * @param status is the HTTP status, for messages
   * @param ofTwo is told if a server of 2.x wrote the answer
   * @throws TaosError if the server reports an error, or the answer is none of TDengine's
   */
  static QueryResult read(InputStream body, int status, Runnable ofTwo) throws TaosError {
    try {
      JsonParser parser = JSON.createParser(body);
      if (!startsObject(parser)) {
        throw TaosError.driver("HTTP " + status + " without a JSON object");
      }
      return read(parser, status, ofTwo);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static boolean startsObject(JsonParser parser) throws IOException {
    try {
      return parser.nextToken() == JsonToken.START_OBJECT;
    } catch (JsonParseException e) {
      return false;
    }
  }

  private static QueryResult read(JsonParser parser, int status, Runnable ofTwo)
      throws IOException, TaosError {
    int code = 0;
    String message = "";
    boolean two = false;
    List<ColumnInfo> columns = List.of();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        // Only 2.x has it.
        case "status" -> {
          two = true;
          ofTwo.run();
        }
        case "code" -> code = parser.getIntValue();
        case "desc" -> message = Objects.requireNonNullElse(parser.getText(), "");
        case "column_meta" -> columns = columns(parser);
        case "data" -> {
          if (code == 0 && value == JsonToken.START_ARRAY) {
            return result(parser, columns, two);
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

  private static QueryResult result(JsonParser parser, List<ColumnInfo> columns, boolean two)
      throws IOException, TaosError {
    boolean affected =
        columns.size() == 1
            && columns.get(0).name().equals("affected_rows")
            && columns.get(0).type() == TaosType.INT;
    RestAnswer answer = new RestAnswer(parser, columns, two);
    if (!affected) {
      return answer;
    }
    ResultBlock block = answer.nextBlock();
    if (block == null || block.rows() != 1 || block.isNull(0, 0) || answer.nextBlock() != null) {
      throw TaosError.driver("no number of affected rows in the answer");
    }
    return new QueryResult.Affected(block.intAt(0, 0));
  }

  private static List<ColumnInfo> columns(JsonParser parser) throws IOException, TaosError {
    expect(JsonToken.START_ARRAY, parser.currentToken());
    List<ColumnInfo> columns = new ArrayList<>();
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      expect(JsonToken.VALUE_STRING, parser.nextToken());
      String name = parser.getText();
      TaosType byId = null;
      if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        int id = parser.getIntValue();
        byId = TaosType.ofId(id).orElseThrow(() -> TaosError.driver("unknown column type " + id));
      } else {
        expect(JsonToken.VALUE_STRING, parser.currentToken());
      }
      String typeName = parser.getText();
      expect(JsonToken.VALUE_NUMBER_INT, parser.nextToken());
      int length = parser.getIntValue();
      columns.add(
          byId == null ? column(name, typeName, length) : new ColumnInfo(name, byId, length, 0, 0));
      expect(JsonToken.END_ARRAY, parser.nextToken());
    }
    expect(JsonToken.END_ARRAY, parser.currentToken());
    return List.copyOf(columns);
  }

  private static void expect(JsonToken due, @Nullable JsonToken found) throws TaosError {
    if (found != due) {
      throw TaosError.driver(
          "the answer cannot be read: "
              + (found == null ? "its end" : found)
              + " where "
              + due
              + " was due");
    }
  }

  private static ColumnInfo column(String name, String typeName, int length) throws TaosError {
    TaosType type =
        TaosType.ofName(typeName)
            .orElseThrow(() -> TaosError.driver("unknown column type " + typeName));
    if (type != TaosType.DECIMAL) {
      return new ColumnInfo(name, type, length, 0, 0);
    }
    Matcher arguments = DECIMAL_ARGUMENTS.matcher(typeName);
    if (!arguments.find()) {
      throw TaosError.driver("a column type without precision and scale: " + typeName);
    }
    return new ColumnInfo(
        name,
        length == 8 ? TaosType.DECIMAL64 : TaosType.DECIMAL,
        length,
        Integer.parseInt(arguments.group(1)),
        Integer.parseInt(arguments.group(2)));
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
      int rows = readRows();
      rowsRead += rows;
      if (rows < BLOCK_ROWS) {
        readEnd();
        close();
      }
      if (rows == 0) {
        return null;
      }
      byte[] block = ResultBlockWriter.toBytes(buffers);
      return new ResultBlock(block, 0, block.length);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private int readRows() throws IOException, TaosError {
    int rows = 0;
    while (rows < BLOCK_ROWS && parser.nextToken() == JsonToken.START_ARRAY) {
      for (int column = 0; column < columns.size(); column++) {
        parser.nextToken();
        cells.append(parser, columns.get(column), buffers.get(column));
      }
      expect(JsonToken.END_ARRAY, parser.nextToken());
      rows++;
    }
    return rows;
  }

  // An answer that was cut after a row would look like a shorter one.
  private void readEnd() throws IOException, TaosError {
    expect(JsonToken.END_ARRAY, parser.currentToken());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean counts = parser.currentName().equals("rows");
      parser.nextToken();
      // 2.x counts the rows of the statements before it too, where the address names a database.
      if (counts && !cells.areOfTwo() && parser.getLongValue() != rowsRead) {
        throw TaosError.driver(
            "the answer says " + parser.getText() + " rows and holds " + rowsRead);
      }
      parser.skipChildren();
    }
    expect(JsonToken.END_OBJECT, parser.currentToken());
  }

  /** Returns the error that a failure to read the answer comes to. */
  static TaosError unreadable(IOException problem) {
    if (problem instanceof HttpTimeoutException) {
      return TaosError.timeout(String.valueOf(problem.getMessage()));
    } else if (problem instanceof JsonProcessingException json
        && !(problem instanceof JsonEOFException)) {
      return TaosError.driver("the answer cannot be read: " + json.getOriginalMessage(), problem);
    }
    return TaosError.driver("the answer broke off: " + problem.getMessage(), problem);
  }

  @Override
  public void close() throws TaosError {
    finished = true;
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
