package dev.tck.embedded.engine;

import dev.tck.embedded.ErrorCode;
import dev.tck.embedded.TaosException;
import dev.tck.embedded.query.BatchStream;
import dev.tck.embedded.vector.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures of the engine itself into answers, so that a client learns of them as of any other
 * error instead of losing its connection.
 */
final class Guarding {
  private Guarding() {}

  /** Executes a statement. */
  interface Execution {
    StatementResult run() throws TaosException;
  }

  /** Returns what an execution gives. */
  static StatementResult execute(Execution execution) throws TaosException {
    try {
      return execution.run();
    } catch (StackOverflowError e) {
      throw nestedTooDeeply();
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  /** Returns the next batch of a stream, null at its end. */
  static @Nullable Batch next(BatchStream stream) throws TaosException {
    try {
      return stream.next();
    } catch (StackOverflowError e) {
      throw nestedTooDeeply();
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  private static TaosException nestedTooDeeply() {
    return ErrorCode.NOT_SUPPORTED.with("a statement nested so deeply");
  }

  private static TaosException failure(RuntimeException cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return ErrorCode.ENGINE_FAILURE.with(cause, trace.length == 0 ? "unknown" : trace[0]);
  }
}
