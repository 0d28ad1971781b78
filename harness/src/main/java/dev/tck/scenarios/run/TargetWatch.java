package dev.tck.scenarios.run;

import dev.tck.targets.Target;
import java.util.function.Consumer;

/**
 * Notices that the target died, and has it started again where it is ours to start; else the run
 * ends.
 *
 * <p>Scenarios of several cells run when a target dies. The one that finds it dead reports it; the
 * others only know that their outcome means nothing.
 */
final class TargetWatch {
  static final String GONE = "the target does not answer any more";

  private final Target target;
  private final Stop stop;
  private final Consumer<String> notes;
  private int deaths;

  /** Says what became of the target since a moment. */
  enum Life {
    ALIVE,
    /** It is dead, and this is the first to find out. */
    DIED,
    /** It died, and somebody else has reported that. */
    DIED_UNDER_ANOTHER
  }

  TargetWatch(Target target, Stop stop, Consumer<String> notes) {
    this.target = target;
    this.stop = stop;
    this.notes = notes;
  }

  /** Returns how often it died; the moment that {@link #since} asks about. */
  synchronized int deaths() {
    return deaths;
  }

  /** Finds out what became of it, and has it started again. */
  synchronized Life since(int earlier) {
    if (deaths > earlier) {
      return Life.DIED_UNDER_ANOTHER;
    }
    if (target.isAlive()) {
      return Life.ALIVE;
    }
    deaths++;
    if (target.restart()) {
      notes.accept("the target died, and was started again without its data");
    } else {
      stop.because(GONE);
    }
    return Life.DIED;
  }
}
