package dev.tck.targets;

import java.nio.file.Path;
import java.util.Optional;

/** A running server; closing it stops what was started for the run, and nothing else. */
public interface Target extends AutoCloseable {

  /**
   * Returns what kind of target it is: {@code embedded}, {@code docker}, {@code local} or {@code
   * remote}.
   */
  String kind();

  /** Returns the server's version as the server says it. */
  String tdengine();

  /** Returns where it listens. */
  Endpoint endpoint();

  /** Returns whether it still answers; asks it, so it may take a moment. */
  boolean isAlive();

  /** Returns the client library that came with the server, so that both fit together. */
  default Optional<Path> nativeLibrary() {
    return Optional.empty();
  }

  /** Returns the command-line client of the server's release, else the one that is installed. */
  default Optional<TaosCommand> taos() {
    return TaosCommand.onPath();
  }

  /**
   * Starts a server that died again, empty, at the same address.
   *
   * @return whether it answers again; false if it is not ours to start
   */
  default boolean restart() {
    return false;
  }

  @Override
  void close();
}
