package dev.tck.embedded.insert;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.catalogue.Column;
import dev.tck.embedded.sql.SqlStrings;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.Decimals;
import dev.tck.embedded.type.Geometry;
import dev.tck.embedded.type.JsonTag;
import dev.tck.embedded.type.Varbinary;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.Utf32;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads values of any type with TDengine's conversions and its errors. */
final class ValueReader {
  private static final int LONGEST_ROW = 65535;

  private final SqlScanner scanner;
  private final InsertContext context;
  private final Precision precision;
  private final QuickValues quick;

  ValueReader(SqlScanner scanner, InsertContext context, Precision precision) {
    this.scanner = scanner;
    this.context = context;
    this.precision = precision;
    this.quick = new QuickValues(scanner, precision, context.zone());
  }

  /** Appends the next value to a column. */
  void readColumn(DataType type, String name, boolean primary, VectorBuilder out)
      throws TaosException {
    if (quick.read(type, out) && (!primary || !out.hasNulls())) {
      return;
    }
    int before = scanner.position;
    if (primary && out.hasNulls()) {
      throw scanner.error(lastWord(before), "Primary timestamp column should not be null");
    }
    scanner.nextValue();
    if (scanner.skippedComma) {
      throw scanner.error(before, "invalid data or symbol");
    }
    if (scanner.kind == ScanKind.RIGHT) {
      throw ErrorCode.ILLEGAL_NUMBER_OF_COLUMNS.with();
    }
    readToken(type, name, primary, out);
  }

  /** Refuses NULL in a composite key's column (9851). */
  static void requireKey(Column column, VectorBuilder values) throws TaosException {
    if (column.key() && values.hasNulls()) {
      throw ErrorCode.PRIMARY_KEY_NULL.with();
    }
  }

  // Where the NULL begins that was just read.
  private int lastWord(int end) {
    int at = end - 1;
    while (SqlScanner.isBlank(scanner.sql[at])) {
      at--;
    }
    return at - 3;
  }

  /** Appends the value of the token at which the scanner is. */
  void readToken(DataType type, String name, boolean primary, VectorBuilder out)
      throws TaosException {
    checkIsValue();
    String content = content(type);
    if (isNull(type, content)) {
      if (primary) {
        throw failure(content, "Primary timestamp column should not be null");
      }
      out.appendNull();
      return;
    }
    if (content.isEmpty() && type.isNumeric() && type.type() != TaosType.BOOL) {
      throw failure(content, "invalid numeric data");
    }
    convert(type, name, content, out);
  }

  /** Refuses the scanner's token if it cannot be a value. */
  void checkIsValue() throws TaosException {
    if (!scanner.kind.isValue()) {
      throw scanner.error("invalid data or symbol");
    }
  }

  private String content(DataType type) throws TaosException {
    String text = scanner.text();
    if (scanner.kind != ScanKind.STRING) {
      return text.toLowerCase(Locale.ROOT);
    }
    if (text.length() >= LONGEST_ROW
        && text.getBytes(StandardCharsets.UTF_8).length >= LONGEST_ROW) {
      throw scanner.error("too long string");
    }
    return type.type() == TaosType.VARBINARY ? text : SqlStrings.unquote(text);
  }

  private boolean isNull(DataType type, String content) {
    boolean text = type.isString() || type.type().isVariable();
    return scanner.kind == ScanKind.NULL
        || (scanner.kind == ScanKind.STRING && !text && content.equalsIgnoreCase("null"));
  }

  /** Returns an error that quotes a string's content, or else the rest of the statement. */
  private TaosException failure(String content, String reason) {
    return scanner.kind == ScanKind.STRING
        ? SqlScanner.quoting(content, reason)
        : scanner.error(reason);
  }

  private void convert(DataType type, String name, String content, VectorBuilder out)
      throws TaosException {
    switch (type.type()) {
      case BOOL -> out.appendBool(bool(content));
      case TINYINT -> integer("tinyint", content, 8, out);
      case SMALLINT -> integer("smallint", content, 16, out);
      case INT -> integer("int", content, 32, out);
      case BIGINT -> integer("bigint", content, 64, out);
      case TINYINT_UNSIGNED -> unsigned("unsigned tinyint", content, 8, out);
      case SMALLINT_UNSIGNED -> unsigned("unsigned smallint", content, 16, out);
      case INT_UNSIGNED -> unsigned("unsigned int", content, 32, out);
      case BIGINT_UNSIGNED -> unsigned("unsigned bigint", content, 64, out);
      case FLOAT -> out.appendDouble(floating(content, Float.MAX_VALUE, "illegal float data"));
      case DOUBLE -> out.appendDouble(floating(content, Double.MAX_VALUE, "illegal double data"));
      case TIMESTAMP -> out.appendLong(time(content));
      case VARCHAR -> text(type, name, content.getBytes(StandardCharsets.UTF_8), out);
      case NCHAR -> text(type, name, Utf32.encode(content), out);
      case VARBINARY -> varbinary(type, name, content, out);
      case GEOMETRY -> geometry(type, name, content, out);
      case DECIMAL, DECIMAL64 -> out.appendDecimal(Decimals.parse(content, type));
      case JSON -> json(content, out);
      case NULL, BLOB -> throw ErrorCode.NOT_SUPPORTED.with(type.type().sqlName());
    }
  }

