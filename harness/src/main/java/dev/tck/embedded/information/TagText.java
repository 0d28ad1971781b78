package dev.tck.embedded.information;

import dev.tck.embedded.expression.FloatFormat;
import dev.tck.embedded.type.Geometry;
import dev.tck.embedded.vector.Vector;
import java.util.HexFormat;

/** Writes the value of a tag as TDengine tells it back. */
final class TagText {
  private static final int FLOAT_DECIMALS = 5;
  private static final int DOUBLE_DECIMALS = 9;
  private static final int SCIENTIFIC_DECIMALS = 6;

  private TagText() {}

  /** Returns the text of SHOW TAGS; the value must not be NULL. */
  static String plain(Vector value) {
    return switch (value.type().type()) {
      case FLOAT -> FloatFormat.fixed(value.doubleAt(0), FLOAT_DECIMALS);
      case DOUBLE -> FloatFormat.fixed(value.doubleAt(0), DOUBLE_DECIMALS);
      default -> common(value);
    };
  }

  /** Returns the text of SHOW CREATE TABLE, with quotes where it needs them. */
  static String literal(Vector value) {
    if (value.isNull(0)) {
      return "NULL";
    }
    return switch (value.type().type()) {
      case FLOAT, DOUBLE -> FloatFormat.scientific(value.doubleAt(0), SCIENTIFIC_DECIMALS);
      case VARCHAR, NCHAR, VARBINARY, GEOMETRY -> "\"" + common(value) + "\"";
      default -> common(value);
    };
  }

  private static String common(Vector value) {
    return switch (value.type().type()) {
      case BOOL -> value.longAt(0) == 0 ? "false" : "true";
      case BIGINT_UNSIGNED -> Long.toUnsignedString(value.longAt(0));
      case VARCHAR, NCHAR, JSON -> value.textAt(0);
      case VARBINARY, BLOB -> "\\x" + HexFormat.of().withUpperCase().formatHex(value.bytesAt(0));
      case GEOMETRY -> Geometry.toText(value.bytesAt(0));
      case DECIMAL, DECIMAL64 -> value.decimalAt(0).toPlainString();
      default -> Long.toString(value.longAt(0));
    };
  }
}
