package dev.tck.embedded.type;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and normalises JSON tags: one flat object, its keys in order, numbers as TDengine prints
 * them.
 */
public final class JsonTag {
  private static final int LONGEST_KEY = 256;
  private static final ObjectReader READER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private JsonTag() {}

  /** Refuses a text, with TDengine's reason and the part of the text that it names. */
  public static final class InvalidJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String near;

    InvalidJsonException(String reason, String near) {
      super(reason, null, false, false);
      this.near = near;
    }

    /** Returns the reason. */
    public String reason() {
      return String.valueOf(getMessage());
    }

    /** Returns the part of the text that the error names. */
    public String near() {
      return near;
    }
  }

  /**
   * Returns the normal form of a text, or null if the tag is NULL: no text, {@code null} or no
   * keys.
   *
   * @throws InvalidJsonException if it is no flat object
   */
  public static @Nullable String normalise(String text) throws InvalidJsonException {
    if (text.isBlank() || text.strip().equals("null")) {
      return null;
    }
    JsonNode root;
    try {
      root = READER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new InvalidJsonException("json parse error", text);
    }
    if (!root.isObject()) {
      throw new InvalidJsonException("json error invalide value", text);
    }
    Map<String, String> members = new TreeMap<>();
    readMembers(text, members);
    return members.isEmpty() ? null : join(members);
  }

  // Of members with the same key the first counts, which a tree would not tell.
  private static void readMembers(String text, Map<String, String> members)
      throws InvalidJsonException {
    try (JsonParser parser = READER.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        checkKey(key);
        parser.nextToken();
        String value = render(parser.readValueAsTree(), text);
        if (!key.isEmpty()) {
          members.putIfAbsent(key, value);
        }
      }
    } catch (IOException e) {
      throw new InvalidJsonException("json parse error", text);
    }
  }

  private static void checkKey(String key) throws InvalidJsonException {
    if (key.chars().anyMatch(c -> c < 0x20 || c > 0x7E)) {
      throw new InvalidJsonException("json key not validate", key);
    }
    if (key.length() > LONGEST_KEY) {
      throw new InvalidJsonException("json key too long, more than 256", key);
    }
  }

  private static String render(JsonNode value, String text) throws InvalidJsonException {
    if (value.isTextual()) {
      return quote(value.textValue());
    }
    if (value.isNumber()) {
      double number = value.doubleValue();
      if (Double.isInfinite(number) || Double.isNaN(number)) {
        throw new InvalidJsonException("json value number is illegal", text);
      }
      return number(number);
    }
    if (value.isBoolean() || value.isNull()) {
      return value.toString();
    }
    throw new InvalidJsonException("invalidate json value", text);
  }

  private static String join(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{");
    for (Map.Entry<String, String> member : members.entrySet()) {
      if (json.length() > 1) {
        json.append(',');
      }
      json.append(quote(member.getKey())).append(':').append(member.getValue());
    }
    return json.append('}').toString();
  }

  private static String quote(String text) {
    return TextNode.valueOf(text).toString();
  }

  /** Returns a number with 15 digits, or 17 if those are not enough, as C's {@code %g} does. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
      return Long.toString((long) value);
    }
    String text = general(value, 15);
    return Double.parseDouble(text) == value ? text : general(value, 17);
  }

  private static String general(double value, int digits) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal stripped = rounded.stripTrailingZeros();
    if (exponent >= -4 && exponent < digits) {
      return stripped.toPlainString();
    }
    String mantissa = stripped.movePointLeft(exponent).toPlainString();
    String sign = exponent < 0 ? "-" : "+";
    int size = Math.abs(exponent);
    return mantissa + "e" + sign + (size < 10 ? "0" : "") + size;
  }

  /** Returns the value of a key of a normal form, or null if there is none or it is null. */
  public static @Nullable JsonNode field(String normalForm, String key) {
    try {
      JsonNode value = READER.readTree(normalForm).get(key);
      return value == null || value.isNull() ? null : value;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored JSON tag is no JSON", e);
    }
  }

  /** Returns whether a normal form has a key, be its value null. */
  public static boolean contains(String normalForm, String key) {
    try {
      return READER.readTree(normalForm).has(key);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored JSON tag is no JSON", e);
    }
  }
}
