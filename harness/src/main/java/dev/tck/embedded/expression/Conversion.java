package dev.tck.embedded.expression;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.Decimals;
import dev.tck.embedded.type.TimeText;
import dev.tck.embedded.vector.Vector;
import dev.tck.embedded.vector.VectorBuilder;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.wire.Utf32;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Converts values to another type as CAST does: numbers as C does, text as far as it begins like a
 * number, and text that is too long is cut.
 *
 * @param precision is the unit of timestamps
 * @param zone is where times without offset are
 */
public record Conversion(DataType target, Precision precision, ZoneId zone) {

  /** Returns the values in the target type. */
  public Vector convert(Vector source) throws TaosException {
    if (source.type().type() == target.type() && fitsUnchanged(source.type())) {
      return source.as(target);
    }
    VectorBuilder result = new VectorBuilder(target, source.rows());
    for (int row = 0; row < source.rows(); row++) {
      if (source.isNull(row)) {
        result.appendNull();
      } else {
        append(source, row, result);
      }
    }
    return result.build();
  }

  private boolean fitsUnchanged(DataType source) {
    return source.type().isDecimal()
        ? source.equals(target)
        : !source.type().isVariable() || source.length() <= target.length();
  }

  private void append(Vector source, int row, VectorBuilder result) throws TaosException {
    switch (target.type()) {
      case BOOL -> result.appendBool(toBool(source, row));
      case TINYINT, SMALLINT, INT, TINYINT_UNSIGNED, SMALLINT_UNSIGNED ->
          result.appendLong(toInteger(source, row));
      case BIGINT, INT_UNSIGNED, BIGINT_UNSIGNED -> result.appendLong(toLong(source, row));
      case TIMESTAMP -> result.appendLong(toTime(source, row));
      case FLOAT, DOUBLE -> result.appendDouble(Numbers.doubleAt(source, row));
      case DECIMAL, DECIMAL64 -> result.appendDecimal(toDecimal(source, row));
      case VARCHAR, VARBINARY, GEOMETRY -> appendBytes(source, row, result);
      case NCHAR -> appendNchar(source, row, result);
      case NULL, JSON, BLOB -> throw ErrorCode.CONVERSION.with();
    }
  }

  private static boolean toBool(Vector source, int row) {
    return source.type().type().isVariable()
        ? (byte) Numbers.longAt(source, row) != 0
        : source.doubleAt(row) != 0;
  }

  // Through 32 bits, as C converts a double to a short type.
  private static long toInteger(Vector source, int row) {
    return switch (source.type().type()) {
      case FLOAT, DOUBLE -> Numbers.toInt(source.doubleAt(row));
      case DECIMAL, DECIMAL64 ->
          source.decimalAt(row).setScale(0, RoundingMode.HALF_UP).longValue();
      default -> Numbers.longAt(source, row);
    };
  }

  private long toLong(Vector source, int row) {
    return switch (source.type().type()) {
      case FLOAT, DOUBLE -> floatingToLong(source.doubleAt(row));
      case DECIMAL, DECIMAL64 ->
          source.decimalAt(row).setScale(0, RoundingMode.HALF_UP).toBigInteger().longValue();
      default -> Numbers.longAt(source, row);
    };
  }

  private long floatingToLong(double value) {
    if (target.type() == TaosType.BIGINT_UNSIGNED) {
      return value >= 0x1p63 && value < 0x1p64
          ? (long) (value - 0x1p63) + Long.MIN_VALUE
          : value >= 0x1p64 ? 0 : Numbers.toLong(value);
    }
    return Numbers.toLong(value);
  }

  private long toTime(Vector source, int row) {
    if (!source.type().isString()) {
      return toLong(source, row);
    }
    long time = TimeText.parse(Numbers.text(source, row), precision, zone);
    return time == TimeText.INVALID ? 0 : time;
  }

  private BigDecimal toDecimal(Vector source, int row) throws TaosException {
    return switch (source.type().type()) {
      case VARCHAR, NCHAR -> Decimals.parse(Numbers.text(source, row), target);
      default -> Decimals.fit(Numbers.decimalAt(source, row), target);
    };
  }

  private void appendBytes(Vector source, int row, VectorBuilder result) {
    byte[] bytes =
        source.type().type().isVariable() && source.type().type() != TaosType.NCHAR
            ? source.bytesAt(row)
            : textOf(source, row).getBytes(StandardCharsets.UTF_8);
    result.appendBytes(bytes, 0, Math.min(bytes.length, target.length()));
  }

  private void appendNchar(Vector source, int row, VectorBuilder result) throws TaosException {
    byte[] bytes =
        source.type().type() == TaosType.NCHAR
            ? source.bytesAt(row)
            : Utf32.encode(textOf(source, row));
    if (source.type().type() == TaosType.VARCHAR && bytes.length > target.maximumBytes()) {
      throw ErrorCode.CONVERSION.with();
    }
    byte[] cut = Arrays.copyOf(bytes, Math.min(bytes.length, target.maximumBytes()));
    result.appendBytes(cut, 0, cut.length);
  }

  /** Returns the bytes of a value, of a number those of its text. */
  public static byte[] bytesOf(Vector source, int row) {
    return source.type().type().isVariable()
        ? source.bytesAt(row)
        : textOf(source, row).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns a value as CAST prints it. */
  static String textOf(Vector source, int row) {
    return switch (source.type().type()) {
      case BOOL -> source.longAt(row) != 0 ? "true" : "false";
      case BIGINT_UNSIGNED -> Long.toUnsignedString(source.longAt(row));
      case FLOAT -> FloatFormat.general(source.doubleAt(row), 6);
      case DOUBLE -> FloatFormat.general(source.doubleAt(row), 15);
      case DECIMAL, DECIMAL64 -> source.decimalAt(row).toPlainString();
      case VARCHAR, NCHAR, JSON, VARBINARY, GEOMETRY, BLOB -> Numbers.text(source, row);
      default -> Long.toString(source.longAt(row));
    };
  }
}
