package dev.tck.targets;

import java.util.Optional;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.utility.DockerImageName;

/** A container with TDengine, by Testcontainers. */
final class DockerTarget implements Target {
  private static final int MOST_RESTARTS = 3;

  private final ServerProbe probe;
  private final DockerImageName image;
  private final Endpoint endpoint;
  private final String version;
  private TDengineContainer container;
  private int restarts;

  private DockerTarget(ServerProbe probe, DockerImageName image, TDengineContainer container)
      throws TargetException {
    this.probe = probe;
    this.image = image;
    this.container = container;
    this.endpoint = container.endpoint();
    this.version = probe.version(endpoint);
  }

  /**
   * Starts a container.
   *
   * @param image is {@code 3.3.6.0}, {@code my/image:tag}, or a whole name
   */
  static DockerTarget start(ServerProbe probe, String image) throws TargetException {
    // Whoever names an image here says that it is TDengine; whether it is, its answers show.
    DockerImageName name = parsed(image).asCompatibleSubstituteFor(TDengineContainer.TDENGINE);
    DockerEngine engine = new DockerEngine();
    Optional<String> problem = engine.problem();
    if (problem.isPresent()) {
      throw new TargetException(
          "no container of "
              + name
              + " can be started: "
              + problem.get()
              + "; start a Docker engine, or name it in DOCKER_HOST");
    }
    engine.fetch(name);
    TDengineContainer container = started(container(name));
    try {
      return new DockerTarget(probe, name, container);
    } catch (TargetException e) {
      container.stop();
      throw e;
    }
  }

  private static DockerImageName parsed(String image) throws TargetException {
    String whole =
        image.matches("\\d+(\\.\\d+)*")
            ? TDengineContainer.TDENGINE.withTag(image).asCanonicalNameString()
            : image;
    try {
      DockerImageName name = DockerImageName.parse(whole);
      name.assertValid();
      if (image.endsWith(":")) {
        throw new IllegalArgumentException("there is no tag after the colon");
      }
      return name;
    } catch (IllegalArgumentException e) {
      throw new TargetException(
          "“"
              + image
              + "” is no name of an image ("
              + e.getMessage()
              + "); write docker:3.3.6.6 or docker:tdengine/tdengine:3.3.6.6");
    }
  }

  private static TDengineContainer container(DockerImageName name) {
    return new TDengineContainer(name)
        .withImagePullPolicy(any -> false)
        // A run has many databases at a time; the default allows about a dozen.
        .withEnv("TAOS_SUPPORT_VNODES", "256")
        .withEnv("TAOS_TELEMETRY_REPORTING", "0")
        .withEnv("TAOS_MONITOR", "0")
        .withEnv("TAOS_DISABLE_KEEPER", "1")
        .withEnv("TAOS_DISABLE_EXPLORER", "1")
        .withEnv("TZ", "UTC");
  }

  private static TDengineContainer started(TDengineContainer container) throws TargetException {
    try {
      container.start();
      return container;
    } catch (ContainerLaunchException e) {
      throw new TargetException("a container of " + e.getMessage());
    } catch (ContainerFetchException | IllegalStateException e) {
      throw new TargetException(
          "no container of "
              + container.getDockerImageName()
              + " could be started: "
              + Causes.deepest(e));
    }
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
  public synchronized boolean isAlive() {
    try {
      return container.isRunning() && version.equals(probe.version(endpoint));
    } catch (TargetException e) {
      return false;
    }
  }

  @Override
  public synchronized boolean restart() {
    if (isAlive()) {
      return true;
    }
    if (++restarts > MOST_RESTARTS) {
      return false;
    }
    container.stop();
    container = container(image).at(endpoint.port());
    try {
      started(container);
      return true;
    } catch (TargetException e) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    container.stop();
  }
}
