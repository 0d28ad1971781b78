package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads one line of InfluxDB's line protocol: {@code measurement[,tag=value…] field=value[,…]
 * [time]}.
 */
final class LineParser implements PointParser {
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_MEASUREMENT = 192;
  private static final int LONGEST_TAG = 16382;

  private final Source source;
  private final PointTimes times;
  private final SchemalessText request;

  LineParser(Source source, PointTimes times, SchemalessText request) {
    this.source = source;
    this.times = times;
    this.request = request;
  }

  @Override
  public Point parse() throws TaosException {
    source.skipBlanks();
    if (source.current() == ',') {
      throw ErrorCode.SCHEMALESS_INVALID_DATA.with("Invalid data format");
    }
    String measurement = measurement();
    if (source.current() == ',') {
      source.position++;
    }
    List<Field> tags = tags();
    source.skipBlanks();
    List<Field> fields = fields();
    source.skipBlanks();
    return PointParser.point(
        measurement,
        Escapes.plainMeasurement(measurement),
        tags,
        fields,
        time(),
        request.tableNameKey());
  }

  private String measurement() throws TaosException {
    Escapes escapes = new Escapes(source);
    int start = source.position;
    int escaped = 0;
    while (!source.isAtEnd() && !escapes.isBare(',') && !escapes.isBare(' ')) {
      if (source.position != start && escapes.noteInMeasurement()) {
        escaped++;
      }
      source.position++;
    }
    int length = source.position - start - escaped;
    if (length <= 0 || length > LONGEST_MEASUREMENT) {
      throw ErrorCode.SCHEMALESS_MEASUREMENT.with(
          "SML line measure is empty or too large than 192");
    }
    return Source.decoded(source.between(start, source.position));
  }

  private List<Field> tags() throws TaosException {
    List<Field> tags = new ArrayList<>();
    while (!source.isAtEnd() && !new Escapes(source).isBare(' ')) {
      Escapes escapes = new Escapes(source);
      int keyStart = source.position;
      String key = key(escapes, "invalid data", "invalid key or key is too long than 64");
      int start = source.position;
      int escaped = 0;
      while (!source.isAtEnd() && !escapes.isBare(' ') && !escapes.isBare(',')) {
        if (escapes.isBare('=')) {
          throw source.error(ErrorCode.SCHEMALESS_INVALID_DATA, "invalid data", source.position);
        }
        escaped += escapes.noteInKey() ? 1 : 0;
        source.position++;
      }
      if (source.position == start) {
        throw source.error(ErrorCode.SCHEMALESS_INVALID_DATA, "invalid value", start);
      }
      if (source.position - start - escaped > LONGEST_TAG) {
        throw ErrorCode.SCHEMALESS_LENGTH.with();
      }
      String value = Escapes.plainKey(source.between(start, source.position));
      tags.add(new Field(key, FieldValue.bytes(TaosType.NCHAR, value), keyStart));
      if (source.isAtEnd() || escapes.isBare(' ')) {
        break;
      }
      source.position++;
    }
    return tags;
  }

  private String key(Escapes escapes, String noKey, String wrongLength) throws TaosException {
    int start = source.position;
    int escaped = 0;
    int length = 0;
    while (!source.isAtEnd()) {
      if (escapes.isBare(' ') || escapes.isBare(',')) {
        throw source.error(ErrorCode.SCHEMALESS_INVALID_DATA, noKey, source.position);
      }
      if (escapes.isBare('=')) {
        length = source.position - start;
        source.position++;
        break;
      }
      escaped += escapes.noteInKey() ? 1 : 0;
      source.position++;
    }
    if (length - escaped <= 0 || length - escaped > LONGEST_KEY) {
      throw source.error(ErrorCode.SCHEMALESS_KEY, wrongLength, start);
    }
    return Source.decoded(Escapes.plainKey(source.between(start, start + length)));
  }

  private List<Field> fields() throws TaosException {
    List<Field> fields = new ArrayList<>();
    int begin = source.position;
    while (!source.isAtEnd() && !new Escapes(source).isBare(' ')) {
      Escapes escapes = new Escapes(source);
      int keyStart = source.position;
      String key =
          key(escapes, "SML line invalid data", "SML line invalid key or key is too long than 64");
      FieldValue value = fieldValue(escapes);
      fields.add(new Field(key, value, keyStart));
      if (source.isAtEnd() || escapes.isBare(' ')) {
        break;
      }
      source.position++;
    }
    if (source.position == begin) {
      throw ErrorCode.SCHEMALESS_INVALID_DATA.with("SML line cols is empty");
    }
    return fields;
  }

  private FieldValue fieldValue(Escapes escapes) throws TaosException {
    int start = source.position;
    int quotes = 0;
    boolean escaped = false;
    while (!source.isAtEnd() && quotes <= 2) {
      if (escapes.isBare('"')) {
        quotes++;
      } else if (quotes % 2 == 0 && (escapes.isBare(' ') || escapes.isBare(','))) {
        break;
      } else {
        escaped |= escapes.noteInFieldValue();
      }
      source.position++;
    }
    if (quotes != 0 && quotes != 2) {
      throw source.error(ErrorCode.SCHEMALESS_INVALID_DATA, "SML line unbalanced quotes", start);
    }
    if (source.position == start) {
      throw source.error(ErrorCode.SCHEMALESS_INVALID_DATA, "SML line invalid value", start);
    }
    FieldValue value = new ValueReader(source).read(start, source.position);
    return escaped && value.type().isVariable()
        ? FieldValue.bytes(value.type(), Escapes.plainFieldValue(value.bytes()))
        : value;
  }

  private long time() throws TaosException {
    int start = source.position;
    while (!source.isAtEnd() && !isSpace(source.current())) {
      source.position++;
    }
    OptionalLong time = times.read(source.between(start, source.position), request.unit());
    if (time.isEmpty()) {
      throw source.error(ErrorCode.SCHEMALESS_TIMESTAMP, "SML line invalid timestamp", start);
    }
    if (time.getAsLong() <= 0) {
      throw ErrorCode.INVALID_TIMESTAMP.with();
    }
    return time.getAsLong();
  }

  private static boolean isSpace(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }
}
