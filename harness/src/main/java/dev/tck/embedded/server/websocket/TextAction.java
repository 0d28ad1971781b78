package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;

/** Answers one kind of text message, or deliberately does not. */
@FunctionalInterface
interface TextAction {

  /**
   * Does what a request asks for and replies to it.
   *
   * @throws MalformedArguments if {@code args} have wrong types; the caller replies
   * @throws TaosException if TDengine refuses; the caller replies
   * @throws AdapterException if the adapter refuses; the caller replies
   */
  void run(Connection connection, Request.Text request)
      throws MalformedArguments, TaosException, AdapterException;
}
