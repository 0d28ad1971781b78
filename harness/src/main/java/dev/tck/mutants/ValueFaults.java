package dev.tck.mutants;

import dev.tck.values.Precision;
import dev.tck.values.TaosType;
import dev.tck.values.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How single values go wrong. */
final class ValueFaults {
  private static final int SHORT_MAX = 32_767;
  private static final long HOURS = 8;

  private ValueFaults() {}

  static Value nullAsZero(String type, Value value) {
    if (!(value instanceof Value.Null)) {
      return value;
    }
    return switch (TaosType.ofName(type).orElse(TaosType.INT)) {
      case BOOL -> new Value.Bool(false);
      case FLOAT -> new Value.F32(0);
      case DOUBLE -> new Value.F64(0);
      case VARCHAR, NCHAR -> new Value.Text(false, "");
      default -> Value.Int.of(Value.IntegerKind.I64, 0);
    };
  }

  static Value unsignedAsSigned(Value value) {
    if (!(value instanceof Value.Int integer)) {
      return value;
    }
    return switch (integer.type()) {
      case U8 -> Value.Int.of(Value.IntegerKind.I8, integer.value().byteValue());
      case U16 -> Value.Int.of(Value.IntegerKind.I16, integer.value().shortValue());
      case U32 -> Value.Int.of(Value.IntegerKind.I32, integer.value().intValue());
      case U64 -> Value.Int.of(Value.IntegerKind.I64, integer.value().longValue());
      case I8, I16, I32, I64 -> value;
    };
  }

  static Value integerThroughDouble(Value value) {
    if (value instanceof Value.Int integer
        && (integer.type() == Value.IntegerKind.I64 || integer.type() == Value.IntegerKind.U64)) {
      BigInteger rounded = new BigDecimal(integer.value().doubleValue()).toBigInteger();
      return integer.type().holds(rounded)
          ? new Value.Int(integer.type(), rounded)
          : new Value.F64(rounded.doubleValue());
    }
    return value;
  }

  static Value sixDigits(Value value) {
    MathContext six = new MathContext(6);
    // Zeros have no digits to lose, and a BigDecimal would lose their sign, which is another fault.
    if (value instanceof Value.F32 f32 && Float.isFinite(f32.value()) && f32.value() != 0) {
      return new Value.F32(new BigDecimal((double) f32.value()).round(six).floatValue());
    } else if (value instanceof Value.F64 f64 && Double.isFinite(f64.value()) && f64.value() != 0) {
      return new Value.F64(new BigDecimal(f64.value()).round(six).doubleValue());
    }
    return value;
  }

  static Value negativeZeroLost(Value value) {
    if (value instanceof Value.F32 f32) {
      return new Value.F32(f32.value() + 0.0f);
    } else if (value instanceof Value.F64 f64) {
      return new Value.F64(f64.value() + 0.0);
    }
    return value;
  }

  static Value decimalAsDouble(Value value) {
    return value instanceof Value.Decimal decimal
        ? new Value.F64(decimal.value().doubleValue())
        : value;
  }

  static Value truncatedToMilliseconds(Value value) {
    if (value instanceof Value.Timestamp ts && ts.precision() != Precision.MILLISECONDS) {
      long unit = ts.precision().unitsPerSecond() / 1_000;
      return new Value.Timestamp(Math.floorDiv(ts.count(), unit) * unit, ts.precision());
    }
    return value;
  }

  static Value shifted(Value value) {
    return value instanceof Value.Timestamp ts
        ? new Value.Timestamp(
            ts.count() + HOURS * 3_600 * ts.precision().unitsPerSecond(), ts.precision())
        : value;
  }

