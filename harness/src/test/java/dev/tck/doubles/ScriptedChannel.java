package dev.tck.doubles;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Hello;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.values.Value;
import dev.tck.values.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** An adapter whose every reply a test decides. */
public final class ScriptedChannel implements AdapterChannel {
  private final Script script;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger closed = new AtomicInteger();

  /** Answers a request, or does not. */
  public interface Script {
    /**
     * Returns the reply.
     *
     * @throws AdapterException if the adapter is to crash, to hang or to break the protocol
     */
    Reply answer(Request request) throws AdapterException;
  }

  /** Creates a channel. */
  public ScriptedChannel(Script script) {
    this.script = script;
  }

  /** Returns what was asked so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Returns what was asked so far, as {@code op sql}. */
  public List<String> asked() {
    return requests().stream().map(ScriptedChannel::display).toList();
  }

  private static String display(Request request) {
    return (request.op().text() + " " + request.arguments().path("sql").asText()).strip();
  }

  /** Returns how often the channel was closed. */
  public int closed() {
    return closed.get();
  }

  @Override
  public CompletableFuture<Reply> send(Request request) {
    requests.add(request);
    try {
      return CompletableFuture.completedFuture(script.answer(request));
    } catch (AdapterException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public Hello hello() {
    return new Hello(
        "scripted", "1.2.3", "java", "Java 17", "linux", "x64", List.of("rest"), Set.of("b", "a"));
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  /** Returns the reply to something that has no result. */
  public static Reply ok(Request request) {
    return new Reply.Ok(request.seq(), JsonNodeFactory.instance.objectNode());
  }

  /** Returns the reply of a statement that changed rows. */
  public static Reply affected(Request request, long rows) {
    return new Reply.Ok(request.seq(), JsonNodeFactory.instance.objectNode().put("affected", rows));
  }

  /** Returns the first page of a result with one column of this type. */
  public static Reply rows(Request request, String type, boolean more, Value... values) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.putArray("columns").addObject().put("name", "v").put("type", type).put("nat", "host");
    return page(request, payload, more, values);
  }

  /** Returns a later page. */
  public static Reply page(Request request, boolean more, Value... values) {
    return page(request, JsonNodeFactory.instance.objectNode(), more, values);
  }

  private static Reply page(Request request, ObjectNode payload, boolean more, Value... values) {
    var rows = payload.putArray("rows");
    for (Value value : values) {
      rows.addArray().add(ValueJson.toJson(value));
    }
    return new Reply.Ok(request.seq(), payload.put("more", more));
  }

  /** Returns an error of the server. */
  public static Reply refused(Request request, long code, String message) {
    return new Reply.Failure(request.seq(), Reply.Origin.SERVER, code, "Error", message);
  }
}
