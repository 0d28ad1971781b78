package dev.tck.mutants;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import java.util.Optional;

/**
 * Changes what goes to a connector or comes from it; one instance a channel, so it may remember.
 */
interface Mutation {

  /** Returns the request that really goes to the connector. */
  default Request request(Request request) {
    return request;
  }

  /** Returns a reply that keeps the request from the connector, or nothing to let it pass. */
  default Optional<Reply> instead(Request request) {
    return Optional.empty();
  }

  /** Returns the reply that the harness sees. */
  default Reply reply(Request request, Reply reply, AdapterChannel connector) {
    return reply;
  }
}
