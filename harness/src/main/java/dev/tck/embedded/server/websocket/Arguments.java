package dev.tck.embedded.server.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code args} as Go's {@code encoding/json} reads them into a struct: names in any case,
 * what is missing or null is zero or empty, what has another type is an error, what is not known is
 * ignored (protocol notes, {@code websocket.md} §2).
 */
final class Arguments {
  private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final @Nullable JsonNode node;

  /**
   * Wraps {@code args}.
   *
   * @param node is null if the message has none
   */
  Arguments(@Nullable JsonNode node) {
    this.node = node;
  }

  /** Returns whether the message has {@code args}, be they null. */
  boolean present() {
    return node != null;
  }

  /**
   * Checks that there are {@code args}, and that they are an object or null.
   *
   * @throws MalformedArguments if not
   */
  void requireObject() throws MalformedArguments {
    if (node == null || !(node.isObject() || node.isNull())) {
      throw new MalformedArguments();
    }
  }

  private @Nullable JsonNode find(String name) {
    if (node == null || !node.isObject()) {
      return null;
    }
    JsonNode exact = node.get(name);
    if (exact == null) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (entry.getKey().equalsIgnoreCase(name)) {
          exact = entry.getValue();
        }
      }
    }
    return exact == null || exact.isNull() ? null : exact;
  }

  /**
   * Returns an unsigned number of 64 bits, 0 if it is missing.
   *
   * @throws MalformedArguments if it is no such number
   */
  long unsigned(String name) throws MalformedArguments {
    JsonNode found = find(name);
    if (found == null) {
      return 0;
    }
    if (!found.isIntegralNumber()) {
      throw new MalformedArguments();
    }
    BigInteger number = found.bigIntegerValue();
    if (number.signum() < 0 || number.compareTo(UNSIGNED_LIMIT) >= 0) {
      throw new MalformedArguments();
    }
    return number.longValue();
  }

  /**
   * Returns a signed number, or nothing if it is missing.
   *
   * @throws MalformedArguments if it is no integer of 32 bits
   */
  Optional<Integer> integer(String name) throws MalformedArguments {
    JsonNode found = find(name);
    if (found == null) {
      return Optional.empty();
    }
    if (!found.isIntegralNumber() || !found.canConvertToInt()) {
      throw new MalformedArguments();
    }
    return Optional.of(found.intValue());
  }

  /**
   * Returns a text, or nothing if it is missing.
   *
   * @throws MalformedArguments if it is no string
   */
  Optional<String> text(String name) throws MalformedArguments {
    JsonNode found = find(name);
    if (found == null) {
      return Optional.empty();
    }
    if (!found.isTextual()) {
      throw new MalformedArguments();
    }
    return Optional.of(found.textValue());
  }

  /**
   * Returns the objects of an array, none if it is missing.
   *
   * @throws MalformedArguments if it is no array of objects
   */
  List<Arguments> objects(String name) throws MalformedArguments {
    JsonNode found = find(name);
    if (found == null) {
      return List.of();
    }
    if (!found.isArray()
        || StreamSupport.stream(found.spliterator(), false).anyMatch(Arguments::isNoObject)) {
      throw new MalformedArguments();
    }
    return StreamSupport.stream(found.spliterator(), false).map(Arguments::new).toList();
  }

  private static boolean isNoObject(JsonNode element) {
    return !element.isObject();
  }

  /**
   * Returns {@code req_id} for an error's reply, whatever stands there: the leading digits of a
   * number or a text, 1 for true, else 0.
   */
  long lenientRequestId() {
    JsonNode found = node == null || !node.isObject() ? null : node.get("req_id");
    if (found == null) {
      return 0;
    }
    if (found.isBoolean()) {
      return found.booleanValue() ? 1 : 0;
    }
    String text =
        found.isFloatingPointNumber() ? found.decimalValue().toPlainString() : found.asText();
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    BigInteger number = end == 0 ? BigInteger.ZERO : new BigInteger(text.substring(0, end));
    return number.compareTo(UNSIGNED_LIMIT) < 0 ? number.longValue() : 0;
  }
}
