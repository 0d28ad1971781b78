package dev.tck.cli;

import dev.tck.scenarios.run.Stop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into an orderly end: scenarios stop, the report is written, and only then the
 * process ends.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;
  private volatile boolean measuring;

  /**
   * Begins to listen.
   *
   * @param preparing is the thread that fetches connectors and starts servers, which nobody waits
   *     for
   */
  Interruption(Stop stop, Console console, Thread preparing) {
    this.hook =
        new Thread(
            () -> {
              happened = true;
              stop.because("the run was interrupted");
              if (measuring) {
                console.say("Interrupted: what has begun is finished, then the report is written.");
              } else {
                console.say("Interrupted before anything was measured.");
                preparing.interrupt();
              }
              awaitEnd();
              // The shell's own code for an interrupted command; System.exit would wait for this
              // hook.
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitEnd() {
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        happened = true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that from now on there is something to finish. */
  void measuring() {
    measuring = true;
  }

  /** Returns whether the user interrupted. */
  boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook is what waits for this very moment.
      return;
    }
  }
}
