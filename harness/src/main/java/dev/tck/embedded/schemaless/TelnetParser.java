package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.values.TaosType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one line of OpenTSDB: {@code metric time value tag=value [tag=value …]}. */
final class TelnetParser implements PointParser {
  private static final String VALUE = "_value";
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_METRIC = 192;
  private static final int LONGEST_TAG = 4095;

  private final Source source;
  private final PointTimes times;
  private final SchemalessText request;
  private int start;

  TelnetParser(Source source, PointTimes times, SchemalessText request) {
    this.source = source;
    this.times = times;
    this.request = request;
  }

  @Override
  public Point parse() throws TaosException {
    int length = nextPart();
    if (length <= 0 || length > LONGEST_METRIC) {
      throw source.error(
          ErrorCode.SCHEMALESS_MEASUREMENT, "SML telnet invalid measure", source.position);
    }
    String metric = Source.decoded(source.between(start, source.position));
    long time = time();
    FieldValue value = value();
    source.skipBlanks();
    if (source.isAtEnd()) {
      throw source.error(
          ErrorCode.SCHEMALESS_INVALID_VALUE, "SML telnet invalid tag value", source.position);
    }
    List<Field> fields = List.of(new Field(VALUE, value, start));
    return PointParser.point(metric, metric, tags(), fields, time, request.tableNameKey());
  }

  // A part that no blank ends has no length to TDengine.
  private int nextPart() {
    source.skipBlanks();
    start = source.position;
    while (!source.isAtEnd() && source.current() != ' ') {
      source.position++;
    }
    return source.isAtEnd() ? 0 : source.position - start;
  }

  private long time() throws TaosException {
    int length = nextPart();
    if (length == 0) {
      throw source.error(
          ErrorCode.SCHEMALESS_INVALID_DATA, "SML telnet invalid timestamp", source.position);
    }
    String digits = source.between(start, source.position);
    Optional<TimeUnit> unit =
        digits.equals("0") ? Optional.of(TimeUnit.SECONDS) : TimeUnit.ofDigits(length);
    OptionalLong time = unit.isEmpty() ? OptionalLong.empty() : times.read(digits, unit.get());
    if (time.isEmpty() || time.getAsLong() < 0) {
      throw source.error(
          ErrorCode.SCHEMALESS_TIMESTAMP, "SML telnet parse timestamp failed", source.position);
    }
    return time.getAsLong();
  }

  private FieldValue value() throws TaosException {
    if (nextPart() == 0) {
      throw source.error(
          ErrorCode.SCHEMALESS_INVALID_VALUE, "SML telnet invalid value", source.position);
    }
    try {
      return new ValueReader(source).read(start, source.position);
    } catch (TaosException e) {
      throw ErrorCode.SCHEMALESS_INVALID_VALUE.with(String.valueOf(e.getMessage()));
    }
  }

  private List<Field> tags() throws TaosException {
    List<Field> tags = new ArrayList<>();
    source.skipBlanks();
    while (!source.isAtEnd()) {
      tags.add(tag());
      source.skipBlanks();
    }
    return tags;
  }

  private Field tag() throws TaosException {
    int keyStart = source.position;
    while (!source.isAtEnd() && source.current() != '=') {
      if (source.current() == ' ') {
        throw source.error(ErrorCode.SCHEMALESS_INVALID_DATA, "invalid data", source.position);
      }
      source.position++;
    }
    int length = source.isAtEnd() ? 0 : source.position - keyStart;
    if (length <= 0 || length > LONGEST_KEY) {
      throw source.error(
          ErrorCode.SCHEMALESS_KEY, "invalid key or key is too long than 64", keyStart);
    }
    String key = Source.decoded(source.between(keyStart, source.position));
    int valueStart = ++source.position;
    while (!source.isAtEnd() && source.current() != ' ') {
      if (source.current() == '=') {
        throw source.error(ErrorCode.SCHEMALESS_INVALID_DATA, "invalid data", source.position);
      }
      source.position++;
    }
    String value = source.between(valueStart, source.position);
    if (value.isEmpty()) {
      throw source.error(ErrorCode.SCHEMALESS_INVALID_VALUE, "invalid value", valueStart);
    }
    if (value.length() > LONGEST_TAG) {
      throw ErrorCode.SCHEMALESS_LENGTH.with();
    }
    return new Field(key, FieldValue.bytes(TaosType.NCHAR, value), keyStart);
  }
}
