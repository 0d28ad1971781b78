package dev.tck.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the harness and an adapter said to each other in one scenario, without passwords and
 * with long pages and texts abbreviated.
 *
 * <p>Its text has one JSON object a line: {@code at} (microseconds since the start), {@code dir}
 * ({@code >} request, {@code <} reply, {@code !} no reply) and {@code message}. It may be used by
 * many threads.
 */
public final class Transcript {
  private static final int ROWS_KEPT = 5;
  private static final int TEXT_KEPT = 2_000;
  private static final int LINES_KEPT = 20_000;

  private final InstantSource clock;
  private final java.time.Instant start;
  private final Redaction redaction;
  private final List<String> lines = new ArrayList<>();
  private long dropped;

  /** Starts a transcript; the clock gives the time stamps. */
  public Transcript(InstantSource clock, Redaction redaction) {
    this.clock = clock;
    this.start = clock.instant();
    this.redaction = redaction;
  }

  /** Returns a channel that does what the given one does and writes everything down here. */
  public AdapterChannel record(AdapterChannel channel) {
    return new Recorded(channel);
  }

  /** Writes down a remark, for example which step follows. */
  public void remark(String text) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    add("#", message.put("remark", text));
  }

  /** Returns everything that was written down. */
  public synchronized String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    if (dropped > 0) {
      text.append("{\"dir\":\"#\",\"message\":{\"remark\":\"")
          .append(dropped)
          .append(" more messages are left out\"}}\n");
    }
    return text.toString();
  }

  /** Appends everything that was written down. */
  public void writeTo(Appendable out) {
    try {
      out.append(text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void request(Request request) {
    redaction.learn(request);
    add(">", request.toJson());
  }

  private void answer(Request request, @Nullable Reply reply, @Nullable Throwable problem) {
    if (reply != null) {
      add("<", replyJson(reply));
      return;
    }
    Throwable cause = problem instanceof CompletionException e ? e.getCause() : problem;
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("seq", request.seq());
    if (cause instanceof AdapterException exception) {
      message.put("kind", exception.kind().name());
    }
    add("!", message.put("problem", String.valueOf(cause == null ? null : cause.getMessage())));
  }

  private synchronized void add(String direction, ObjectNode message) {
    if (lines.size() >= LINES_KEPT) {
      dropped++;
      return;
    }
    ObjectNode clean = redaction.message(message);
    abbreviate(clean);
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("at", Duration.between(start, clock.instant()).toNanos() / 1_000);
    line.put("dir", direction).set("message", clean);
    lines.add(line.toString());
  }

  /** Returns the reply as the adapter writes it; the payload is a copy. */
  static ObjectNode replyJson(Reply reply) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("seq", reply.seq());
    if (reply instanceof Reply.Ok ok) {
      message.set("ok", abbreviated(ok.payload()));
    } else if (reply instanceof Reply.Failure failure) {
      message
          .putObject("error")
          .put("origin", failure.origin().text())
          .put("code", failure.code())
          .put("class", failure.className())
          .put("message", failure.message());
    } else if (reply instanceof Reply.Unsupported unsupported) {
      message
          .putObject("unsupported")
          .put("capability", unsupported.capability())
          .put("why", unsupported.why());
    } else if (reply instanceof Reply.Fault fault) {
      message.putObject("fault").put("message", fault.message()).put("trace", fault.trace());
    }
    return message;
  }

  // A page can be large: the rows that are left out are never copied.
  private static ObjectNode abbreviated(ObjectNode payload) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (var field : payload.properties()) {
      if (field.getKey().equals("rows") && field.getValue() instanceof ArrayNode rows) {
        ArrayNode kept = copy.putArray("rows");
        rows.forEach(row -> addRow(kept, row));
        if (rows.size() > ROWS_KEPT) {
          copy.put("rowsLeftOut", rows.size() - ROWS_KEPT);
        }
      } else {
        copy.set(field.getKey(), field.getValue().deepCopy());
      }
    }
    return copy;
  }

  private static void addRow(ArrayNode kept, JsonNode row) {
    if (kept.size() < ROWS_KEPT) {
      kept.add(row.deepCopy());
    }
  }

  private static void abbreviate(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        JsonNode value = field.getValue();
        if (value.isTextual() && value.textValue().length() > TEXT_KEPT) {
          field.setValue(
              JsonNodeFactory.instance.textNode(
                  value.textValue().substring(0, TEXT_KEPT)
                      + "… ("
                      + value.textValue().length()
                      + " characters)"));
        } else {
          abbreviate(value);
        }
      }
    } else if (node.isArray()) {
      node.forEach(Transcript::abbreviate);
    }
  }

  private final class Recorded implements AdapterChannel {
    private final AdapterChannel channel;

    Recorded(AdapterChannel channel) {
      this.channel = channel;
    }

    @Override
    public CompletableFuture<Reply> send(Request request) {
      request(request);
      return channel
          .send(request)
          .whenComplete((reply, problem) -> answer(request, reply, problem));
    }

    @Override
    public Hello hello() {
      return channel.hello();
    }

    @Override
    public void close() {
      channel.close();
    }
  }
}
