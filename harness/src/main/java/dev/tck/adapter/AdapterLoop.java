package dev.tck.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the adapter's side of the protocol: requests on one stream, replies on the other, a line
 * each.
 *
 * <p>The reference connector's native interface lives in a process of its own by this, because
 * libtaos can end the process that loads it.
 */
public final class AdapterLoop {
  private final AdapterChannel channel;
  private final OutputStream out;
  private final ObjectReader reader =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /** Creates a loop that answers by a channel. */
  public AdapterLoop(AdapterChannel channel, OutputStream out) {
    this.channel = channel;
    this.out = out;
  }

  /**
   * Serves until the harness says bye or closes the stream.
   *
   * @throws IOException if the streams fail
   * @throws ProtocolException if a line is no request
   */
  public void serve(InputStream in) throws IOException, ProtocolException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      Request request = request(line, ++number);
      switch (request.op()) {
        case HELLO -> write(new Reply.Ok(request.seq(), hello()));
        case BYE -> {
          write(new Reply.Ok(request.seq(), object()));
          return;
        }
        default -> {
          CompletableFuture<Reply> unused =
              channel.send(request).whenComplete((reply, error) -> answer(request, reply, error));
        }
      }
    }
  }

  private void answer(Request request, @Nullable Reply reply, @Nullable Throwable error) {
    try {
      write(reply != null ? reply : new Reply.Fault(request.seq(), String.valueOf(error), ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The line itself is not repeated, because it may hold a password.
  private ObjectNode read(String line, long number) throws ProtocolException {
    try {
      if (reader.readTree(line) instanceof ObjectNode message) {
        return message;
      }
    } catch (JsonProcessingException e) {
      throw wrong(number, "is no JSON");
    }
    throw wrong(number, "is no JSON object");
  }

  private static ProtocolException wrong(long number, String what) {
    return new ProtocolException("line " + number + " of the adapter's standard input " + what);
  }

  private Request request(String line, long number) throws ProtocolException {
    ObjectNode message = read(line, number);
    if (!message.path("seq").isIntegralNumber()) {
      throw wrong(number, "has no whole number \"seq\"");
    }
    String name = message.path("op").asText();
    Op op =
        Op.ofText(name)
            .orElseThrow(
                () -> wrong(number, "names no operation of the protocol, but “" + name + "”"));
    ObjectNode arguments = message.deepCopy();
    arguments.remove(List.of("seq", "op", "on", "as", "thread", "deadlineMs"));
    return new Request(
        message.path("seq").asLong(),
        op,
        text(message, "on"),
        text(message, "as"),
        text(message, "thread"),
        Duration.ofMillis(message.path("deadlineMs").asLong()),
        arguments);
  }

  private static @Nullable String text(ObjectNode message, String field) {
    JsonNode value = message.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  private ObjectNode hello() {
    Hello hello = channel.hello();
    ObjectNode payload = object().put("protocol", 1);
    payload.putObject("connector").put("name", hello.connector()).put("version", hello.version());
    payload.put("language", hello.language());
    int blank = hello.runtime().indexOf(' ');
    payload
        .putObject("runtime")
        .put("name", hello.runtime().substring(0, blank))
        .put("version", hello.runtime().substring(blank + 1));
    payload.put("os", hello.os()).put("arch", hello.arch());
    hello.interfaces().forEach(payload.putArray("interfaces")::add);
    hello.capabilities().stream().sorted().forEach(payload.putArray("capabilities")::add);
    return payload;
  }

  private synchronized void write(Reply reply) throws IOException {
    ObjectNode message = object().put("seq", reply.seq());
    if (reply instanceof Reply.Ok ok) {
      message.set("ok", ok.payload());
    } else if (reply instanceof Reply.Failure failure) {
      ObjectNode body = message.putObject("error").put("origin", failure.origin().text());
      if (failure.code() != null) {
        body.put("code", failure.code());
      }
      body.put("class", failure.className()).put("message", failure.message());
    } else if (reply instanceof Reply.Unsupported unsupported) {
      message
          .putObject("unsupported")
          .put("capability", unsupported.capability())
          .put("why", unsupported.why());
    } else if (reply instanceof Reply.Fault fault) {
      message.putObject("fault").put("message", fault.message()).put("trace", fault.trace());
    }
    out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