  static Value latin1(Value value) {
    return value instanceof Value.Text text
        ? new Value.Text(
            text.nchar(),
            new String(text.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
        : value;
  }

  static Value emptyAsNull(Value value) {
    return value instanceof Value.Text text && text.value().isEmpty() ? Value.NULL : value;
  }

  static Value cutAtShortMax(Value value) {
    return value instanceof Value.Text text && text.value().length() > SHORT_MAX
        ? new Value.Text(text.nchar(), text.value().substring(0, SHORT_MAX))
        : value;
  }

  static Value cutAtNul(Value value) {
    if (value instanceof Value.Bytes bytes) {
      Optional<Integer> nul = Optional.empty();
      for (int index = 0; index < bytes.hex().length() && nul.isEmpty(); index += 2) {
        nul = bytes.hex().startsWith("00", index) ? Optional.of(index) : nul;
      }
      return nul.<Value>map(end -> new Value.Bytes(bytes.type(), bytes.hex().substring(0, end)))
          .orElse(value);
    }
    return value;
  }

  static List<Fault> all() {
    return List.of(
        fault(
            "astral-characters-replaced",
            "Characters beyond U+FFFF become question marks",
            text(text -> text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?"))),
        fault("blanks-trimmed", "Text loses the blanks at its ends", text(String::strip)),
        fault(
            "control-characters-lost",
            "Tabs and line breaks become blanks",
            text(text -> text.replaceAll("[\\t\\r\\n]", " "))),
        fault(
            "double-as-float",
            "DOUBLE goes through a 32-bit float",
            value ->
                value instanceof Value.F64 f64
                    ? new Value.F64((double) (float) f64.value())
                    : value),
        fault(
            "html-escaped",
            "Characters of HTML arrive escaped",
            text(text -> text.replace("<", "\\u003c").replace("&", "\\u0026"))),
        fault("least-as-null", "The least integer of a type is NULL", ValueFaults::leastAsNull),
        fault(
            "non-finite-as-null",
            "NaN and the infinities become NULL",
            value ->
                value instanceof Value.F64 f64 && !Double.isFinite(f64.value())
                    ? Value.NULL
                    : value),
        fault(
            "numbers-as-text",
            "Numbers arrive as text",
            value ->
                value instanceof Value.Int || value instanceof Value.F64
                    ? new Value.Text(false, value.display())
                    : value),
        fault(
            "subnormals-lost",
            "Floating-point numbers near zero become zero",
            ValueFaults::subnormalsLost),
        fault(
            "text-cut-at-nul",
            "Text ends at the first zero byte",
            text(text -> text.replaceFirst("(?s)\\x00.*", ""))),
        fault(
            "timestamp-mirrored-before-1970",
            "Fractions of seconds before 1970 count the wrong way",
            ValueFaults::mirroredBefore1970),
        fault(
            "timestamp-wrapped-after-2262",
            "Instants go through 64-bit nanoseconds",
            value ->
                value instanceof Value.Timestamp ts
                    ? new Value.Timestamp(
                        ts.nanos().longValue() / ts.precision().nanosPerUnit(), ts.precision())
                    : value));
  }

  private static Fault fault(String id, String title, UnaryOperator<Value> change) {
    return new Fault.InConnector(
        id, title, channel -> new MutatedChannel(channel, ResultMutation.values(change)));
  }

  private static UnaryOperator<Value> text(UnaryOperator<String> change) {
    return value ->
        value instanceof Value.Text text
            ? new Value.Text(text.nchar(), change.apply(text.value()))
            : value;
  }

  // TDengine 2.x kept these numbers for NULL.
  private static Value leastAsNull(Value value) {
    if (!(value instanceof Value.Int integer)) {
      return value;
    }
    BigInteger number = integer.value();
    boolean least =
        List.of(Byte.SIZE, Short.SIZE, Integer.SIZE, Long.SIZE).stream()
            .anyMatch(bits -> number.equals(BigInteger.ONE.shiftLeft(bits - 1).negate()));
    return least ? Value.NULL : value;
  }

  private static Value subnormalsLost(Value value) {
    if (value instanceof Value.F32 f32
        && f32.value() != 0
        && Math.abs(f32.value()) < Float.MIN_NORMAL) {
      return new Value.F32(0);
    } else if (value instanceof Value.F64 f64
        && f64.value() != 0
        && Math.abs(f64.value()) < Double.MIN_NORMAL) {
      return new Value.F64(0);
    }
    return value;
  }

  private static Value mirroredBefore1970(Value value) {
    if (value instanceof Value.Timestamp ts && ts.count() < 0) {
      long unit = ts.precision().unitsPerSecond();
      return new Value.Timestamp(
          Math.floorDiv(ts.count(), unit) * unit - Math.floorMod(ts.count(), unit), ts.precision());
    }
    return value;
  }
}
