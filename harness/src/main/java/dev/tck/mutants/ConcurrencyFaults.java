package dev.tck.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Op;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** How threads, connections and open results disturb each other. */
final class ConcurrencyFaults {
  private static final int DROPPED_ONE_IN = 7;

  private ConcurrencyFaults() {}

  static List<Fault> all() {
    return List.of(
        fault(
            "answers-crossed",
            "A thread gets the rows that another one asked for",
            ConcurrencyFaults::answersCrossed),
        fault(
            "close-closes-all",
            "Closing a connection closes all others too",
            ConcurrencyFaults::closeClosesAll),
        fault(
            "database-of-first-connection",
            "Every connection gets the database of the first",
            ConcurrencyFaults::databaseOfFirst),
        fault(
            "result-ended-by-next",
            "A result ends when the next one is opened",
            ConcurrencyFaults::resultEndedByNext),
        fault(
            "write-lost-among-threads",
            "One write in seven is lost when threads write",
            ConcurrencyFaults::writeLost));
  }

  private static Fault fault(String id, String title, Supplier<Mutation> mutation) {
    return new Fault.InConnector(id, title, channel -> new MutatedChannel(channel, mutation.get()));
  }

  private static boolean isWorker(Request request) {
    return request.thread() != null && request.thread().startsWith("worker");
  }

  private static Mutation answersCrossed() {
    AtomicReference<JsonNode> before = new AtomicReference<>();
    return new Mutation() {
      @Override
      public Reply reply(Request request, Reply reply, AdapterChannel connector) {
        if (!isWorker(request) || !(reply instanceof Reply.Ok ok) || !ok.payload().has("rows")) {
          return reply;
        }
        JsonNode mine = ok.payload().path("rows");
        ObjectNode payload = ok.payload().deepCopy();
        payload.set("rows", Objects.requireNonNullElse(before.getAndSet(mine), mine));
        return new Reply.Ok(ok.seq(), payload);
      }
    };
  }

  private static Mutation closeClosesAll() {
    AtomicInteger closed = new AtomicInteger();
    return new Mutation() {
      @Override
      public Optional<Reply> instead(Request request) {
        if (request.op() == Op.RESET) {
          closed.set(0);
        } else if (request.op() == Op.CLOSE && !isResult(String.valueOf(request.on()))) {
          closed.incrementAndGet();
        } else if (closed.get() > 0 && request.arguments().has("sql")) {
          return Optional.of(
              new Reply.Failure(
                  request.seq(), Reply.Origin.DRIVER, null, "Seeded", "connection closed"));
        }
        return Optional.empty();
      }
    };
  }

  // Scenarios call their connections main or by one capital letter, the harness's results result1.
  private static boolean isResult(String handle) {
    return handle.startsWith("result");
  }

  private static Mutation databaseOfFirst() {
    AtomicReference<JsonNode> first = new AtomicReference<>();
    return new Mutation() {
      @Override
      public Request request(Request request) {
        if (request.op() == Op.RESET) {
          first.set(null);
        }
        if (request.op() != Op.CONNECT || !request.arguments().has("database")) {
          return request;
        }
        first.compareAndSet(null, request.arguments().path("database"));
        ObjectNode arguments = request.arguments().deepCopy();
        arguments.set("database", Objects.requireNonNull(first.get()));
        return new Request(
            request.seq(),
            request.op(),
            request.on(),
            request.as(),
            request.thread(),
            request.deadline(),
            arguments);
      }
    };
  }

  private static Mutation resultEndedByNext() {
    ConcurrentHashMap<String, Boolean> open = new ConcurrentHashMap<>();
    return new Mutation() {
      @Override
      public Optional<Reply> instead(Request request) {
        if (request.op() == Op.QUERY) {
          open.replaceAll((result, living) -> false);
          open.put(String.valueOf(request.as()), true);
        }
        boolean ended =
            request.op() == Op.NEXT && !open.getOrDefault(String.valueOf(request.on()), true);
        return ended ? Optional.of(new Reply.Ok(request.seq(), empty())) : Optional.empty();
      }
    };
  }

  private static ObjectNode empty() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.putArray("rows");
    return page.put("more", false);
  }

  private static Mutation writeLost() {
    AtomicInteger writes = new AtomicInteger();
    return new Mutation() {
      @Override
      public Optional<Reply> instead(Request request) {
        boolean lost =
            request.op() == Op.EXECUTE
                && isWorker(request)
                && writes.incrementAndGet() % DROPPED_ONE_IN == 0;
        return lost
            ? Optional.of(
                new Reply.Ok(
                    request.seq(), JsonNodeFactory.instance.objectNode().put("affected", 1)))
            : Optional.empty();
      }
    };
  }
}
