package dev.tck.targets.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds a Docker image of the embedded server, for machines like this one: no base image, but this
 * JDK's runtime, the libraries that it needs, and the classes that are given.
 */
public final class ServerImage {
  /**
   * The image's name without its tag. An engine looks for {@code localhost/...} in no registry but
   * this machine's own, so nobody else's image can be taken for it.
   */
  public static final String REPOSITORY = "localhost/tck/tdengine-embedded";

  private static final long PATIENCE_MINUTES = 5;

  private final DockerClient engine;
  private final List<Path> classPath;

  /**
   * Creates a builder.
   *
   * @param engine builds and keeps the image
   * @param classPath are the jars and folders of classes that the server runs from
   */
  public ServerImage(DockerClient engine, List<Path> classPath) {
    this.engine = engine;
    this.classPath = List.copyOf(classPath);
  }

  /**
   * Builds an image.
   *
   * @param name is its whole name, {@code localhost/tck/tdengine-embedded:3.3.6.6}
   * @param command is the main class and its arguments, which start a server on every interface
   * @param defaults are arguments which a user of the image may replace
   * @throws ImageException if it cannot be built
   */
  public void build(String name, List<String> command, List<String> defaults)
      throws ImageException {
    try {
      Path folder = Files.createTempDirectory("tck-image");
      try {
        RootFolder.write(folder.resolve("root"), classPath);
        Files.createDirectory(folder.resolve("tmp"));
        Files.writeString(folder.resolve("Dockerfile"), Dockerfile.text(command, defaults));
        build(folder, name);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new ImageException("the image cannot be put together: " + e);
    }
  }

  private void build(Path folder, String name) throws ImageException {
    try {
      engine
          .buildImageCmd()
          .withBaseDirectory(folder.toFile())
          .withDockerfile(folder.resolve("Dockerfile").toFile())
          .withTags(Set.of(name))
          .start()
          .awaitImageId(PATIENCE_MINUTES, TimeUnit.MINUTES);
    } catch (DockerException | DockerClientException e) {
      throw new ImageException("the Docker engine cannot build the image: " + e.getMessage());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
