package dev.tck.scenarios.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Op;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.results.Blame;
import dev.tck.results.Status;
import dev.tck.values.Value;
import dev.tck.values.ValueFormatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Calls the connector under test through its adapter; what is no answer of the connector aborts the
 * scenario.
 */
public final class AdapterClient {
  private final AdapterChannel channel;
  private final AtomicLong sequence;
  private final Duration deadline;

  /**
   * Creates a client.
   *
   * @param sequence numbers the requests of the channel
   * @param deadline bounds every operation
   */
  public AdapterClient(AdapterChannel channel, AtomicLong sequence, Duration deadline) {
    this.channel = channel;
    this.sequence = sequence;
    this.deadline = deadline;
  }

  /** Connects and calls the connection {@code name}. */
  public Answer connect(String name, ObjectNode arguments) {
    return answer(call(Op.CONNECT, null, name, null, arguments));
  }

  /** Executes a statement without asking for a result. */
  public Answer execute(String connection, String sql) {
    return answer(call(Op.EXECUTE, connection, null, null, sql(sql)));
  }

  /** Executes a statement and reads its whole result. */
  public Answer query(String connection, String sql) {
    String handle = "result-" + sequence.get();
    Reply reply = call(Op.QUERY, connection, handle, null, sql(sql));
    if (!(reply instanceof Reply.Ok ok) || !ok.payload().has("columns")) {
      return answer(reply);
    }
    Payloads.Page page = page(ok);
    List<Payloads.Column> columns = page.columns();
    List<List<Value>> rows = new ArrayList<>(page.rows());
    while (page.more()) {
      Reply next = call(Op.NEXT, handle, null, null, none());
      if (!(next instanceof Reply.Ok more)) {
        return answer(next);
      }
      page = page(more);
      rows.addAll(page.rows());
    }
    Reply closed = call(Op.CLOSE, handle, null, null, none());
    return closed instanceof Reply.Ok ? new Answer.Rows(columns, rows) : answer(closed);
  }

  /** Opens a result, reads its first page and closes it, read or not; returns that page. */
  public Answer queryFirstPage(String connection, String sql, int pageRows) {
    String handle = "result-" + sequence.get();
    Reply reply = call(Op.QUERY, connection, handle, null, sql(sql).put("pageRows", pageRows));
    if (!(reply instanceof Reply.Ok ok) || !ok.payload().has("columns")) {
      return answer(reply);
    }
    Payloads.Page page = page(ok);
    Reply closed = call(Op.CLOSE, handle, null, null, none());
    return closed instanceof Reply.Ok
        ? new Answer.Rows(page.columns(), page.rows())
        : answer(closed);
  }

  /** Closes a connection. */
  public Answer close(String connection) {
    return answer(call(Op.CLOSE, connection, null, null, none()));
  }

  /** Drops all handles of the adapter. */
  public void reset() {
    answer(call(Op.RESET, null, null, null, none()));
  }

  private static ObjectNode sql(String sql) {
    return none().put("sql", sql);
  }

  private static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  private Reply call(
      Op op,
      @Nullable String on,
      @Nullable String as,
      @Nullable String thread,
      ObjectNode arguments) {
    Request request =
        new Request(sequence.incrementAndGet(), op, on, as, thread, deadline, arguments);
    try {
      return checked(channel.send(request).get(), request);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AdapterException failure) {
        throw aborted(failure, request);
      }
      throw new ScenarioAborted(
          Status.ADAPTER_FAULT,
          Blame.HARNESS,
          "the harness failed at " + op.text() + ": " + e.getCause(),
          "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScenarioAborted(Status.NOT_RUN, Blame.HARNESS, "interrupted", "");
    }
  }

  private static Reply checked(Reply reply, Request request) {
    if (reply instanceof Reply.Unsupported unsupported) {
      throw new ScenarioAborted(
          Status.UNSUPPORTED,
          Blame.CONNECTOR,
          "unsupported: " + unsupported.capability() + " (" + unsupported.why() + ")",
          "");
    }
    if (reply instanceof Reply.Fault fault) {
      throw new ScenarioAborted(
          Status.ADAPTER_FAULT,
          Blame.ADAPTER,
          "the adapter failed at " + request.op().text() + ": " + fault.message(),
          fault.trace());
    }
    return reply;
  }

  private static ScenarioAborted aborted(AdapterException failure, Request request) {
    String reason = "at " + request.op().text() + ": " + failure.getMessage();
    return switch (failure.kind()) {
      case CRASHED ->
          new ScenarioAborted(Status.CRASH, Blame.CONNECTOR, reason, failure.evidence());
      case HUNG -> new ScenarioAborted(Status.HUNG, Blame.CONNECTOR, reason, failure.evidence());
      case BROKE_PROTOCOL, NOT_STARTED ->
          new ScenarioAborted(Status.ADAPTER_FAULT, Blame.ADAPTER, reason, failure.evidence());
    };
  }

  private static Payloads.Page page(Reply.Ok ok) {
    try {
      return Payloads.page(ok.payload());
    } catch (ValueFormatException e) {
      throw new ScenarioAborted(
          Status.ADAPTER_FAULT,
          Blame.ADAPTER,
          "the adapter sent a result that cannot be read: " + e.getMessage(),
          "");
    }
  }

  private static Answer answer(Reply reply) {
    return reply instanceof Reply.Failure failure
        ? new Answer.Refused(failure)
        : new Answer.Done(Payloads.affected(((Reply.Ok) reply).payload()));
  }
}
