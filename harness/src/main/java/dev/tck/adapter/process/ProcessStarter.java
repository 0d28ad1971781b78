package dev.tck.adapter.process;

import java.io.IOException;

/** Starts child processes; the only way in which this room does. */
@FunctionalInterface
public interface ProcessStarter {

  /** Starts what the builder describes. */
  Process start(ProcessBuilder builder) throws IOException;

  /** Returns the starter that really starts processes. */
  static ProcessStarter real() {
    return ProcessBuilder::start;
  }
}
