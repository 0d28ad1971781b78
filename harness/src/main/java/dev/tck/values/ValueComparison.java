package dev.tck.values;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides whether what a connector returned is the value that was expected.
 *
 * <p>Host languages have fewer types than TDengine, so a right value may come as another kind
 * (Python has one integer type, REST prints VARBINARY as hexadecimal text). That is {@link
 * Match#EQUAL_AS_OTHER_KIND}; a value that lost anything is {@link Match#DIFFERENT}: floating-point
 * numbers are compared by bits, instants by nanoseconds, text by code points.
 */
public final class ValueComparison {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ValueComparison() {}

  /** Names the outcomes of a comparison. */
  public enum Match {
    /** Same kind, same value. */
    EQUAL,
    /** The same value in another kind, nothing lost. */
    EQUAL_AS_OTHER_KIND,
    /** Another value, or the same one with a loss. */
    DIFFERENT;

    /** Returns whether the value is right, whatever its kind. */
    public boolean isEqual() {
      return this != DIFFERENT;
    }
  }

  /** Compares the value that a connector returned with the expected one. */
  public static Match compare(Value expected, Value actual) {
    if (!sameValue(expected, actual)) {
      return Match.DIFFERENT;
    }
    return expected.kind().equals(actual.kind()) ? Match.EQUAL : Match.EQUAL_AS_OTHER_KIND;
  }

  private static boolean sameValue(Value expected, Value actual) {
    if (expected instanceof Value.Null) {
      return actual instanceof Value.Null;
    } else if (expected instanceof Value.Bool bool) {
      return sameBool(bool, actual);
    } else if (expected instanceof Value.Int integer) {
      return actual instanceof Value.Int other && other.value().equals(integer.value());
    } else if (expected instanceof Value.F32 f32) {
      return sameFloat(f32.value(), actual);
    } else if (expected instanceof Value.F64 f64) {
      return sameDouble(f64.value(), actual);
    } else if (expected instanceof Value.Timestamp ts) {
      return actual instanceof Value.Timestamp other && other.nanos().equals(ts.nanos());
    } else if (expected instanceof Value.Text text) {
      return sameText(text.value(), actual);
    } else if (expected instanceof Value.Bytes bytes) {
      return sameBytes(bytes, actual);
    } else if (expected instanceof Value.Json json) {
      return sameJson(json.text(), actual);
    } else if (expected instanceof Value.Decimal decimal) {
      return sameDecimal(decimal, actual);
    }
    throw new AssertionError(expected);
  }

  private static boolean sameBool(Value.Bool expected, Value actual) {
    if (actual instanceof Value.Int number) {
      return number
          .value()
          .equals(expected.value() ? java.math.BigInteger.ONE : java.math.BigInteger.ZERO);
    }
    return expected.equals(actual);
  }

  // A connector without 32-bit floats widens: the nearest double of the shortest text, or the exact
  // widening.
  private static boolean sameFloat(float expected, Value actual) {
    if (actual instanceof Value.F32 f32) {
      return Float.floatToIntBits(f32.value()) == Float.floatToIntBits(expected);
    } else if (actual instanceof Value.F64 f64) {
      return Float.floatToIntBits((float) f64.value()) == Float.floatToIntBits(expected)
          && (f64.value() == expected
              || Double.isNaN(f64.value())
              || f64.value() == Double.parseDouble(FloatText.of(expected)));
    }
    return wholeNumber(actual).filter(number -> sameBits(number, expected)).isPresent();
  }

  private static boolean sameDouble(double expected, Value actual) {
    if (actual instanceof Value.F64 f64) {
      return sameBits(f64.value(), expected);
    }
    return wholeNumber(actual).filter(number -> sameBits(number, expected)).isPresent();
  }

  private static boolean sameBits(double left, double right) {
    return Double.doubleToLongBits(left) == Double.doubleToLongBits(right);
  }

  // JSON has no mark for "floating point": 1.0 is printed as 1 and some hosts read that as an
  // integer.
  private static Optional<Double> wholeNumber(Value actual) {
    return actual instanceof Value.Int number
            && new java.math.BigDecimal(number.value().doubleValue())
                    .compareTo(new java.math.BigDecimal(number.value()))
                == 0
        ? Optional.of(number.value().doubleValue())
        : Optional.empty();
  }

  private static boolean sameText(String expected, Value actual) {
    if (actual instanceof Value.Text text) {
      return text.value().equals(expected);
    }
    return actual instanceof Value.Bytes bytes
        && bytes.type() == Value.BytesKind.BIN
        && bytes.utf8().filter(expected::equals).isPresent();
  }

  private static boolean sameBytes(Value.Bytes expected, Value actual) {
    if (actual instanceof Value.Bytes bytes) {
      return bytes.hex().equals(expected.hex());
    }
    return actual instanceof Value.Text text && text.value().equals(expected.hex());
  }

  // A key's value alone (tag->'key') is a scalar, which hosts hand out as such: x for "x".
  private static boolean sameJson(String expected, Value actual) {
    return sameScalar(expected, actual) || sameDocument(expected, actual);
  }

  private static boolean sameScalar(String expected, Value actual) {
    try {
      JsonNode scalar = JSON.readTree(expected);
      if (actual instanceof Value.Int integer) {
        return scalar.isNumber()
            && scalar.decimalValue().compareTo(new java.math.BigDecimal(integer.value())) == 0;
      } else if (actual instanceof Value.F64 f64) {
        return scalar.isNumber() && scalar.doubleValue() == f64.value();
      } else if (actual instanceof Value.Bool bool) {
        return scalar.isBoolean() && scalar.booleanValue() == bool.value();
      }
      return scalar.isTextual() && textOf(actual).filter(scalar.textValue()::equals).isPresent();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean sameDocument(String expected, Value actual) {
    return textOf(actual).filter(other -> sameTree(expected, other)).isPresent();
  }

  private static Optional<String> textOf(Value actual) {
    return actual instanceof Value.Json json
        ? Optional.of(json.text())
        : actual instanceof Value.Text plain
            ? Optional.of(plain.value())
            : actual instanceof Value.Bytes bytes ? bytes.utf8() : Optional.empty();
  }

  private static boolean sameTree(String expected, String actual) {
    try {
      return sameTree(JSON.readTree(expected), JSON.readTree(actual));
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean sameTree(JsonNode expected, JsonNode actual) {
    if (expected.isNumber() && actual.isNumber()) {
      return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
    if (expected.isArray() && actual.isArray()) {
      return expected.size() == actual.size()
          && IntStream.range(0, expected.size())
              .allMatch(index -> sameTree(expected.get(index), actual.get(index)));
    }
    if (expected.isObject() && actual.isObject()) {
      return expected.size() == actual.size()
          && expected.properties().stream()
              .allMatch(
                  entry ->
                      actual.has(entry.getKey())
                          && sameTree(entry.getValue(), actual.get(entry.getKey())));
    }
    return expected.equals(actual);
  }

  private static boolean sameDecimal(Value.Decimal expected, Value actual) {
    if (actual instanceof Value.Decimal decimal) {
      return decimal.value().scale() == expected.value().scale()
          && decimal.value().compareTo(expected.value()) == 0;
    }
    return actual instanceof Value.Text text
        && text.value().equals(expected.value().toPlainString());
  }
}
