package dev.tck.targets;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import dev.tck.targets.image.ServerImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A container with TDengine, or with the embedded server of this project, for REST and WebSocket.
 *
 * <pre>{@code
 * try (TDengineContainer server = new TDengineContainer("tdengine/tdengine:3.3.6.6")) {
 *   server.start();
 *   connect(server.getHost(), server.getRestPort(), server.getUsername(), server.getPassword());
 * }
 * }</pre>
 *
 * <p>It is started when the server takes work: it tells its version and its data node is ready. A
 * container that does not start says its last words in the exception.
 *
 * <p>The port of libtaos, 6030, is mapped as well, but a client is told to go on at the address the
 * server was configured with, which by default only other containers reach.
 */
public class TDengineContainer extends GenericContainer<TDengineContainer> {
  /** TDengine's own image. */
  public static final DockerImageName TDENGINE = DockerImageName.parse("tdengine/tdengine");

  /** The image that {@code tck serve --image} builds. */
  public static final DockerImageName EMBEDDED = DockerImageName.parse(ServerImage.REPOSITORY);

  /** The port of REST and WebSocket inside the container. */
  public static final int REST_PORT = 6041;

  /** The port of libtaos inside the container. */
  public static final int NATIVE_PORT = 6030;

  private static final Duration START = Duration.ofMinutes(2);
  private static final int LAST_LINES = 20;
  private static final long LOG_SECONDS = 10;

  private String lastWords = "";

  /**
   * Creates a container.
   *
   * @throws IllegalStateException if the image is not known to be TDengine
   */
  public TDengineContainer(String image) {
    this(DockerImageName.parse(image));
  }

  /**
   * Creates a container.
   *
   * @param image may be any that is declared {@code asCompatibleSubstituteFor} {@link #TDENGINE}
   * @throws IllegalStateException if the image is not known to be TDengine
   */
  @SuppressWarnings("this-escape")
  public TDengineContainer(DockerImageName image) {
    super(image);
    image.assertCompatibleWith(TDENGINE, EMBEDDED);
    addExposedPorts(REST_PORT, NATIVE_PORT);
    setWaitStrategy(new TDengineReadiness(this).withStartupTimeout(START));
  }

  /** Returns the port of REST and WebSocket on {@link #getHost}. */
  public int getRestPort() {
    return getMappedPort(REST_PORT);
  }

  /** Returns the port of libtaos on {@link #getHost}. */
  public int getNativePort() {
    return getMappedPort(NATIVE_PORT);
  }

  /** Returns the user whom a fresh server knows. */
  public String getUsername() {
    return "root";
  }

  /** Returns the user's password. */
  public String getPassword() {
    return "taosdata";
  }

  /** Returns where REST and WebSocket are, with the login. */
  public Endpoint endpoint() {
    return new Endpoint(getHost(), getRestPort(), getUsername(), getPassword());
  }

  /** Has REST and WebSocket at a port of this machine that the caller has chosen. */
  TDengineContainer at(int hostPort) {
    addFixedExposedPort(hostPort, REST_PORT);
    return this;
  }

  /** Returns the end of the log of a container that was stopped; empty before. */
  public String lastWords() {
    return lastWords;
  }

  @Override
  public void start() {
    try {
      super.start();
    } catch (ContainerLaunchException e) {
      throw new ContainerLaunchException(
          getDockerImageName()
              + " did not start: "
              + Causes.deepest(e)
              + (lastWords.isEmpty() ? "; it wrote nothing" : "; it wrote at last:\n" + lastWords),
          e);
    }
  }

  // The log goes with the container, so this is the last moment for it.
  @Override
  protected void containerIsStopping(InspectContainerResponse information) {
    lastWords = readLog();
  }

  private String readLog() {
    // Another thread writes it.
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try {
      getDockerClient()
          .logContainerCmd(getContainerId())
          .withStdOut(true)
          .withStdErr(true)
          .withTail(LAST_LINES)
          .exec(
              new ResultCallback.Adapter<Frame>() {
                @Override
                public void onNext(Frame frame) {
                  log.writeBytes(frame.getPayload());
                }
              })
          .awaitCompletion(LOG_SECONDS, TimeUnit.SECONDS);
    } catch (DockerException e) {
      return "its log cannot be read: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return log.toString(StandardCharsets.UTF_8).strip();
  }
}
