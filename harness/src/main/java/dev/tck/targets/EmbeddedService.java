package dev.tck.targets;

import dev.tck.embedded.server.EmbeddedServer;
import dev.tck.embedded.server.ServerOptions;
import java.io.IOException;
import java.time.Clock;

/** The embedded server for others to use, at an address of their choice. */
public final class EmbeddedService implements AutoCloseable {
  private final EmbeddedServer server;

  private EmbeddedService(EmbeddedServer server) {
    this.server = server;
  }

  /**
   * Starts a server; it listens when this method returns.
   *
   * @param port is the port, 0 for any free one
   * @throws TargetException if the address cannot be had
   */
  public static EmbeddedService start(String version, String host, int port)
      throws TargetException {
    try {
      return new EmbeddedService(
          EmbeddedServer.start(
              version,
              Clock.systemUTC(),
              ServerOptions.onLoopback().withHost(host).withPort(port)));
    } catch (IOException e) {
      throw new TargetException(
          "the server cannot listen on "
              + host
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); is the port taken? --port 0 takes a free one");
    }
  }

  /** Returns the port. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
