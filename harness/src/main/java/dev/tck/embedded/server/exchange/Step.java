package dev.tck.embedded.server.exchange;

/**
 * A piece of a channel's work that runs on a worker thread, in turns: after each one the channel is
 * given time to send what was written.
 */
@FunctionalInterface
public interface Step {

  /** Does one turn and returns true if another one is needed. */
  boolean advance();

  /** Gives back what the step holds; called instead of further turns if the channel has closed. */
  default void abandon() {}
}
