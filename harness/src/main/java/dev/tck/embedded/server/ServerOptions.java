package dev.tck.embedded.server;

import static java.util.Objects.requireNonNull;

import java.util.function.LongSupplier;

/**
 * Says where and how the embedded server listens.
 *
 * @param host is the address to bind, {@code 127.0.0.1} unless other machines must reach it
 * @param port is the port, 0 for any free one
 * @param workers is the number of threads that execute SQL
 * @param maximumMessageBytes is the longest HTTP body or WebSocket message that is read; a longer
 *     body is refused with 413, a longer message closes its socket with 1009
 * @param nanoTime is the clock that {@code timing} is measured with
 */
public record ServerOptions(
    String host, int port, int workers, int maximumMessageBytes, LongSupplier nanoTime) {
  private static final int HUNDRED_MEGABYTES = 100 * 1024 * 1024;

  public ServerOptions {
    requireNonNull(host);
    requireNonNull(nanoTime);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed, not " + workers);
    }
    if (maximumMessageBytes < 1) {
      throw new IllegalArgumentException(
          "messages need at least one byte, not " + maximumMessageBytes);
    }
  }

  /** Returns options for any free port of this machine only. */
  public static ServerOptions onLoopback() {
    int workers = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    return new ServerOptions("127.0.0.1", 0, workers, HUNDRED_MEGABYTES, System::nanoTime);
  }

  /** Returns the same options with another address. */
  public ServerOptions withHost(String other) {
    return new ServerOptions(other, port, workers, maximumMessageBytes, nanoTime);
  }

  /** Returns the same options with another port. */
  public ServerOptions withPort(int other) {
    return new ServerOptions(host, other, workers, maximumMessageBytes, nanoTime);
  }

  /** Returns the same options with another limit of messages. */
  public ServerOptions withMaximumMessageBytes(int other) {
    return new ServerOptions(host, port, workers, other, nanoTime);
  }
}
