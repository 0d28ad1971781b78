package dev.tck.adapter;

import java.util.concurrent.CompletableFuture;

/**
 * Carries requests to one adapter, whether that is a child process or the reference connector in
 * this process.
 *
 * <p>Requests may be sent from any thread and are answered in any order.
 */
public interface AdapterChannel extends AutoCloseable {

  /**
   * Sends a request.
   *
   * @return the reply; completes exceptionally with {@link AdapterException} if the adapter
   *     crashed, hung or broke the protocol, in which case the channel has been restarted, or is
   *     closed if it cannot be
   */
  CompletableFuture<Reply> send(Request request);

  /** Returns what the adapter said of itself. */
  Hello hello();

  /** Ends the adapter; never throws for an adapter that is dead already. */
  @Override
  void close();
}
