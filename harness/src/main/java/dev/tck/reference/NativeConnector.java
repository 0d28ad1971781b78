package dev.tck.reference;

import java.nio.file.Path;

/** Opens connections through one client library; a process can have only one. */
public final class NativeConnector {
  private final Libtaos library;

  /**
   * Loads the library.
   *
   * @throws TaosError if it cannot be loaded
   */
  public NativeConnector(Path file) throws TaosError {
    this.library = Libtaos.load(file);
  }

  /** Returns the library's version, {@code 3.3.6.6}. */
  public String libraryVersion() {
    return library.version();
  }

  /**
   * Connects to taosd.
   *
   * @throws TaosError if the server cannot be reached or refuses
   */
  public TaosConnection connect(ConnectOptions options) throws TaosError {
    return NativeConnection.open(library, options);
  }
}
