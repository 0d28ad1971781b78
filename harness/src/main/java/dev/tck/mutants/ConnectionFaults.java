package dev.tck.mutants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Op;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** How connections and errors go wrong. */
final class ConnectionFaults {
  private static final int LOST_CODE = 0xFFFF;

  private ConnectionFaults() {}

  /** Changes the arguments of connect. */
  static Mutation connect(Consumer<ObjectNode> change) {
    return new Mutation() {
      @Override
      public Request request(Request request) {
        if (request.op() != Op.CONNECT) {
          return request;
        }
        ObjectNode arguments = request.arguments().deepCopy();
        change.accept(arguments);
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

  /** Changes what the connector reports as an error. */
  static Mutation errors(Function<Reply.Failure, Reply> change) {
    return new Mutation() {
      @Override
      public Reply reply(Request request, Reply reply, AdapterChannel connector) {
        return reply instanceof Reply.Failure failure ? change.apply(failure) : reply;
      }
    };
  }

  static Reply.Failure withoutCode(Reply.Failure failure) {
    return new Reply.Failure(
        failure.seq(), failure.origin(), (long) LOST_CODE, failure.className(), failure.message());
  }

  static Reply.Failure withoutMessage(Reply.Failure failure) {
    return new Reply.Failure(
        failure.seq(), failure.origin(), failure.code(), failure.className(), "error");
  }

  static Mutation secretInError() {
    return new Mutation() {
      @Override
      public Reply reply(Request request, Reply reply, AdapterChannel connector) {
        return request.op() == Op.CONNECT && reply instanceof Reply.Failure failure
            ? new Reply.Failure(
                failure.seq(),
                failure.origin(),
                failure.code(),
                failure.className(),
                failure.message() + " " + request.arguments())
            : reply;
      }
    };
  }

  static Mutation deadAfterError() {
    Set<String> dead = new HashSet<>();
    return new Mutation() {
      @Override
      public Optional<Reply> instead(Request request) {
        forgetNewConnections(request, dead);
        return dead.contains(String.valueOf(request.on()))
            ? Optional.of(lost(request))
            : Optional.empty();
      }

      @Override
      public Reply reply(Request request, Reply reply, AdapterChannel connector) {
        if (reply instanceof Reply.Failure && request.on() != null) {
          dead.add(request.on());
        }
        return reply;
      }
    };
  }

  static Mutation deadAfterUnreadResult() {
    Set<String> unread = new HashSet<>();
    Set<String> dead = new HashSet<>();
    return new Mutation() {
      @Override
      public Optional<Reply> instead(Request request) {
        forgetNewConnections(request, dead);
        boolean refused =
            !dead.isEmpty() && (request.op() == Op.QUERY || request.op() == Op.EXECUTE);
        return refused ? Optional.of(lost(request)) : Optional.empty();
      }

      @Override
      public Reply reply(Request request, Reply reply, AdapterChannel connector) {
        if (request.op() == Op.QUERY
            && reply instanceof Reply.Ok ok
            && ok.payload().path("more").asBoolean()) {
          unread.add(String.valueOf(request.as()));
        } else if (request.op() == Op.CLOSE && unread.remove(String.valueOf(request.on()))) {
          dead.add("all");
        }
        return reply;
      }
    };
  }

  private static void forgetNewConnections(Request request, Set<String> dead) {
    if (request.op() == Op.RESET) {
      dead.clear();
    }
  }

  private static Reply lost(Request request) {
    return new Reply.Failure(request.seq(), Reply.Origin.DRIVER, null, "Seeded", "connection lost");
  }

  static Mutation closeIgnored() {
    return new Mutation() {
      @Override
      public Optional<Reply> instead(Request request) {
        return request.op() == Op.CLOSE && !String.valueOf(request.on()).startsWith("result")
            ? Optional.of(new Reply.Ok(request.seq(), emptyObject()))
            : Optional.empty();
      }
    };
  }

  static Mutation useIgnored() {
    return new Mutation() {
      @Override
      public Optional<Reply> instead(Request request) {
        return request.op() == Op.EXECUTE && isUse(request)
            ? Optional.of(new Reply.Ok(request.seq(), emptyObject().put("affected", 0)))
            : Optional.empty();
      }
    };
  }

  private static boolean isUse(Request request) {
    return request.arguments().path("sql").asText("").toLowerCase(Locale.ROOT).startsWith("use ");
  }

  /** A USE on one connection moves all others too. */
  static Mutation useShared() {
    Set<String> connections = new HashSet<>();
    return new Mutation() {
      @Override
      public Reply reply(Request request, Reply reply, AdapterChannel connector) {
        if (request.op() == Op.CONNECT && reply instanceof Reply.Ok) {
          connections.add(String.valueOf(request.as()));
        }
        if (request.op() == Op.EXECUTE && isUse(request)) {
          int number = 0;
          for (String other : connections) {
            number--;
            // Negative numbers are nobody else's.
            Request same =
                new Request(
                    number,
                    Op.EXECUTE,
                    other,
                    null,
                    "use-shared",
                    request.deadline(),
                    request.arguments());
            connector.send(same).join();
          }
        }
        if (request.op() == Op.RESET) {
          connections.clear();
        }
        return reply;
      }
    };
  }

  static ObjectNode emptyObject() {
    return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
  }
}
