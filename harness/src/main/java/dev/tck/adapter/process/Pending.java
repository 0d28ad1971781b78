package dev.tck.adapter.process;

import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a reply.
 *
 * @param timer fires when the deadline and the grace are over, null if somebody else keeps the
 *     clock
 */
record Pending(Request request, CompletableFuture<Reply> future, @Nullable Future<?> timer) {

  void stopTimer() {
    if (timer != null) {
      timer.cancel(false);
    }
  }
}
