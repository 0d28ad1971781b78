package dev.tck.targets;

import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Waits until the server in a container takes work; ends at once if the container does. */
final class TDengineReadiness extends AbstractWaitStrategy {
  private static final long POLL_MILLISECONDS = 100;

  private final ServerProbe probe = new ServerProbe();
  private final TDengineContainer container;

  TDengineReadiness(TDengineContainer container) {
    this.container = container;
  }

  @Override
  protected void waitUntilReady() {
    long end = System.nanoTime() + startupTimeout.toNanos();
    Endpoint endpoint = container.endpoint();
    String last;
    do {
      if (!waitStrategyTarget.isRunning()) {
        throw new ContainerLaunchException("it ended before it answered");
      }
      try {
        probe.version(endpoint);
        if (probe.isReady(endpoint)) {
          return;
        }
        last = "it answers, but its data node is not ready";
      } catch (TargetException e) {
        last = String.valueOf(e.getMessage());
      }
      pause();
    } while (System.nanoTime() < end);
    throw new ContainerLaunchException(
        "it was not ready within " + startupTimeout.toSeconds() + " s: " + last);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContainerLaunchException("interrupted while it started");
    }
  }
}
