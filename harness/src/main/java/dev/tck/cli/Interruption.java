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

  Interruption(Stop stop, Console console) {
    this.hook =
        new Thread(
            () -> {
              happened = true;
              stop.because("the run was interrupted");
              console.say("Interrupted: what has begun is finished, then the report is written.");
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
