package dev.tck.embedded.server.websocket;

import dev.tck.embedded.TaosException;

/** Answers one kind of binary message. */
@FunctionalInterface
interface BinaryAction {

  /**
   * Does what a request asks for and replies to it.
   *
   * @throws TaosException if TDengine refuses; the caller replies
   * @throws AdapterException if the adapter refuses; the caller replies
   */
  void run(Connection connection, Request.Binary request) throws TaosException, AdapterException;
}
