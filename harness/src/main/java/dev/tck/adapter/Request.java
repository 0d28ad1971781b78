package dev.tck.adapter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks an adapter for one operation.
 *
 * @param seq is named by the reply; unique within the life of the adapter's process
 * @param op is what to do
 * @param on is the handle that the operation uses, null for none
 * @param as is the handle that the operation creates, null for none
 * @param thread names the thread that executes it: the same name in order, different names
 *     concurrently; null for the adapter's main thread
 * @param deadline is how long the adapter has; the harness waits two seconds longer before it kills
 * @param arguments are the operation's own fields
 */
public record Request(
    long seq,
    Op op,
    @Nullable String on,
    @Nullable String as,
    @Nullable String thread,
    Duration deadline,
    ObjectNode arguments) {
  public Request {
    requireNonNull(op);
    requireNonNull(deadline);
    arguments = arguments.deepCopy();
  }

  /** Returns the message as it stands on the adapter's standard input. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("seq", seq).put("op", op.text());
    if (on != null) {
      json.put("on", on);
    }
    if (as != null) {
      json.put("as", as);
    }
    if (thread != null) {
      json.put("thread", thread);
    }
    json.put("deadlineMs", deadline.toMillis());
    json.setAll(arguments);
    return json;
  }
}
