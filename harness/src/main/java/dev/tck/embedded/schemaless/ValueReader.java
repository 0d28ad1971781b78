package dev.tck.embedded.schemaless;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.Geometry;
import dev.tck.embedded.type.Varbinary;
import dev.tck.values.TaosType;
import java.nio.charset.StandardCharsets;

/** Reads the value of a field, whose first letter or suffix tells its type. */
final class ValueReader {
  private static final int PREFIX_AND_QUOTES = 3;

  private final Source source;

  ValueReader(Source source) {
    this.source = source;
  }

  /** Returns the value that stands from one place to another; escapes are still in it. */
  FieldValue read(int from, int to) throws TaosException {
    String text = source.between(from, to);
    switch (text.charAt(0)) {
      case '"' -> {
        if (text.length() >= 2 && text.endsWith("\"")) {
          return limited(TaosType.VARCHAR, text.substring(1, text.length() - 1));
        }
        throw invalid();
      }
      case 'l', 'L' -> {
        return limited(TaosType.NCHAR, quoted(text));
      }
      case 'g', 'G' -> {
        return geometry(quoted(text));
      }
      case 'b', 'B' -> {
        return varbinary(quoted(text));
      }
      case 't', 'T', 'f', 'F' -> {
        return NumberReader.truth(text).orElseThrow(ValueReader::invalid);
      }
      default -> {
        return number(text, from);
      }
    }
  }

  private static TaosException invalid() {
    return ErrorCode.SCHEMALESS_INVALID_VALUE.with("Invalid value in client");
  }

  private static String quoted(String text) throws TaosException {
    if (text.length() < PREFIX_AND_QUOTES || text.charAt(1) != '"' || !text.endsWith("\"")) {
      throw invalid();
    }
    return text.substring(2, text.length() - 1);
  }

  private static FieldValue limited(TaosType type, String bytes) throws TaosException {
    if (bytes.length() > FieldValue.longest(type)) {
      throw ErrorCode.SCHEMALESS_LENGTH.with();
    }
    return FieldValue.bytes(type, bytes);
  }

  private static FieldValue geometry(String text) throws TaosException {
    byte[] binary = Geometry.fromText(Source.decoded(text));
    if (binary == null) {
      throw ErrorCode.SCHEMALESS_GEOMETRY.with();
    }
    return limited(TaosType.GEOMETRY, SchemalessText.ofBytes(binary));
  }

  private static FieldValue varbinary(String text) throws TaosException {
    byte[] bytes = Varbinary.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    if (bytes == null) {
      throw ErrorCode.INVALID_VARBINARY_LITERAL.with();
    }
    return limited(TaosType.VARBINARY, SchemalessText.ofBytes(bytes));
  }

  private FieldValue number(String text, int from) throws TaosException {
    try {
      return NumberReader.read(text);
    } catch (NumberReader.NoNumberException e) {
      throw source.error(ErrorCode.SCHEMALESS_INVALID_VALUE, e.reason(), from);
    }
  }
}
