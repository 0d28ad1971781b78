package dev.tck.proxy;

import java.time.Duration;

/** What becomes of a message. */
public sealed interface Outcome {
  /** The message passes, changed or not. */
  record Pass(Passage passage) implements Outcome {}

  /** The message is lost. */
  record Drop() implements Outcome {}

  /** The message and all that follows it on the same way wait. */
  record Delay(Duration duration, Passage passage) implements Outcome {
    public Delay {
      if (duration.isNegative()) {
        throw new IllegalArgumentException("a delay is not negative: " + duration);
      }
    }
  }

  /** The connection ends on both sides instead of the message. */
  record Close() implements Outcome {}
}
