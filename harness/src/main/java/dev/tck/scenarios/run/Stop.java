package dev.tck.scenarios.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells scenarios that none may start any more, and why; the first reason stands. */
public final class Stop {
  private volatile @Nullable String reason;

  /** Stops. */
  public synchronized void because(String sentence) {
    if (reason == null) {
      reason = sentence;
    }
  }

  /** Returns why nothing may start; empty while it may. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
