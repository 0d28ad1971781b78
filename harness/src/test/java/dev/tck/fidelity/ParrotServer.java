package dev.tck.fidelity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says what a recording says, in its order; may be told to lie, to answer otherwise, or to hang.
 */
final class ParrotServer implements AutoCloseable {
  private static final String DONE =
      "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[0]],\"rows\":1}";

  private record Line(String place, int status, String answer) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Line>> lines = new HashMap<>();
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch end = new CountDownLatch(1);
  private BinaryOperator<String> liar = (place, answer) -> answer;
  private @Nullable String hangAt;

  ParrotServer(Recording recording, String prefix) throws IOException {
    for (RecordedCase recorded : recording.cases()) {
      String name = CaseDatabase.nameOf(recorded, prefix);
      for (Exchange exchange : recorded.exchanges()) {
        String body =
            exchange.call() instanceof Call.Post post ? post.body() : exchange.call().text();
        lines
            .computeIfAbsent(body.replace("$DB", name), key -> new ArrayDeque<>())
            .add(
                new Line(
                    recorded.name() + "/" + exchange.step(),
                    exchange.http(),
                    exchange.answer().replace("$DB", name)));
      }
    }
    // Else each answer waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", server.getAddress().getPort(), "root", "taosdata");
  }

  /** Changes answers: the operator gets case/step and the recorded answer. */
  void lie(BinaryOperator<String> how) {
    liar = how;
  }

  void answer(String sql, String answer) {
    answers.put(sql, answer);
  }

  void hangAt(String sql) {
    hangAt = sql;
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body;
    try (InputStream input = exchange.getRequestBody()) {
      body = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
    String path = exchange.getRequestURI().getPath();
    requests.add((path.startsWith("/rest/sql") ? "/rest/sql" : path) + " " + body);
    if (body.equals(hangAt)) {
      awaitEnd();
    }
    Deque<Line> said = lines.get(body);
    Line line = said == null || said.isEmpty() ? null : said.removeFirst();
    String answer =
        answers.containsKey(body)
            ? answers.get(body)
            : line == null ? DONE : liar.apply(line.place(), line.answer());
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    int status = line == null ? 200 : line.status();
    exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
    if (status != 204) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
