package dev.tck.targets;

import dev.tck.embedded.server.EmbeddedServer;
import dev.tck.embedded.server.ServerOptions;
import java.io.IOException;
import java.time.Clock;

/** The TDengine-compatible server in this process. */
final class EmbeddedTarget implements Target {
  private final EmbeddedServer server;
  private final String version;
  private final Endpoint endpoint;

  private EmbeddedTarget(EmbeddedServer server, String version) {
    this.server = server;
    this.version = version;
    this.endpoint = new Endpoint("127.0.0.1", server.port(), "root", "taosdata");
  }

  static EmbeddedTarget start(String version) throws TargetException {
    try {
      return new EmbeddedTarget(
          EmbeddedServer.start(version, Clock.systemUTC(), ServerOptions.onLoopback()), version);
    } catch (IOException e) {
      throw new TargetException("the embedded server does not start: " + e.getMessage());
    }
  }

  @Override
  public String kind() {
    return "embedded";
  }

  @Override
  public String tdengine() {
    return version;
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public void close() {
    server.close();
  }
}
