package dev.tck.targets;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The Docker engine of this machine, as Testcontainers finds it. */
public final class DockerEngine {
  private static final long PULL_MINUTES = 15;

  /** Returns why no container can be started; empty if one can. */
  public Optional<String> problem() {
    try {
      DockerClientFactory.instance().client();
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(Causes.deepest(e));
    } catch (RuntimeException e) {
      // It may look for the engine's address, and for those who clean up, by images of its own.
      return Optional.of(
          "Testcontainers cannot use it ("
              + Causes.deepest(e)
              + "); without a registry, set TESTCONTAINERS_RYUK_DISABLED=true, and inside a container"
              + " TESTCONTAINERS_HOST_OVERRIDE to the address of the engine's machine");
    }
  }

  /** Returns the engine's own interface; nobody closes it. */
  public DockerClient client() {
    return DockerClientFactory.lazyClient();
  }

  /**
   * Pulls an image that is not on this machine, once: Testcontainers itself tries for two minutes.
   *
   * @param image is the name as asked for; mirrors that Testcontainers is configured with apply
   * @throws TargetException if it is not there and cannot be pulled
   */
  void fetch(DockerImageName image) throws TargetException {
    DockerImageName name = ImageNameSubstitutor.instance().apply(image);
    if (isHere(name)) {
      return;
    }
    if (name.getRegistry().equals("localhost")) {
      throw new TargetException(
          "the image "
              + name
              + " is not on this machine, where it must be built; ours is: ./tck serve --image");
    }
    try {
      boolean complete =
          client()
              .pullImageCmd(name.getUnversionedPart())
              .withTag(name.getVersionPart())
              .start()
              .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
      if (!complete) {
        throw unpullable(name, "not done after " + PULL_MINUTES + " minutes");
      }
    } catch (DockerException | DockerClientException e) {
      throw unpullable(name, Causes.deepest(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted while " + name + " was pulled");
    }
  }

  private boolean isHere(DockerImageName name) throws TargetException {
    try {
      client().inspectImageCmd(name.asCanonicalNameString()).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    } catch (DockerException e) {
      throw new TargetException(
          "the Docker engine does not know " + name + ": " + Causes.deepest(e));
    }
  }

  private static TargetException unpullable(DockerImageName name, String why) {
    return new TargetException(
        "the image "
            + name
            + " is not on this machine and cannot be pulled ("
            + why
            + "); load it with docker pull or docker load, or name a mirror in the environment variable"
            + " TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX");
  }
}
