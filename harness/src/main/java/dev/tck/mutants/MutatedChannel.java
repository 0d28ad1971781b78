package dev.tck.mutants;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Hello;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A channel with a fault in it. */
final class MutatedChannel implements AdapterChannel {
  private final AdapterChannel connector;
  private final Mutation mutation;

  MutatedChannel(AdapterChannel connector, Mutation mutation) {
    this.connector = connector;
    this.mutation = mutation;
  }

  @Override
  public CompletableFuture<Reply> send(Request request) {
    Optional<Reply> instead = mutation.instead(request);
    if (instead.isPresent()) {
      return CompletableFuture.completedFuture(instead.get());
    }
    return connector
        .send(mutation.request(request))
        .thenApply(reply -> mutation.reply(request, reply, connector));
  }

  @Override
  public Hello hello() {
    return connector.hello();
  }

  @Override
  public void close() {
    connector.close();
  }
}
