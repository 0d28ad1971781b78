package dev.tck.scenarios.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Hello;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.reference.ColumnInfo;
import dev.tck.reference.ConnectOptions;
import dev.tck.reference.NativeConnector;
import dev.tck.reference.QueryResult;
import dev.tck.reference.ReferenceConnector;
import dev.tck.reference.RowCursor;
import dev.tck.reference.TaosConnection;
import dev.tck.reference.TaosError;
import dev.tck.results.CellKey;
import dev.tck.values.ValueJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers requests by the reference connector, as an adapter process would. */
public final class ReferenceChannel implements AdapterChannel {
  /** The reference connector's id in results. */
  public static final String ID = CellKey.REFERENCE;

  private static final String JAVA = "Java " + Runtime.version().feature();
  private static final int DEFAULT_PAGE_ROWS = 1_000;
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Connecting connector;
  private final List<String> interfaces;
  private final String runtime;
  private final Map<String, TaosConnection> connections = new ConcurrentHashMap<>();
  private final Map<String, PagedResult> results = new ConcurrentHashMap<>();
  private final Map<String, ExecutorService> threads = new ConcurrentHashMap<>();

  /** Opens a connection by an interface. */
  private interface Connecting {
    TaosConnection connect(String interfaceId, ConnectOptions options) throws TaosError;
  }

  /** Creates a channel for REST and WebSocket. */
  public ReferenceChannel(ReferenceConnector connector) {
    this.connector = (by, options) -> connector.connect(by(by), options);
    this.interfaces = List.of("rest", "websocket");
    this.runtime = JAVA;
  }

  /** Creates a channel for the native interface. */
  public ReferenceChannel(NativeConnector connector) {
    this.connector = (by, options) -> connector.connect(options);
    this.interfaces = List.of("native");
    this.runtime = JAVA + ", libtaos " + connector.libraryVersion();
  }

  private static ReferenceConnector.Interface by(String interfaceId) {
    return interfaceId.equals("rest")
        ? ReferenceConnector.Interface.REST
        : ReferenceConnector.Interface.WEBSOCKET;
  }

  @Override
  public Hello hello() {
    return new Hello(
        ID,
        ReferenceConnector.VERSION,
        "java",
        runtime,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        interfaces,
        Set.of());
  }

  @Override
  public CompletableFuture<Reply> send(Request request) {
    ExecutorService thread =
        threads.computeIfAbsent(
            Objects.requireNonNullElse(request.thread(), "main"),
            name -> Executors.newSingleThreadExecutor(work -> daemon(work, name)));
    return CompletableFuture.supplyAsync(() -> reply(request), thread)
        .orTimeout(request.deadline().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(error -> CompletableFuture.failedFuture(explained(error, request)));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, "reference-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private static Throwable explained(Throwable error, Request request) {
    return error instanceof TimeoutException
        ? new AdapterException(
            AdapterException.Kind.HUNG,
            "no answer within " + request.deadline().toMillis() + " ms",
            "")
        : error;
  }

  private Reply reply(Request request) {
    try {
      return new Reply.Ok(request.seq(), execute(request));
    } catch (TaosError e) {
      Reply.Origin origin =
          switch (e.origin()) {
            case SERVER -> Reply.Origin.SERVER;
            case DRIVER -> Reply.Origin.DRIVER;
            case TIMEOUT -> Reply.Origin.TIMEOUT;
          };
      Long code = e.origin() == TaosError.Origin.SERVER ? Long.valueOf(e.code()) : null;
      return new Reply.Failure(
          request.seq(), origin, code, "TaosError", String.valueOf(e.getMessage()));
    } catch (UnsupportedOperationException e) {
      return new Reply.Unsupported(
          request.seq(), request.op().text(), "the reference connector has no such operation yet");
    } catch (IllegalArgumentException e) {
      return new Reply.Fault(request.seq(), String.valueOf(e.getMessage()), "");
    }
  }

  private ObjectNode execute(Request request) throws TaosError {
    ObjectNode arguments = request.arguments();
    return switch (request.op()) {
      case CONNECT -> connect(created(request), arguments, request.deadline());
      case EXECUTE -> object().put("affected", connection(request).execute(sql(arguments)));
      case QUERY -> query(request, arguments);
      case NEXT -> result(request).page(object());
      case CLOSE -> close(used(request));
      case RESET -> reset();
      default -> throw new UnsupportedOperationException(request.op().text());
    };
  }

  private ObjectNode connect(String name, ObjectNode arguments, Duration deadline)
      throws TaosError {
    ConnectOptions options =
        new ConnectOptions(
            text(arguments, "host"),
            arguments.path("port").asInt(),
            text(arguments, "user"),
            text(arguments, "password"),
            optional(arguments, "database"),
            optional(arguments, "timezone"),
            deadline);
    TaosConnection replaced =
        connections.put(name, connector.connect(text(arguments, "interface"), options));
    if (replaced != null) {
      replaced.close();
    }
    return object();
  }

  private ObjectNode query(Request request, ObjectNode arguments) throws TaosError {
    QueryResult result = connection(request).query(sql(arguments));
    if (result instanceof QueryResult.Affected affected) {
      return object().put("affected", affected.rows());
    }
    QueryResult.ResultSet resultSet = (QueryResult.ResultSet) result;
    PagedResult paged =
        new PagedResult(resultSet, arguments.path("pageRows").asInt(DEFAULT_PAGE_ROWS));
    results.put(created(request), paged);
    ObjectNode payload = object();
    ArrayNode columns = payload.putArray("columns");
    for (ColumnInfo column : resultSet.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().sqlName())
          .put("length", column.length())
          .put("nat", "block");
    }
    return paged.page(payload);
  }

