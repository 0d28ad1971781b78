package dev.tck.scenarios.run;

import dev.tck.scenarios.world.Control;
import dev.tck.scenarios.world.DatabaseNames;
import dev.tck.scenarios.world.ScenarioAborted;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Drops databases and users behind the scenarios' back, because a real server takes a second for
 * each.
 */
final class Janitor implements AutoCloseable {
  // A database takes a vnode until it is dropped, and a small server has few.
  private static final int MOST_UNDROPPED = 16;
  private static final int DROPPED_AT_ONCE = 4;
  private static final long PATIENCE_SECONDS = 120;

  private final Control control;
  private final DatabaseNames names;
  private final Consumer<String> complaints;
  private final Semaphore room = new Semaphore(MOST_UNDROPPED);
  private final ExecutorService worker =
      Executors.newFixedThreadPool(
          DROPPED_AT_ONCE,
          work -> {
            Thread thread = new Thread(work, "janitor");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Creates a janitor.
   *
   * @param complaints takes sentences about what could not be dropped
   */
  Janitor(Control control, DatabaseNames names, Consumer<String> complaints) {
    this.control = control;
    this.names = names;
    this.complaints = complaints;
  }

  /** Drops in the background; waits if too much is waiting already. */
  void drop(List<String> databases, List<String> users) {
    if (databases.isEmpty() && users.isEmpty()) {
      return;
    }
    room.acquireUninterruptibly();
    worker.execute(
        () -> {
          try {
            // What fails here is tried again, and complained of, at the end.
            databases.forEach(name -> dropDatabase(name, sentence -> {}));
            users.forEach(name -> dropUser(name, sentence -> {}));
          } finally {
            room.release();
          }
        });
  }

  private void dropDatabase(String name, Consumer<String> complain) {
    drop(name, "drop database if exists " + name, complain);
  }

  private void dropUser(String name, Consumer<String> complain) {
    drop(name, "drop user " + name, complain);
  }

  private void drop(String name, String sql, Consumer<String> complain) {
    try {
      control.execute(List.of(sql));
      names.dropped(name);
    } catch (ScenarioAborted e) {
      complain.accept(name + " could not be dropped: " + e.getMessage());
    }
  }

  /** Drops what is left and waits until all is gone or two minutes have passed. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
        complaints.accept(
            "databases are still being dropped: " + String.join(", ", names.databases()));
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      worker.shutdownNow();
    }
    names.databases().forEach(name -> dropDatabase(name, complaints));
    names.users().forEach(name -> dropUser(name, complaints));
  }
}
