package dev.tck.adapter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of protocol version 1, numbered from 1.
 *
 * <p>Copies made by {@link #onThread} and {@link #within} share the numbering, so that one adapter
 * is asked through one family of them. All may be used by many threads.
 */
public final class Requests {
  private final AtomicLong sequence;
  private final Duration deadline;
  private final @Nullable String thread;

  /** Creates requests with this deadline, for the adapter's main thread. */
  public Requests(Duration deadline) {
    this(new AtomicLong(), deadline, null);
  }

  private Requests(AtomicLong sequence, Duration deadline, @Nullable String thread) {
    this.sequence = sequence;
    this.deadline = deadline;
    this.thread = thread;
  }

  /** Returns requests for the adapter's thread of this name. */
  public Requests onThread(String name) {
    return new Requests(sequence, deadline, name);
  }

  /** Returns requests with another deadline. */
  public Requests within(Duration otherDeadline) {
    return new Requests(sequence, otherDeadline, thread);
  }

  /**
   * Says where and as whom to connect.
   *
   * @param interfaceId is {@code native}, {@code rest} or {@code websocket}
   * @param database is the database to connect to, null for none
   * @param timezone is the session's time zone as the connector takes it, null for its default
   * @param options are settings of the connector or the adapter by name; the adapter's README lists
   *     them
   */
  public record Endpoint(
      String interfaceId,
      String host,
      int port,
      String user,
      String password,
      @Nullable String database,
      @Nullable String timezone,
      Map<String, String> options) {
    public Endpoint {
      options = Map.copyOf(options);
    }

    /** Creates an endpoint without database, time zone and options. */
    public Endpoint(String interfaceId, String host, int port, String user, String password) {
      this(interfaceId, host, port, user, password, null, null, Map.of());
    }

    /** Returns the same endpoint with a database. */
    public Endpoint withDatabase(String name) {
      return new Endpoint(interfaceId, host, port, user, password, name, timezone, options);
    }

    @Override
    public String toString() {
      return interfaceId + " " + user + "@" + host + ":" + port;
    }
  }

  /** Asks who the adapter is. */
  public Request hello() {
    ObjectNode arguments = arguments();
    arguments.putArray("protocol").add(1);
    return request(Op.HELLO, null, null, arguments);
  }

  /** Opens a connection that later requests name {@code as}. */
  public Request connect(String as, Endpoint endpoint) {
    ObjectNode arguments =
        arguments()
            .put("interface", endpoint.interfaceId())
            .put("host", endpoint.host())
            .put("port", endpoint.port())
            .put("user", endpoint.user())
            .put("password", endpoint.password());
    if (endpoint.database() != null) {
      arguments.put("database", endpoint.database());
    }
    if (endpoint.timezone() != null) {
      arguments.put("timezone", endpoint.timezone());
    }
    if (!endpoint.options().isEmpty()) {
      ObjectNode options = arguments.putObject("options");
      endpoint.options().forEach(options::put);
    }
    return request(Op.CONNECT, null, as, arguments);
  }

  /** Closes a connection or a result. */
  public Request close(String on) {
    return request(Op.CLOSE, on, null, arguments());
  }

  /** Executes a statement and asks for the affected rows. */
  public Request execute(String on, String sql) {
    return request(Op.EXECUTE, on, null, arguments().put("sql", sql));
  }

  /** Executes a statement and asks for the first page of its result, of at most 1,000 rows. */
  public Request query(String on, String as, String sql) {
    return request(Op.QUERY, on, as, arguments().put("sql", sql));
  }

  /** Executes a statement and asks for the first page of its result. */
  public Request query(String on, String as, String sql, int pageRows) {
    return request(Op.QUERY, on, as, arguments().put("sql", sql).put("pageRows", pageRows));
  }

  /** Asks for the next page of a result. */
  public Request next(String on) {
    return request(Op.NEXT, on, null, arguments());
  }

  /** Asks for facts of the adapter's process: {@code fds}, {@code threads}, {@code memory}. */
  public Request probe(Collection<String> what) {
    ObjectNode arguments = arguments();
    ArrayNode names = arguments.putArray("what");
    what.forEach(names::add);
    return request(Op.PROBE, null, null, arguments);
  }

  /**
   * Runs a loop inside the adapter.
   *
   * @param workload is {@code roundtrip}, {@code insert} or {@code fetch}
   * @param parameters are the workload's own; see {@code docs/adapters.md}
   */
  public Request bench(
      String on, String workload, ObjectNode parameters, Duration warmup, Duration measured) {
    ObjectNode arguments = arguments().put("workload", workload);
    arguments.set("params", parameters.deepCopy());
    arguments.put("warmupMs", warmup.toMillis()).put("measureMs", measured.toMillis());
    return request(Op.BENCH, on, null, arguments);
  }

  /** Closes everything that is open in the adapter. */
  public Request reset() {
    return request(Op.RESET, null, null, arguments());
  }

  /** Ends the adapter. */
  public Request bye() {
    return request(Op.BYE, null, null, arguments());
  }

  /** Makes a request of any operation with any fields. */
  public Request request(Op op, @Nullable String on, @Nullable String as, ObjectNode arguments) {
    return new Request(sequence.incrementAndGet(), op, on, as, thread, deadline, arguments);
  }

  private static ObjectNode arguments() {
    return JsonNodeFactory.instance.objectNode();
  }
}
