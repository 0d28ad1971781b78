package dev.tck.adapter.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Kills a process with all its descendants. */
final class ProcessTree {
  private final Process process;
  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  ProcessTree(Process process) {
    this.process = process;
  }

  /**
   * Remembers the descendants that live now.
   *
   * <p>Once a process is dead its children are nobody's; only what was seen before can be found.
   */
  synchronized void look() {
    process.descendants().forEach(known::add);
  }

  /** Kills everything, at once and without asking, and waits for the end of the process. */
  synchronized void kill(Duration patience) throws InterruptedException {
    look();
    process.destroyForcibly();
    known.forEach(ProcessHandle::destroyForcibly);
    process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    for (ProcessHandle handle : Set.copyOf(known)) {
      handle.descendants().forEach(ProcessHandle::destroyForcibly);
    }
  }
}
