package dev.tck.embedded.query;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.expression.Constant;
import dev.tck.embedded.expression.Scalar;
import dev.tck.embedded.expression.Span;
import dev.tck.embedded.sql.Expression.Literal;
import dev.tck.embedded.type.DataType;
import dev.tck.embedded.type.TimeSpan;
import dev.tck.embedded.type.TimeText;
import dev.tck.embedded.type.Varbinary;
import dev.tck.embedded.vector.Vector;
import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;

/** Makes expressions of literals. */
final class Literals {
  private static final BigInteger GREATEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private Literals() {}

  static Scalar bind(Literal literal, Precision precision, ZoneId zone) throws TaosException {
    String text = literal.text();
    return switch (literal.kind()) {
      case INTEGER -> integer(new BigInteger(text));
      case FLOAT -> new Constant(Vector.ofDouble(DataType.DOUBLE, Double.parseDouble(text)));
      case STRING -> string(text);
      case BOOL -> new Constant(Vector.ofLong(DataType.BOOL, text.equals("true") ? 1 : 0));
      case NULL -> Constant.ofNull(DataType.NULL);
      case DURATION -> span(text, precision);
      case TIMESTAMP -> timestamp(text, precision, zone);
      case PLACEHOLDER -> throw ErrorCode.NOT_SUPPORTED.with("a placeholder");
    };
  }

  private static Scalar span(String text, Precision precision) throws TaosException {
    try {
      return new Span(TimeSpan.parse(text), precision);
    } catch (NumberFormatException e) {
      throw ErrorCode.WRONG_VALUE_TYPE.with(text);
    }
  }

  static Constant integer(BigInteger value) {
    if (value.bitLength() <= 63) {
      return new Constant(Vector.ofLong(DataType.BIGINT, value.longValue()));
    }
    return new Constant(Vector.ofLong(DataType.BIGINT_UNSIGNED, value.min(GREATEST).longValue()));
  }

  static Constant string(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return new Constant(Vector.ofText(DataType.varchar(bytes), text));
  }

  private static Scalar timestamp(String text, Precision precision, ZoneId zone)
      throws TaosException {
    long time = TimeText.parse(text, precision, zone);
    if (time == TimeText.INVALID) {
      throw ErrorCode.WRONG_VALUE_TYPE.with(text);
    }
    return new Constant(Vector.ofLong(DataType.TIMESTAMP, time));
  }

  /** Returns the bytes that a text means: its hexadecimal digits after {@code \x}, or itself. */
  static Constant varbinary(Constant text) throws TaosException {
    byte[] bytes = Varbinary.parse(text.value().bytesAt(0));
    if (bytes == null) {
      throw ErrorCode.INVALID_VARBINARY_LITERAL.with();
    }
    return new Constant(Vector.ofBytes(DataType.variable(TaosType.VARBINARY, bytes.length), bytes));
  }

  /** Returns a number with or without a minus sign, in its own type; empty for other literals. */
  static Optional<Scalar> signed(Literal literal, boolean negative) {
    String text = literal.text();
    return switch (literal.kind()) {
      case INTEGER -> {
        BigInteger value = new BigInteger(text);
        yield Optional.of(negative ? negatedInteger(value) : integer(value));
      }
      case FLOAT -> {
        double value = Double.parseDouble(text);
        yield Optional.of(
            new Constant(Vector.ofDouble(DataType.DOUBLE, negative ? -value : value)));
      }
      case STRING, BOOL, NULL, DURATION, TIMESTAMP, PLACEHOLDER -> Optional.empty();
    };
  }

  private static Constant negatedInteger(BigInteger value) {
    BigInteger negative = value.negate();
    return new Constant(
        Vector.ofLong(
            DataType.BIGINT, negative.bitLength() <= 63 ? negative.longValue() : Long.MIN_VALUE));
  }
}
