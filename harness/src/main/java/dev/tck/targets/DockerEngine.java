package dev.tck.targets;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Tells whether containers can be started here. */
public final class DockerEngine {

  /** Returns why no container can be started; empty if one can. */
  public Optional<String> problem() {
    try {
      return DockerClientFactory.instance().isDockerAvailable()
          ? Optional.empty()
          : Optional.of("no Docker engine answers");
    } catch (IllegalStateException e) {
      return Optional.of(
          String.valueOf(e.getMessage()).lines().findFirst().orElse("no Docker engine answers"));
    }
  }
}
