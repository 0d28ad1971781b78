package dev.tck.embedded.server;

import java.util.function.BooleanSupplier;

/** Waits for what happens on another thread. */
final class Await {
  private static final long PATIENCE_MILLIS = 20_000;

  private Await() {}

  static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      Thread.sleep(5);
    }
  }
}