  private boolean bool(String content) throws TaosException {
    if (content.equalsIgnoreCase("true")) {
      return true;
    }
    if (content.equalsIgnoreCase("false")) {
      return false;
    }
    Double number = NumberText.floating(content);
    if (number == null || !(scanner.kind.isNumber() || scanner.kind == ScanKind.STRING)) {
      throw failure(content, "invalid bool data");
    }
    return number != 0;
  }

  private void integer(String name, String content, int bits, VectorBuilder out)
      throws TaosException {
    BigInteger value = NumberText.integer(scanner.kind, content);
    if (value == null || value.bitLength() > 63) {
      throw failure(content, "invalid " + name + " data");
    }
    if (value.bitLength() > bits - 1) {
      throw failure(content, name + " data overflow");
    }
    out.appendLong(value.longValue());
  }

  private void unsigned(String name, String content, int bits, VectorBuilder out)
      throws TaosException {
    BigInteger value = NumberText.integer(scanner.kind, content);
    if (value == null || value.signum() < 0 || value.bitLength() > 64) {
      throw failure(content, "invalid " + name + " data");
    }
    if (value.bitLength() > bits) {
      throw failure(content, name + " data overflow");
    }
    out.appendLong(value.longValue());
  }

  private double floating(String content, double most, String outOfRange) throws TaosException {
    Double value = NumberText.floating(content);
    if (value == null) {
      throw failure(content, "illegal float data");
    }
    if (value.isNaN() || Math.abs(value) > most) {
      throw failure(content, outOfRange);
    }
    return value;
  }

  private long time(String content) throws TaosException {
    int start = scanner.start;
    boolean string = scanner.kind == ScanKind.STRING;
    TimeExpression expression = new TimeExpression(scanner, context, precision);
    if (!expression.read(content)) {
      throw string
          ? SqlScanner.quoting(content, "invalid timestamp")
          : scanner.error(start, "invalid timestamp");
    }
    return expression.result();
  }

  private static void text(DataType type, String name, byte[] bytes, VectorBuilder out)
      throws TaosException {
    if (bytes.length > type.maximumBytes()) {
      throw ErrorCode.VALUE_TOO_LONG.with(name);
    }
    out.appendBytes(bytes, 0, bytes.length);
  }

  private void varbinary(DataType type, String name, String quoted, VectorBuilder out)
      throws TaosException {
    if (scanner.kind != ScanKind.STRING) {
      throw ErrorCode.INVALID_VARBINARY.with(name);
    }
    byte[] bytes;
    if (quoted.startsWith("\\x", 1)) {
      String digits = quoted.substring(1, quoted.length() - 1);
      bytes = Varbinary.parse(digits.getBytes(StandardCharsets.UTF_8));
      if (bytes == null) {
        throw ErrorCode.INVALID_VARBINARY.with(name);
      }
    } else {
      bytes = SqlStrings.unquote(quoted).getBytes(StandardCharsets.UTF_8);
    }
    text(type, name, bytes, out);
  }

  private void geometry(DataType type, String name, String content, VectorBuilder out)
      throws TaosException {
    if (scanner.kind != ScanKind.STRING) {
      throw failure(content, "Unknown error 65535");
    }
    byte[] bytes = Geometry.fromText(content);
    if (bytes == null) {
      throw failure(content, "Invalid function para value");
    }
    text(type, name, bytes, out);
  }

  private void json(String content, VectorBuilder out) throws TaosException {
    if (content.getBytes(StandardCharsets.UTF_8).length > DataType.JSON_LENGTH) {
      throw failure(content, "json string too long than 4095");
    }
    try {
      String normal = JsonTag.normalise(content);
      if (normal == null) {
        out.appendNull();
      } else {
        out.appendText(normal);
      }
    } catch (JsonTag.InvalidJsonException e) {
      throw SqlScanner.quoting(e.near(), e.reason());
    }
  }
}
