package dev.tck.adapter.process;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the limits of supervision.
 *
 * @param startDeadline is how long an adapter has from its start to its hello
 * @param grace is how much longer than a request's deadline the harness waits
 * @param dumpWait is how long the harness waits for a thread dump
 * @param endWait is how long an adapter has to end after bye, and again after a polite kill
 * @param maxLineBytes is the length of the longest line on standard output
 * @param strict says whether every message is held against its JSON Schema, in both directions
 * @param stderrFile gets the adapter's standard error without passwords, null for none; the last
 *     lines are kept as evidence anyway
 */
public record AdapterSettings(
    Duration startDeadline,
    Duration grace,
    Duration dumpWait,
    Duration endWait,
    int maxLineBytes,
    boolean strict,
    @Nullable Path stderrFile) {

  /** Returns the limits of protocol version 1: 30 s to start, 2 s of grace, lines of 64 MiB. */
  public static AdapterSettings defaults() {
    return new AdapterSettings(
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        64 << 20,
        false,
        null);
  }

  /** Returns the same limits with messages held against their schemas. */
  public AdapterSettings withStrict(boolean value) {
    return new AdapterSettings(
        startDeadline, grace, dumpWait, endWait, maxLineBytes, value, stderrFile);
  }

  /** Returns the same limits with a file for standard error. */
  public AdapterSettings withStderrFile(Path file) {
    return new AdapterSettings(startDeadline, grace, dumpWait, endWait, maxLineBytes, strict, file);
  }

  /** Returns the same limits with another grace and another wait for dumps. */
  public AdapterSettings withGrace(Duration newGrace, Duration newDumpWait) {
    return new AdapterSettings(
        startDeadline, newGrace, newDumpWait, endWait, maxLineBytes, strict, stderrFile);
  }

  /** Returns the same limits with another time to start. */
  public AdapterSettings withStartDeadline(Duration value) {
    return new AdapterSettings(value, grace, dumpWait, endWait, maxLineBytes, strict, stderrFile);
  }

  /** Returns the same limits with another longest line. */
  public AdapterSettings withMaxLineBytes(int value) {
    return new AdapterSettings(startDeadline, grace, dumpWait, endWait, value, strict, stderrFile);
  }
}
