package dev.tck.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the lines that an adapter writes to its standard output. */
public final class ReplyParser {
  private static final List<String> KINDS = List.of("ok", "error", "unsupported", "fault");
  private static final int EXCERPT = 120;
  private static final String REMEDY =
      "standard output belongs to the protocol, one JSON object a line; everything else goes to"
          + " standard error";

  private final ObjectReader reader;

  /** Creates a parser; it may be used by many threads. */
  public ReplyParser() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
            .build();
    reader =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
  }

  /**
   * Reads one line as a JSON object.
   *
   * @param line is the line's bytes without the line feed
   * @param number is the line's number, from 1, for error messages
   * @throws ProtocolException if it is no JSON object
   */
  public ObjectNode read(byte[] line, long number) throws ProtocolException {
    try {
      JsonNode node = reader.readValue(line);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new ProtocolException(place(number) + " is no JSON object, but " + excerpt(line));
    } catch (JsonProcessingException e) {
      throw new ProtocolException(
          place(number)
              + " is no JSON ("
              + abbreviated(e.getOriginalMessage())
              + "): "
              + excerpt(line)
              + "; "
              + REMEDY);
    } catch (IOException e) {
      throw new ProtocolException(place(number) + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a message as a reply.
   *
   * @param number is the line's number, from 1, for error messages
   * @throws ProtocolException if a field is missing or has the wrong type
   */
  public Reply reply(ObjectNode message, long number) throws ProtocolException {
    JsonNode seq = message.path("seq");
    if (!seq.isIntegralNumber() || !seq.canConvertToLong()) {
      throw new ProtocolException(
          place(number)
              + " has no whole number \"seq\": repeat the request's; "
              + excerpt(message));
    }
    List<String> kinds = KINDS.stream().filter(message::has).toList();
    if (kinds.size() != 1 || message.size() != 2) {
      throw new ProtocolException(
          place(number)
              + " must hold \"seq\" and exactly one of "
              + KINDS.stream().map(kind -> "\"" + kind + "\"").collect(Collectors.joining(", "))
              + ", but has "
              + names(message));
    }
    String kind = kinds.get(0);
    if (!(message.get(kind) instanceof ObjectNode body)) {
      throw new ProtocolException(place(number) + ": \"" + kind + "\" must be an object");
    }
    return reply(new Fields(body, kind, number), seq.longValue());
  }

  private static Reply reply(Fields fields, long seq) throws ProtocolException {
    return switch (fields.kind) {
      case "ok" -> new Reply.Ok(seq, fields.body);
      case "error" ->
          new Reply.Failure(
              seq, fields.origin(), fields.code(), fields.text("class"), fields.text("message"));
      case "unsupported" ->
          new Reply.Unsupported(seq, fields.text("capability"), fields.text("why"));
      case "fault" -> new Reply.Fault(seq, fields.text("message"), fields.text("trace"));
      default -> throw new AssertionError(fields.kind);
    };
  }

  private static String names(ObjectNode message) {
    Iterator<String> names = message.fieldNames();
    StringBuilder text = new StringBuilder();
    while (names.hasNext()) {
      text.append(text.isEmpty() ? "" : ", ").append('"').append(names.next()).append('"');
    }
    return text.isEmpty() ? "nothing" : text.toString();
  }

  private static String place(long number) {
    return "line " + number + " of the adapter's standard output";
  }

  private static String excerpt(JsonNode node) {
    return excerpt(node.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String excerpt(byte[] line) {
    String text = new String(line, 0, Math.min(line.length, 4 * EXCERPT), StandardCharsets.UTF_8);
    return "`" + abbreviated(text) + "`";
  }

  private static String abbreviated(String text) {
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }

  /** Reads the fields of a reply's body. */
  private record Fields(ObjectNode body, String kind, long number) {

    String text(String field) throws ProtocolException {
      JsonNode value = body.path(field);
      if (!value.isTextual()) {
        throw new ProtocolException(
            place(number) + ": \"" + kind + "\" needs the text \"" + field + "\"");
      }
      return value.textValue();
    }

    Reply.Origin origin() throws ProtocolException {
      String text = text("origin");
      Optional<Reply.Origin> origin =
          Arrays.stream(Reply.Origin.values()).filter(each -> each.text().equals(text)).findFirst();
      return origin.orElseThrow(
          () ->
              new ProtocolException(
                  place(number)
                      + ": \"origin\" is server, driver or timeout, not "
                      + text.toLowerCase(Locale.ROOT)));
    }

    @org.jspecify.annotations.Nullable
    Long code() throws ProtocolException {
      JsonNode code = body.path("code");
      if (code.isNull() || code.isMissingNode()) {
        return null;
      }
      if (!code.isIntegralNumber() || !code.canConvertToLong()) {
        throw new ProtocolException(
            place(number) + ": \"code\" is the connector's whole number, or null if it gives none");
      }
      return code.longValue();
    }
  }
}
