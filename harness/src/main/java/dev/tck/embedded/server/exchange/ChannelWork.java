package dev.tck.embedded.server.exchange;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of one channel in order, one at a time, on the workers.
 *
 * <p>A reader that is too slow stops its own channel only: while more than the channel's high-water
 * mark waits to be sent, no step takes a turn and no worker waits; while many steps are queued,
 * nothing more is read. Answers therefore come in the order of the requests, which HTTP pipelining
 * needs and every WebSocket connector accepts.
 */
public final class ChannelWork {
  private static final int STOP_READING_AT = 64;
  private static final int READ_AGAIN_AT = 16;

  private final Channel channel;
  private final Executor workers;
  private final ArrayDeque<Step> queue = new ArrayDeque<>();
  private @Nullable Step onClose;
  private boolean running;
  private boolean closed;
  private boolean readingStopped;

  /** Creates the work of a channel. */
  public ChannelWork(Channel channel, Executor workers) {
    this.channel = channel;
    this.workers = workers;
  }

  /** Sets what is done once the channel has closed and the running step has ended. */
  public synchronized void onClose(Step step) {
    onClose = step;
  }

  /** Adds a step; on a closed channel it is abandoned. */
  public void submit(Step step) {
    boolean abandon;
    synchronized (this) {
      abandon = closed;
      if (!abandon) {
        queue.addLast(step);
        if (queue.size() >= STOP_READING_AT && !readingStopped) {
          readingStopped = true;
          channel.config().setAutoRead(false);
        }
        start();
      }
    }
    if (abandon) {
      step.abandon();
    }
  }

  /** Goes on, if there is something to do and the channel takes it. */
  public synchronized void resume() {
    start();
  }

  /** Abandons what waits and runs the closing step. */
  public synchronized void close() {
    if (!closed) {
      closed = true;
      start();
    }
  }

  // Holds the lock.
  private void start() {
    if (!running && (closed || (!queue.isEmpty() && channel.isWritable()))) {
      running = true;
      workers.execute(this::turns);
    }
  }

  private void turns() {
    for (Step step = next(); step != null; step = next()) {
      finished(step, advance(step));
    }
  }

  // A step that breaks has left its answer half written: only the end of the channel tells that.
  private boolean advance(Step step) {
    try {
      return step.advance();
    } catch (RuntimeException | Error e) {
      channel.pipeline().fireExceptionCaught(e);
      Outgoing.close(channel);
      return false;
    }
  }

  private synchronized @Nullable Step next() {
    if (closed) {
      abandonAll();
      Step last = onClose;
      onClose = null;
      running = last != null;
      return last;
    }
    if (queue.isEmpty() || !channel.isWritable()) {
      running = false;
      return null;
    }
    return queue.peekFirst();
  }

  private void abandonAll() {
    for (Step step = queue.pollFirst(); step != null; step = queue.pollFirst()) {
      step.abandon();
    }
  }

  private synchronized void finished(Step step, boolean again) {
    if (!again && queue.peekFirst() == step) {
      queue.removeFirst();
      if (readingStopped && queue.size() <= READ_AGAIN_AT) {
        readingStopped = false;
        channel.config().setAutoRead(true);
      }
    }
  }
}
