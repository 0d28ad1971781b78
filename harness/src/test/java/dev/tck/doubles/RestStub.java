package dev.tck.doubles;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** An HTTP server that answers each request as a test says, wrongly too. */
public final class RestStub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch end = new CountDownLatch(1);
  private final Function<Call, Answer> script;

  /**
   * What was asked.
   *
   * @param uri is path and query as they were sent
   * @param login is user and password, {@code root:taosdata}; empty without Basic authorization
   * @param headers are the first values by name, in lower case
   */
  public record Call(String uri, String login, String sql, Map<String, String> headers) {}

  /**
   * What is answered.
   *
   * @param manner says whether the whole body arrives
   */
  public record Answer(int status, Map<String, String> headers, String body, Manner manner) {
    /** Returns the same answer in another manner. */
    public Answer in(Manner other) {
      return new Answer(status, headers, body, other);
    }

    /** Returns the same answer with another HTTP status. */
    public Answer status(int other) {
      return new Answer(other, headers, body, manner);
    }
  }

  /** Names how an answer arrives. */
  public enum Manner {
    WHOLE,
    GZIP,
    /** Nothing arrives, not even a status. */
    SILENT,
    /** Status and body arrive, and the end never does. */
    STALLED,
    /** The connection ends before the body does. */
    CUT
  }

  /** Starts a server on a free port. */
  public RestStub(Function<Call, Answer> script) {
    this.script = script;
    // Else each answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Returns an answer with JSON, as taosAdapter gives it. */
  public static Answer json(String body) {
    return new Answer(
        200, Map.of("Content-Type", "application/json; charset=utf-8"), body, Manner.WHOLE);
  }

  /** Returns what {@code select server_version()} is answered. */
  public static String version(String tdengine) {
    return "{\"code\":0,\"column_meta\":[[\"server_version()\",\"VARCHAR\",7]],\"data\":[[\""
        + tdengine
        + "\"]],\"rows\":1}";
  }

  /** Returns an answer with text. */
  public static Answer text(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "text/plain"), body, Manner.WHOLE);
  }

  /** Returns the port on 127.0.0.1. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns what was asked so far. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers = new java.util.TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
    Call call =
        new Call(exchange.getRequestURI().toString(), login(headers), sql, Map.copyOf(headers));
    calls.add(call);
    try (exchange) {
      send(exchange, script.apply(call));
    }
  }

  private static String login(Map<String, String> headers) {
    String authorization = headers.getOrDefault("authorization", "");
    return authorization.startsWith("Basic ")
        ? new String(
            Base64.getDecoder().decode(authorization.substring("Basic ".length())),
            StandardCharsets.UTF_8)
        : "";
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.manner() == Manner.SILENT) {
      awaitEnd();
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    if (answer.manner() == Manner.GZIP) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      body = zipped(body);
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean whole = answer.manner() == Manner.WHOLE || answer.manner() == Manner.GZIP;
    long length = whole ? body.length : body.length + 1L;
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
    }
    if (answer.manner() == Manner.STALLED) {
      awaitEnd();
    }
  }

  private static byte[] zipped(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the server and all its connections; whoever connects afterwards is refused. */
  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
