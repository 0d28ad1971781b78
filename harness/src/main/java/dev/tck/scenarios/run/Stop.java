package dev.tck.scenarios.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Tells scenarios that none may start any more, and why; the first reason stands. */
public final class Stop {
  private final AtomicReference<Optional<String>> reason = new AtomicReference<>(Optional.empty());

  /** Stops. */
  public void because(String sentence) {
    reason.compareAndSet(Optional.empty(), Optional.of(sentence));
  }

  /** Returns why nothing may start; empty while it may. */
  public Optional<String> reason() {
    return reason.get();
  }
}
