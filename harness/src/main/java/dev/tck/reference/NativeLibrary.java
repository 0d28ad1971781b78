package dev.tck.reference;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for TDengine's client library and reads its version. */
public final class NativeLibrary {
  private final Optional<Path> explicit;
  private final Map<String, String> environment;

  /**
   * What was found.
   *
   * @param file is the library
   * @param version is what {@code taos_get_client_info} says, empty if it could not be loaded
   * @param problem says why it could not be loaded, empty if it could
   */
  public record Found(Path file, String version, String problem) {}

  /**
   * Creates a search.
   *
   * @param explicit is the file that the user named
   * @param environment is asked for {@code TAOS_HOME}
   */
  public NativeLibrary(Optional<Path> explicit, Map<String, String> environment) {
    this.explicit = explicit;
    this.environment = Map.copyOf(environment);
  }

  /** Returns the places that are searched, in order. */
  public List<Path> places() {
    if (explicit.isPresent()) {
      return List.of(explicit.get());
    }
    String name = System.mapLibraryName("taos");
    List<Path> places = new ArrayList<>();
    String home = environment.get("TAOS_HOME");
    if (home != null) {
      places.add(Path.of(home, "driver", name));
      places.add(Path.of(home, "lib", name));
    }
    if (Platform.isWindows()) {
      places.add(Path.of("C:\\TDengine\\driver", name));
      places.add(Path.of("C:\\Windows\\System32", name));
    } else {
      places.add(Path.of("/usr/lib", name));
      places.add(Path.of("/usr/local/lib", name));
      places.add(Path.of("/usr/local/taos/driver", name));
      places.add(Path.of("/usr/lib64", name));
    }
    return List.copyOf(places);
  }

  /** Looks in all places and loads the first library that is there. */
  public Optional<Found> find() {
    return places().stream().filter(Files::isRegularFile).findFirst().map(NativeLibrary::load);
  }

  private static Found load(Path file) {
    try {
      com.sun.jna.NativeLibrary library =
          com.sun.jna.NativeLibrary.getInstance(file.toAbsolutePath().toString());
      Function clientInfo = library.getFunction("taos_get_client_info");
      return new Found(file, clientInfo.invokeString(new Object[0], false), "");
    } catch (UnsatisfiedLinkError e) {
      return new Found(
          file, "", String.valueOf(e.getMessage()).lines().findFirst().orElse("it does not load"));
    }
  }
}
