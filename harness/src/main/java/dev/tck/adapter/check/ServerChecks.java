package dev.tck.adapter.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.adapter.check.AdapterCheck.Check;
import dev.tck.values.Value;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The checks that need a server. */
final class ServerChecks {
  private static final String CONNECTION = "check";
  private static final String RESULT = "result";
  private static final String DATABASE = "tck_check_adapter";
  private static final String TABLE = DATABASE + ".t";
  private static final int ROWS = 3;
  private static final Duration BENCH = Duration.ofSeconds(2);

  private ServerChecks() {}

  static List<Check> all(Requests.@Nullable Endpoint endpoint) {
    return List.of(
        new Check("connect", "opens a connection", adapter -> connect(adapter, endpoint)),
        new Check("select", "answers a query by a page of values", ServerChecks::select),
        new Check(
            "error",
            "reports what the server refuses as an error of the server",
            ServerChecks::error),
        new Check(
            "no-result-set",
            "answers a statement without a result set without creating a handle",
            ServerChecks::noResultSet),
        new Check("pages", "hands out a result in pages, up to an empty one", ServerChecks::pages),
        new Check(
            "concurrency",
            "answers on one thread while another one is busy",
            ServerChecks::concurrency),
        new Check(
            "use-after-close",
            "lets a closed connection answer by itself until the handle is used again",
            adapter -> {
              adapter.ok(adapter.requests().close(CONNECTION));
              adapter.expectAnswer(
                  adapter.requests().query(CONNECTION, RESULT, "select server_version()"));
            }),
        new Check(
            "reset-closes",
            "closes everything on reset, and frees its handles",
            adapter -> resetCloses(adapter, endpoint)));
  }

  private static void connect(Conversation adapter, Requests.@Nullable Endpoint endpoint)
      throws CheckFailure, InterruptedException {
    if (endpoint != null) {
      adapter.ok(adapter.requests().connect(CONNECTION, endpoint));
    }
  }

  private static void select(Conversation adapter) throws CheckFailure, InterruptedException {
    Payloads.Page page = adapter.page(adapter.requests().query(CONNECTION, RESULT, "select 1"));
    adapter.ok(adapter.requests().close(RESULT));
    if (page.columns().isEmpty() || page.rows().size() != 1) {
      throw new CheckFailure("select 1 brings " + page);
    }
  }

  private static void error(Conversation adapter) throws CheckFailure, InterruptedException {
    Request request =
        adapter.requests().query(CONNECTION, RESULT, "select * from tck_no_such_database.t");
    Reply reply = adapter.ask(request);
    if (!(reply instanceof Reply.Failure failure) || failure.origin() != Reply.Origin.SERVER) {
      throw new CheckFailure("a table of an unknown database is answered by " + reply);
    }
  }

  private static void noResultSet(Conversation adapter) throws CheckFailure, InterruptedException {
    Requests requests = adapter.requests();
    adapter.ok(requests.execute(CONNECTION, "drop database if exists " + DATABASE));
    // Servers of 2.x know no vgroups.
    if (!(adapter.ask(requests.execute(CONNECTION, "create database " + DATABASE + " vgroups 1"))
        instanceof Reply.Ok)) {
      adapter.ok(requests.execute(CONNECTION, "create database " + DATABASE));
    }
    adapter.ok(
        requests.execute(
            CONNECTION, "create table " + TABLE + " (ts timestamp, i int, d double, n nchar(10))"));
    Reply.Ok inserted =
        adapter.ok(
            requests.query(
                CONNECTION,
                RESULT,
                "insert into "
                    + TABLE
                    + " values (1700000000000, 1, 0.5, 'x') (1700000000001, null, null, null)"
                    + " (1700000000002, -1, -0.0, '')"));
    if (inserted.payload().has("columns")) {
      throw new CheckFailure("an insert is answered by columns: " + inserted.payload());
    }
    adapter.expect(requests.next(RESULT), Reply.Fault.class);
  }

  private static void pages(Conversation adapter) throws CheckFailure, InterruptedException {
    Requests requests = adapter.requests();
    Payloads.Page first =
        adapter.page(
            requests.query(
                CONNECTION, RESULT, "select * from " + TABLE + " order by ts", ROWS - 1));
    Payloads.Page second = adapter.page(requests.next(RESULT));
    Payloads.Page after = adapter.page(requests.next(RESULT));
    adapter.ok(requests.close(RESULT));
    if (first.rows().size() != ROWS - 1 || !first.more() || second.rows().size() != 1) {
      throw new CheckFailure(
          "3 rows in pages of 2 come as " + first.rows().size() + " and " + second.rows().size());
    }
    if (!after.rows().isEmpty() || after.more()) {
      throw new CheckFailure("after the end comes " + after);
    }
    for (List<Value> row : first.rows()) {
      if (row.size() != first.columns().size()) {
        throw new CheckFailure(
            "a row has " + row.size() + " values for " + first.columns().size() + " columns");
      }
    }
  }

  private static void concurrency(Conversation adapter) throws CheckFailure, InterruptedException {
    Requests requests = adapter.requests();
    ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("sql", "select 1");
    Request busy =
        requests.onThread("busy").bench(CONNECTION, "roundtrip", parameters, Duration.ZERO, BENCH);
    CompletableFuture<Reply> bench = adapter.send(busy);
    adapter.ok(requests.onThread("other").probe(List.of()));
    boolean first = !bench.isDone();
    Reply reply = adapter.await(busy, bench);
    if (!(reply instanceof Reply.Ok ok) || Payloads.bench(ok.payload()).operations() < 1) {
      throw new CheckFailure("bench is answered by " + reply);
    }
    if (!first) {
      throw new CheckFailure("a request on another thread waited for the busy one");
    }
  }

  private static void resetCloses(Conversation adapter, Requests.@Nullable Endpoint endpoint)
      throws CheckFailure, InterruptedException {
    Requests requests = adapter.requests();
    connect(adapter, endpoint);
    adapter.page(requests.query(CONNECTION, RESULT, "select * from " + TABLE, 1));
    adapter.ok(requests.reset());
    adapter.expect(requests.next(RESULT), Reply.Fault.class);
    connect(adapter, endpoint);
    adapter.ok(requests.execute(CONNECTION, "drop database " + DATABASE));
    adapter.ok(requests.reset());
  }
}
