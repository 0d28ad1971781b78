package dev.tck.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A query of the stub that runs until a file appears. */
final class RunningQuery implements AutoCloseable {
  private final FutureTask<QueryResult> query;
  private final Thread thread;
  private final Path gate;

  private RunningQuery(TaosConnection connection, Path gate) {
    this.query = new FutureTask<>(() -> connection.query("wait " + gate));
    this.thread = new Thread(query, "running query");
    this.gate = gate;
  }

  /** Starts the query and waits until the library is in it. */
  static RunningQuery start(TaosConnection connection, Path gate) throws InterruptedException {
    RunningQuery running = new RunningQuery(connection, gate);
    running.thread.start();
    while (!Files.exists(Path.of(gate + ".entered"))) {
      Thread.sleep(5);
    }
    return running;
  }

  /** Lets it end. */
  void open() throws IOException {
    Files.createFile(gate);
  }

  /** Returns its result once it has ended. */
  QueryResult outcome() throws Throwable {
    try {
      return query.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    if (!Files.exists(gate)) {
      open();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
