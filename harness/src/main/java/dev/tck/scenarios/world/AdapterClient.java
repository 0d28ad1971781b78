package dev.tck.scenarios.world;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.results.Blame;
import dev.tck.results.Status;
import dev.tck.values.Value;
import dev.tck.values.ValueFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls the connector under test through its adapter; what is no answer of the connector aborts the
 * scenario.
 */
public final class AdapterClient {
  private final AdapterChannel channel;
  private final Requests requests;
  private final AtomicLong results;

  /**
   * Creates a client.
   *
   * @param requests numbers the channel's requests and bounds each
   */
  public AdapterClient(AdapterChannel channel, Requests requests) {
    this(channel, requests, new AtomicLong());
  }

  private AdapterClient(AdapterChannel channel, Requests requests, AtomicLong results) {
    this.channel = channel;
    this.requests = requests;
    this.results = results;
  }

  /** Returns a client whose requests the adapter's thread of this name executes. */
  public AdapterClient inThread(String name) {
    return new AdapterClient(channel, requests.onThread(name), results);
  }

  /** Connects and calls the connection {@code name}. */
  public Answer connect(String name, Requests.Endpoint endpoint) {
    return answer(call(requests.connect(name, endpoint)));
  }

  /** Executes a statement without asking for a result. */
  public Answer execute(String connection, String sql) {
    return answer(call(requests.execute(connection, sql)));
  }

  /** Executes a statement and reads its whole result. */
  public Answer query(String connection, String sql) {
    String handle = newResult();
    Reply reply = call(requests.query(connection, handle, sql));
    if (!(reply instanceof Reply.Ok ok) || !ok.payload().has("columns")) {
      return answer(reply);
    }
    Payloads.Page page = page(ok);
    List<Payloads.Column> columns = page.columns();
    List<List<Value>> rows = new ArrayList<>(page.rows());
    while (page.more()) {
      Reply next = call(requests.next(handle));
      if (!(next instanceof Reply.Ok more)) {
        return answer(next);
      }
      page = page(more);
      rows.addAll(page.rows());
    }
    return closed(handle, new Answer.Rows(columns, rows));
  }

  /** Opens a result, reads its first page and closes it, read or not; returns that page. */
  public Answer queryFirstPage(String connection, String sql, int pageRows) {
    String handle = newResult();
    Reply reply = call(requests.query(connection, handle, sql, pageRows));
    if (!(reply instanceof Reply.Ok ok) || !ok.payload().has("columns")) {
      return answer(reply);
    }
    Payloads.Page page = page(ok);
    return closed(handle, new Answer.Rows(page.columns(), page.rows()));
  }

  /**
   * Opens a result under a name of the scenario's and reads its first page; it stays open until
   * {@link #close}.
   */
  public Answer open(String connection, String result, String sql, int pageRows) {
    Reply reply = call(requests.query(connection, result, sql, pageRows));
    if (!(reply instanceof Reply.Ok ok) || !ok.payload().has("columns")) {
      return answer(reply);
    }
    Payloads.Page page = page(ok);
    return new Answer.Rows(page.columns(), page.rows());
  }

  /** Reads the pages of an open result that are left, and adds them to what was read of it. */
  public Answer readOn(String result, Answer.Rows read) {
    List<List<Value>> rows = new ArrayList<>(read.rows());
    boolean more = true;
    while (more) {
      Reply next = call(requests.next(result));
      if (!(next instanceof Reply.Ok ok)) {
        return answer(next);
      }
      Payloads.Page page = page(ok);
      rows.addAll(page.rows());
      more = page.more();
    }
    return new Answer.Rows(read.columns(), rows);
  }

  /** Closes a connection or an open result. */
  public Answer close(String connection) {
    return answer(call(requests.close(connection)));
  }

  /** Drops all handles of the adapter. */
  public void reset() {
    answer(call(requests.reset()));
  }

  private String newResult() {
    return "result" + results.incrementAndGet();
  }

  private Answer closed(String handle, Answer.Rows rows) {
    Reply closed = call(requests.close(handle));
    return closed instanceof Reply.Ok ? rows : answer(closed);
  }

  private Reply call(Request request) {
    try {
      return checked(channel.send(request).get(), request);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AdapterException failure) {
        throw aborted(failure, request);
      }
      throw new ScenarioAborted(
          Status.ADAPTER_FAULT,
          Blame.HARNESS,
          "the harness failed at " + request.op().text() + ": " + e.getCause(),
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
