package dev.tck.targets;

import java.time.Duration;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A container with TDengine, by Testcontainers; the image must be on this machine already. */
final class DockerTarget implements Target {
  private static final int ADAPTER_PORT = 6041;
  private static final Duration START = Duration.ofMinutes(2);

  private final ServerProbe probe;
  private final GenericContainer<?> container;
  private final Endpoint endpoint;
  private final String version;

  private DockerTarget(ServerProbe probe, GenericContainer<?> container) throws TargetException {
    this.probe = probe;
    this.container = container;
    this.endpoint =
        new Endpoint(
            container.getHost(), container.getMappedPort(ADAPTER_PORT), "root", "taosdata");
    this.version = probe.version(endpoint);
  }

  /**
   * Starts a container.
   *
   * @param image is {@code 3.3.6.0}, {@code my/image:tag}, or a whole name
   */
  static DockerTarget start(ServerProbe probe, String image) throws TargetException {
    String name = image.matches("\\d+(\\.\\d+)*") ? "tdengine/tdengine:" + image : image;
    GenericContainer<?> container = null;
    try {
      container =
          new GenericContainer<>(DockerImageName.parse(name))
              .withImagePullPolicy(any -> false)
              .withExposedPorts(ADAPTER_PORT)
              .waitingFor(
                  Wait.forHttp("/rest/sql")
                      .forPort(ADAPTER_PORT)
                      .withMethod("POST")
                      .withBasicCredentials("root", "taosdata")
                      .forStatusCodeMatching(status -> status == 200 || status == 400)
                      .withStartupTimeout(START));
      container.start();
      return new DockerTarget(probe, container);
    } catch (ContainerLaunchException | IllegalStateException | IllegalArgumentException e) {
      if (container != null) {
        container.stop();
      }
      throw new TargetException(
          "no container of "
              + name
              + " could be started: "
              + rootMessage(e)
              + "; is a Docker engine running, and is the image there (docker pull "
              + name
              + ")?");
    }
  }

  private static String rootMessage(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public String kind() {
    return "docker";
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
      return container.isRunning() && version.equals(probe.version(endpoint));
    } catch (TargetException e) {
      return false;
    }
  }

  @Override
  public void close() {
    container.stop();
  }
}