  // The handle of a connection stays: what a closed connection answers is the connector's business.
  private ObjectNode close(String handle) throws TaosError {
    PagedResult result = results.remove(handle);
    TaosConnection connection = connections.get(handle);
    if (result == null && connection == null) {
      throw new IllegalArgumentException("no handle " + handle);
    }
    if (result != null) {
      result.close();
    }
    if (connection != null) {
      connection.close();
    }
    return object();
  }

  private ObjectNode reset() {
    results.clear();
    connections.values().forEach(TaosConnection::close);
    connections.clear();
    return object();
  }

  private TaosConnection connection(Request request) {
    return Optional.ofNullable(connections.get(used(request)))
        .orElseThrow(() -> new IllegalArgumentException("no connection " + request.on()));
  }

  private PagedResult result(Request request) {
    return Optional.ofNullable(results.get(used(request)))
        .orElseThrow(() -> new IllegalArgumentException("no result " + request.on()));
  }

  private static String used(Request request) {
    return Optional.ofNullable(request.on())
        .orElseThrow(() -> new IllegalArgumentException("the request names no handle"));
  }

  private static String created(Request request) {
    return Optional.ofNullable(request.as())
        .orElseThrow(() -> new IllegalArgumentException("the request creates no handle"));
  }

  private static String sql(JsonNode arguments) {
    return text(arguments, "sql");
  }

  private static String text(JsonNode arguments, String name) {
    return optional(arguments, name)
        .orElseThrow(() -> new IllegalArgumentException("the request has no " + name));
  }

  private static Optional<String> optional(JsonNode arguments, String name) {
    return Optional.ofNullable(arguments.path(name).textValue());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    reset();
    threads.values().forEach(ExecutorService::shutdownNow);
  }

  /** A result that is handed out page by page. */
  private static final class PagedResult {
    private final QueryResult.ResultSet result;
    private final int pageRows;
    private final RowCursor cursor;

    PagedResult(QueryResult.ResultSet result, int pageRows) {
      this.result = result;
      this.pageRows = pageRows;
      this.cursor = new RowCursor(result);
    }

    ObjectNode page(ObjectNode payload) throws TaosError {
      ArrayNode rows = payload.putArray("rows");
      while (rows.size() < pageRows && cursor.advance()) {
        ArrayNode row = rows.addArray();
        cursor.values().forEach(value -> row.add(ValueJson.toJson(value)));
      }
      return payload.put("more", cursor.hasMore());
    }

    void close() throws TaosError {
      result.close();
    }
  }
}
