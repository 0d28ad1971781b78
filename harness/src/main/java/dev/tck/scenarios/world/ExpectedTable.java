package dev.tck.scenarios.world;

import dev.tck.values.FloatText;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the table of a Then step: a header of {@code name type} cells, then rows of values written
 * as the type prints them.
 *
 * <p>{@code NULL} is SQL NULL; text stands as it is, or in double quotes where blanks or {@code
 * NULL} itself are meant; bytes are hexadecimal; a timestamp is a count in the database's precision
 * or RFC 3339.
 */
public record ExpectedTable(List<Column> columns, List<List<Value>> rows) {
  private static final Pattern DECIMAL =
      Pattern.compile("\\w+\\s*\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\)");

  /** Names a column and its type, as SQL spells it. */
  public record Column(String name, TaosType type, String spelling) {}

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if a header or value cannot be read; it names the cell and
   *     what may stand there
   */
  public static ExpectedTable read(
      List<List<String>> cells, Templates templates, Precision precision) {
    List<Column> columns =
        cells.get(0).stream().map(templates::expand).map(ExpectedTable::column).toList();
    List<List<Value>> rows = new ArrayList<>();
    for (List<String> row : cells.subList(1, cells.size())) {
      List<Value> values = new ArrayList<>();
      for (int index = 0; index < columns.size(); index++) {
        String text = row.get(index);
        values.add(
            value(columns.get(index), templates.expand(text == null ? "" : text), precision));
      }
      rows.add(values);
    }
    return new ExpectedTable(columns, rows);
  }

  private static Column column(String header) {
    int separator = header.lastIndexOf(" : ");
    if (separator < 0) {
      throw new IllegalArgumentException(
          "a header cell is “name : type”, but here stands “" + header + "”");
    }
    String spelling = header.substring(separator + 3).strip();
    TaosType type =
        TaosType.ofName(spelling)
            .orElseThrow(
                () -> new IllegalArgumentException("“" + spelling + "” is no type of TDengine"));
    return new Column(header.substring(0, separator).strip(), type, spelling);
  }

  private static Value value(Column column, String text, Precision precision) {
    if (text.equals("NULL")) {
      return Value.NULL;
    }
    try {
      return switch (column.type()) {
        case BOOL -> new Value.Bool(bool(text));
        case TINYINT -> integer(Value.IntegerKind.I8, text);
        case SMALLINT -> integer(Value.IntegerKind.I16, text);
        case INT -> integer(Value.IntegerKind.I32, text);
        case BIGINT -> integer(Value.IntegerKind.I64, text);
        case TINYINT_UNSIGNED -> integer(Value.IntegerKind.U8, text);
        case SMALLINT_UNSIGNED -> integer(Value.IntegerKind.U16, text);
        case INT_UNSIGNED -> integer(Value.IntegerKind.U32, text);
        case BIGINT_UNSIGNED -> integer(Value.IntegerKind.U64, text);
        case FLOAT -> new Value.F32(FloatText.parseFloat(text));
        case DOUBLE -> new Value.F64(FloatText.parseDouble(text));
        case TIMESTAMP -> timestamp(text, precision);
        case VARCHAR -> new Value.Text(false, unquoted(text));
        case NCHAR -> new Value.Text(true, unquoted(text));
        case JSON -> new Value.Json(text);
        case VARBINARY -> new Value.Bytes(Value.BytesKind.VARBIN, text);
        case GEOMETRY -> new Value.Bytes(Value.BytesKind.GEO, text);
        case BLOB -> new Value.Bytes(Value.BytesKind.BLOB, text);
        case DECIMAL, DECIMAL64 -> decimal(column.spelling(), text);
        case NULL -> throw new IllegalArgumentException("only NULL is possible here");
      };
    } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
      throw new IllegalArgumentException(
          "“"
              + text
              + "” is no value of column "
              + column.name()
              + " : "
              + column.spelling()
              + " ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private static boolean bool(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("write true or false");
    }
    return text.equals("true");
  }

  private static Value integer(Value.IntegerKind kind, String text) {
    return new Value.Int(kind, new BigInteger(text));
  }

  private static Value timestamp(String text, Precision precision) {
    if (text.matches("-?\\d+")) {
      return new Value.Timestamp(Long.parseLong(text), precision);
    }
    Instant instant = OffsetDateTime.parse(text).toInstant();
    if (instant.getNano() % precision.nanosPerUnit() != 0) {
      throw new IllegalArgumentException("finer than the database's precision");
    }
    long count =
        Math.addExact(
            Math.multiplyExact(instant.getEpochSecond(), precision.unitsPerSecond()),
            instant.getNano() / precision.nanosPerUnit());
    return new Value.Timestamp(count, precision);
  }

  private static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static Value decimal(String spelling, String text) {
    Matcher arguments = DECIMAL.matcher(spelling);
    if (!arguments.matches()) {
      throw new IllegalArgumentException("write the type as decimal(PRECISION,SCALE)");
    }
    return new Value.Decimal(
        new BigDecimal(text),
        Integer.parseInt(arguments.group(1)),
        Integer.parseInt(arguments.group(2)));
  }
}
