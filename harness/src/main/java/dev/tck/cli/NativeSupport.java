package dev.tck.cli;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Hello;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.process.AdapterCommand;
import dev.tck.adapter.process.AdapterProcess;
import dev.tck.adapter.process.AdapterSettings;
import dev.tck.adapter.process.ProcessStarter;
import dev.tck.matrix.Version;
import dev.tck.reference.NativeLibrary;
import dev.tck.targets.LibraryPath;
import dev.tck.targets.Target;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Says whether the native interface can be measured, and with which libtaos: the one that the user
 * names, else the one that came with the server, else the one that is installed.
 */
final class NativeSupport {
  private static final String INTERFACE = "native";

  // The first with a taosAdapter that speaks it.
  private static final Version FIRST_WEBSOCKET = Version.of("2.4.0.0");

  private final Optional<Path> library;
  private final String version;
  private final String obstacle;

  private NativeSupport(Optional<Path> library, String version, String obstacle) {
    this.library = library;
    this.version = version;
    this.obstacle = obstacle;
  }

  /**
   * Finds out for a server.
   *
   * @param named is the library that the user named
   */
  static NativeSupport of(Environment environment, Optional<Path> named, Target server) {
    if (server.endpoint().nativePort().isEmpty()) {
      return missing(noNativePort(server));
    }
    Optional<Path> bundled = named.isPresent() ? named : server.nativeLibrary();
    NativeLibrary search = new NativeLibrary(bundled, environment.variables());
    Optional<Path> file =
        search.places().stream().filter(java.nio.file.Files::isRegularFile).findFirst();
    return file.map(NativeSupport::loaded)
        .orElseGet(
            () ->
                missing(
                    "no libtaos in "
                        + String.join(", ", search.places().stream().map(Path::toString).toList())
                        + "; install TDengine's client, or name its library by --native-lib or TAOS_HOME"));
  }

  private static String noNativePort(Target server) {
    return switch (server.kind()) {
      case "embedded" ->
          "the embedded server does not speak taosd's own protocol; --target local:DIR does";
      case "remote" ->
          "taosd's own port is not known; write http://USER:PASSWORD@HOST:6041?native=6030";
      default -> "taosd in a container cannot be reached under the name that it gives itself";
    };
  }

  private static NativeSupport missing(String why) {
    return new NativeSupport(Optional.empty(), "", why);
  }

  // In a process of its own, because a library may end the process that loads it.
  private static NativeSupport loaded(Path file) {
    try (AdapterChannel channel = start("libtaos", file, false)) {
      String runtime = channel.hello().runtime();
      return new NativeSupport(
          Optional.of(file), runtime.substring(runtime.lastIndexOf(' ') + 1), "");
    } catch (AdapterException e) {
      return missing(refusal(e).orElse("libtaos " + file + " cannot be used: " + e.getMessage()));
    }
  }

  // What the process said itself tells more than how it ended.
  private static Optional<String> refusal(AdapterException error) {
    String evidence = error.evidence();
    int start = evidence.indexOf(ReferenceProcess.REFUSAL);
    return start < 0
        ? Optional.empty()
        : evidence.substring(start + ReferenceProcess.REFUSAL.length()).lines().findFirst();
  }

  private static AdapterChannel start(String name, Path file, boolean strict)
      throws AdapterException {
    return AdapterProcess.start(
        name,
        new AdapterCommand(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+ErrorFileToStderr",
                "-cp",
                System.getProperty("java.class.path"),
                ReferenceProcess.class.getName(),
                file.toString()),
            LibraryPath.of(file),
            Path.of("").toAbsolutePath()),
        AdapterSettings.defaults().withStrict(strict),
        ProcessStarter.real());
  }

  /** Returns by interface why it cannot be measured on a server. */
  Map<String, String> unreachable(Target server) {
    Map<String, String> reasons = new LinkedHashMap<>();
    if (!obstacle.isEmpty()) {
      reasons.put(INTERFACE, obstacle);
    }
    if (!Version.of(server.tdengine()).isAtLeast(FIRST_WEBSOCKET)) {
      reasons.put(
          "websocket", "TDengine " + server.tdengine() + " speaks HTTP in taosd, and no WebSocket");
    }
    return reasons;
  }

  /** Returns the library, if the native interface can be measured. */
  Optional<Path> library() {
    return library;
  }

  /** Returns what an adapter's process needs to find the library. */
  Map<String, String> variables(String interfaceId) {
    return interfaceId.equals(INTERFACE) ? library.map(LibraryPath::of).orElse(Map.of()) : Map.of();
  }

  /** Starts the reference connector's native interface. */
  AdapterChannel reference(boolean strict) throws AdapterException {
    return start(
        "reference native",
        library.orElseThrow(
            () -> new AdapterException(AdapterException.Kind.NOT_STARTED, obstacle, "")),
        strict);
  }

  /** Returns the same channel, whose runtime names the library too. */
  AdapterChannel naming(AdapterChannel channel) {
    return new WithLibrary(channel, version);
  }

  private record WithLibrary(AdapterChannel channel, String version) implements AdapterChannel {
    @Override
    public CompletableFuture<Reply> send(Request request) {
      return channel.send(request);
    }

    @Override
    public Hello hello() {
      Hello hello = channel.hello();
      return new Hello(
          hello.connector(),
          hello.version(),
          hello.language(),
          hello.runtime() + ", libtaos " + version,
          hello.os(),
          hello.arch(),
          hello.interfaces(),
          hello.capabilities());
    }

    @Override
    public void close() {
      channel.close();
    }
  }
}
