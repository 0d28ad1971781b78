package dev.tck.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A taosd, with its taosAdapter where it has one, started from an installation: free ports of
 * loopback, everything it writes in a temporary folder that goes with it.
 */
final class LocalTarget implements Target {
  private static final Duration START = Duration.ofSeconds(60);
  private static final long POLL_MILLISECONDS = 100;
  // 2.x speaks HTTP at this distance from its own port.
  private static final int HTTP_OFFSET = 11;
  // Data nodes among themselves, their synchronisation, and HTTP (tried with 2.2.2.10).
  private static final List<Integer> PORTS_OF_TWO = List.of(0, 5, 10, HTTP_OFFSET);
  private static final int MOST_RESTARTS = 3;

  private final ServerProbe probe;
  private final Duration patience;
  private final LocalInstallation installation;
  private final LocalConfiguration configuration;
  private final Endpoint endpoint;
  private @Nullable ServerProcesses processes;
  private String version = "";
  private int restarts;

  private LocalTarget(
      ServerProbe probe,
      LocalInstallation installation,
      LocalConfiguration configuration,
      Duration patience) {
    this.probe = probe;
    this.patience = patience;
    this.installation = installation;
    this.configuration = configuration;
    this.endpoint =
        new Endpoint(
            "localhost",
            configuration.adapterPort(),
            "root",
            "taosdata",
            OptionalInt.of(configuration.serverPort()));
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @throws TargetException if it does not, with the end of its logs
   */
  static LocalTarget start(ServerProbe probe, LocalInstallation installation)
      throws TargetException {
    return start(probe, installation, START);
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param patience is how long it may take, in each of its two steps
   * @throws TargetException if it does not, with the end of its logs
   */
  static LocalTarget start(ServerProbe probe, LocalInstallation installation, Duration patience)
      throws TargetException {
    if (!installation.isTwo() && installation.taosadapter().isEmpty()) {
      throw new TargetException(
          "beside "
              + installation.taosd()
              + " is no taosadapter, without which TDengine "
              + installation.version()
              + " speaks neither REST nor WebSocket");
    }
    try {
      FreePorts ports = new FreePorts(ProcessHandle.current().pid());
      int serverPort = ports.next(installation.isTwo() ? PORTS_OF_TWO : List.of(0));
      int adapterPort = installation.isTwo() ? serverPort + HTTP_OFFSET : ports.next(List.of(0));
      LocalTarget target =
          new LocalTarget(
              probe,
              installation,
              new LocalConfiguration(
                  Files.createTempDirectory("tck-local"), serverPort, adapterPort),
              patience);
      try {
        target.begin();
        return target;
      } catch (TargetException | RuntimeException e) {
        target.close();
        throw e;
      }
    } catch (IOException e) {
      throw new TargetException("no local server can be started: " + e.getMessage());
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void begin() throws TargetException {
    try {
      configuration.write(installation.isTwo());
      ServerProcesses started = new ServerProcesses(installation, configuration);
      processes = started;
      started.startServer();
      await(
          started,
          "nothing listens on port " + configuration.serverPort(),
          () -> answers(configuration.serverPort()));
      started.startAdapter();
      await(
          started,
          "it answers, but its data node is not ready",
          () -> {
            version = probe.version(endpoint);
            return probe.isReady(endpoint);
          });
    } catch (IOException e) {
      throw new TargetException("the server cannot be started: " + e.getMessage());
    }
  }

  /** Something that holds once the server is ready. */
  private interface Readiness {
    boolean holds() throws TargetException;
  }

  private void await(ServerProcesses started, String unready, Readiness readiness)
      throws TargetException {
    long end = System.nanoTime() + patience.toNanos();
    String last = unready;
    while (System.nanoTime() < end) {
      Optional<String> dead = started.dead();
      if (dead.isPresent()) {
        throw new TargetException(
            dead.get() + " ended at once; its last words:\n" + started.lastWords());
      }
      try {
        if (readiness.holds()) {
          return;
        }
        last = unready;
      } catch (TargetException e) {
        last = String.valueOf(e.getMessage());
      }
      pause();
    }
    throw new TargetException(
        "the server of "
            + installation.taosd()
            + " was not ready within "
            + patience.toSeconds()
            + " s: "
            + last
            + "\n"
            + started.lastWords());
  }

  private static void pause() throws TargetException {
    try {
      Thread.sleep(POLL_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted while the server started");
    }
  }

  @Override
  public String kind() {
    return "local";
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
  public Optional<Path> nativeLibrary() {
    return installation.library();
  }

  @Override
  public Optional<TaosCommand> taos() {
    return installation.taos();
  }

  @Override
  public synchronized boolean isAlive() {
    try {
      return processes != null
          && processes.dead().isEmpty()
          && version.equals(probe.version(endpoint));
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
    stop();
    try {
      deleteFolder();
      begin();
      return true;
    } catch (IOException | TargetException e) {
      return false;
    }
  }

  private void stop() {
    if (processes != null) {
      processes.close();
      processes = null;
    }
  }

  @Override
  public synchronized void close() {
    stop();
    try {
      deleteFolder();
    } catch (IOException e) {
      throw new UncheckedIOException("the server's folder could not be removed", e);
    }
  }

  private void deleteFolder() throws IOException {
    if (!Files.exists(configuration.folder())) {
      return;
    }
    try (Stream<Path> files = Files.walk(configuration.folder())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
