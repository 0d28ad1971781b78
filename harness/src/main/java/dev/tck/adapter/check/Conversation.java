package dev.tck.adapter.check;

import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.adapter.process.AdapterProcess;
import dev.tck.values.ValueFormatException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Talks to the adapter that is checked, and turns what it should not do into failures. */
final class Conversation {
  private final AdapterProcess adapter;
  private final Requests requests;

  Conversation(AdapterProcess adapter, Requests requests) {
    this.adapter = adapter;
    this.requests = requests;
  }

  AdapterProcess adapter() {
    return adapter;
  }

  Requests requests() {
    return requests;
  }

  CompletableFuture<Reply> send(Request request) {
    return adapter.send(request);
  }

  Reply ask(Request request) throws CheckFailure, InterruptedException {
    return await(request, send(request));
  }

  Reply await(Request request, CompletableFuture<Reply> reply)
      throws CheckFailure, InterruptedException {
    try {
      return reply.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AdapterException failure) {
        throw new CheckFailure(
            request.op().text() + ": " + failure.kind() + ", " + failure.getMessage());
      }
      throw new IllegalStateException(e);
    }
  }

  Reply.Ok ok(Request request) throws CheckFailure, InterruptedException {
    Reply reply = ask(request);
    if (reply instanceof Reply.Ok ok) {
      return ok;
    }
    throw new CheckFailure(request.op().text() + " is answered by " + display(reply));
  }

  Payloads.Page page(Request request) throws CheckFailure, InterruptedException {
    try {
      return Payloads.page(ok(request).payload());
    } catch (ValueFormatException e) {
      throw new CheckFailure(request.op().text() + ": " + e.getMessage());
    }
  }

  void expect(Request request, Class<? extends Reply> kind)
      throws CheckFailure, InterruptedException {
    Reply reply = ask(request);
    if (!kind.isInstance(reply)) {
      throw new CheckFailure(
          request.op().text()
              + " should be answered by "
              + name(kind)
              + ", but was by "
              + display(reply));
    }
  }

  /** Asks for something that the connector may grant or refuse, but the adapter must understand. */
  void expectAnswer(Request request) throws CheckFailure, InterruptedException {
    Reply reply = ask(request);
    if (!(reply instanceof Reply.Ok || reply instanceof Reply.Failure)) {
      throw new CheckFailure(
          request.op().text() + " should be answered by ok or error, but was by " + display(reply));
    }
  }

  private static String display(Reply reply) {
    String text = reply.toString();
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  private static String name(Class<? extends Reply> kind) {
    return kind.equals(Reply.Failure.class)
        ? "error"
        : kind.getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }
}
