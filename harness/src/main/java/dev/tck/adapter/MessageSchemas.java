package dev.tck.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the JSON Schemas (draft 2020-12) of every message of protocol version 1, and messages
 * against them.
 *
 * <p>The schemas are resources of this package, {@code v1/request-query.json} and so on.
 */
public final class MessageSchemas {
  private static final String PREFIX = "urn:tck:adapter:1:";
  private static final int REPORTED = 5;

  /** The operations whose messages are laid down; the others are reserved for later. */
  public static final Set<Op> SPECIFIED =
      Set.of(
          Op.HELLO,
          Op.CONNECT,
          Op.CLOSE,
          Op.EXECUTE,
          Op.QUERY,
          Op.NEXT,
          Op.BENCH,
          Op.PROBE,
          Op.RESET,
          Op.BYE);

  private final Map<Op, Schema> requests = new EnumMap<>(Op.class);
  private final Map<Op, Schema> replies = new EnumMap<>(Op.class);
  private final Schema failure;

  /** Loads the schemas. */
  public MessageSchemas() {
    Map<String, String> texts = new HashMap<>();
    names().forEach(name -> texts.put(PREFIX + name, text(name)));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    for (Op op : Op.values()) {
      requests.put(op, schema(registry, "request-" + suffix(op)));
      replies.put(op, schema(registry, "reply-" + suffix(op)));
    }
    failure = schema(registry, "reply-failure");
  }

  /** Returns the names of all schemas: {@code request-hello}, {@code value}. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of("common", "value", "reply-failure"));
    for (String kind : List.of("request-", "reply-")) {
      names.add(kind + "other");
      SPECIFIED.stream().map(op -> kind + op.text()).sorted().forEach(names::add);
    }
    return names;
  }

  /** Returns the text of the schema with this name. */
  public static String text(String name) {
    try (InputStream in = MessageSchemas.class.getResourceAsStream("v1/" + name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("no schema " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Holds a request against its schema.
   *
   * @return what is wrong, with place and expectation; nothing if it is right
   */
  public Optional<String> wrongRequest(Op op, JsonNode message) {
    return wrong(message, requests.get(op), "the request " + op.text());
  }

  /**
   * Holds a reply against the schema of replies to this operation.
   *
   * @return what is wrong, with place and expectation; nothing if it is right
   */
  public Optional<String> wrongReply(Op op, JsonNode message) {
    return wrong(
        message, message.has("ok") ? replies.get(op) : failure, "the reply to " + op.text());
  }

  private static Optional<String> wrong(
      JsonNode message, @org.jspecify.annotations.Nullable Schema schema, String what) {
    if (schema == null) {
      throw new AssertionError(what);
    }
    List<Error> errors = schema.validate(message);
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    String details =
        errors.stream()
            .limit(REPORTED)
            .map(error -> error.getInstanceLocation() + " " + error.getMessage())
            .collect(Collectors.joining("; "));
    return Optional.of(what + " does not follow its schema: " + details);
  }

  private static Schema schema(SchemaRegistry registry, String name) {
    return registry.getSchema(SchemaLocation.of(PREFIX + name));
  }

  private static String suffix(Op op) {
    return SPECIFIED.contains(op) ? op.text() : "other";
  }
}
