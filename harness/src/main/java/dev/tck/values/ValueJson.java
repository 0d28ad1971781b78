package dev.tck.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Converts values to and from the one-key objects of the adapter protocol ({@code {"i32":5}}; SQL
 * NULL is a bare null).
 */
public final class ValueJson {
  private static final String KINDS =
      "b, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, ts, str, nchar, bin, varbin, geo, blob, json, dec";

  private ValueJson() {}

  /** Returns the JSON form. */
  public static JsonNode toJson(Value value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    if (value instanceof Value.Null) {
      return NullNode.getInstance();
    } else if (value instanceof Value.Bool bool) {
      return object.put("b", bool.value());
    } else if (value instanceof Value.Int integer) {
      return integer.type() == Value.IntegerKind.I64 || integer.type() == Value.IntegerKind.U64
          ? object.put(integer.kind(), integer.value().toString())
          : object.put(integer.kind(), integer.value().longValueExact());
    } else if (value instanceof Value.F32 f32) {
      return object.put("f32", FloatText.of(f32.value()));
    } else if (value instanceof Value.F64 f64) {
      return object.put("f64", FloatText.of(f64.value()));
    } else if (value instanceof Value.Timestamp ts) {
      object.putObject("ts").put("v", Long.toString(ts.count())).put("p", ts.precision().text());
      return object;
    } else if (value instanceof Value.Text text) {
      return object.put(text.kind(), text.value());
    } else if (value instanceof Value.Bytes bytes) {
      return object.put(bytes.kind(), bytes.hex());
    } else if (value instanceof Value.Json json) {
      return object.put("json", json.text());
    } else if (value instanceof Value.Decimal decimal) {
      object
          .putObject("dec")
          .put("v", decimal.value().toPlainString())
          .put("p", decimal.precision())
          .put("s", decimal.scale());
      return object;
    }
    throw new AssertionError(value);
  }

  /**
   * Reads the JSON form.
   *
   * @throws ValueFormatException if it is no value; the message says what was found and what may
   *     stand there
   */
  public static Value fromJson(JsonNode node) {
    if (node.isNull()) {
      return Value.NULL;
    }
    if (!node.isObject() || node.size() != 1) {
      throw new ValueFormatException(
          "a value is null or an object with one key of "
              + KINDS
              + ", but here stands "
              + abbreviated(node));
    }
    String key = node.fieldNames().next();
    JsonNode body = node.get(key);
    try {
      return fromBody(key, body);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ValueFormatException(
          "no " + key + " value: " + abbreviated(body) + " (" + e.getMessage() + ")");
    }
  }

  private static Value fromBody(String key, JsonNode body) {
    Optional<Value.IntegerKind> integer = Value.IntegerKind.ofKey(key);
    if (integer.isPresent()) {
      boolean asText = key.equals("i64") || key.equals("u64");
      return new Value.Int(integer.get(), asText ? new BigInteger(text(body)) : integer(body));
    }
    Optional<Value.BytesKind> bytes = Value.BytesKind.ofKey(key);
    if (bytes.isPresent()) {
      return new Value.Bytes(bytes.get(), text(body));
    }
    return switch (key) {
      case "b" -> new Value.Bool(bool(body));
      case "f32" -> new Value.F32(FloatText.parseFloat(text(body)));
      case "f64" -> new Value.F64(FloatText.parseDouble(text(body)));
      case "ts" -> timestamp(body);
      case "str" -> new Value.Text(false, text(body));
      case "nchar" -> new Value.Text(true, text(body));
      case "json" -> new Value.Json(text(body));
      case "dec" -> decimal(body);
      default -> throw new IllegalArgumentException("known kinds are " + KINDS);
    };
  }

  private static Value timestamp(JsonNode body) {
    Precision precision =
        Precision.ofText(text(body.path("p")))
            .orElseThrow(() -> new IllegalArgumentException("p must be ms, us or ns"));
    return new Value.Timestamp(Long.parseLong(text(body.path("v"))), precision);
  }

  private static Value decimal(JsonNode body) {
    return new Value.Decimal(
        new BigDecimal(text(body.path("v"))),
        integer(body.path("p")).intValueExact(),
        integer(body.path("s")).intValueExact());
  }

  private static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("a string is expected");
    }
    return node.textValue();
  }

  private static boolean bool(JsonNode node) {
    if (!node.isBoolean()) {
      throw new IllegalArgumentException("true or false is expected");
    }
    return node.booleanValue();
  }

  private static BigInteger integer(JsonNode node) {
    if (!node.isIntegralNumber()) {
      throw new IllegalArgumentException("a whole number is expected");
    }
    return node.bigIntegerValue();
  }

  private static String abbreviated(JsonNode node) {
    String text = node.toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
