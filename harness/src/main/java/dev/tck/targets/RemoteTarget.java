package dev.tck.targets;

/** A server that runs already; closing it leaves it running. */
final class RemoteTarget implements Target {
  private final ServerProbe probe;
  private final Endpoint endpoint;
  private final String version;

  RemoteTarget(ServerProbe probe, Endpoint endpoint) throws TargetException {
    this.probe = probe;
    this.endpoint = endpoint;
    this.version = probe.version(endpoint);
  }

  @Override
  public String kind() {
    return "remote";
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
    try {
      probe.version(endpoint);
      return true;
    } catch (TargetException e) {
      return false;
    }
  }

  @Override
  public void close() {}
}
