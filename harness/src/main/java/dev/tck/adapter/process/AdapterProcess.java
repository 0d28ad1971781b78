package dev.tck.adapter.process;

import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Hello;
import dev.tck.adapter.MessageSchemas;
import dev.tck.adapter.Op;
import dev.tck.adapter.Redaction;
import dev.tck.adapter.Reply;
import dev.tck.adapter.ReplyParser;
import dev.tck.adapter.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs an adapter as a child process and keeps it usable.
 *
 * <p>When a process crashes, hangs or breaks the protocol, everything that can be found out is kept
 * as evidence, the process is killed with its descendants, a new one is started and says hello, and
 * only then the unanswered requests complete exceptionally. Handles do not survive: a request that
 * uses a handle of the dead process completes with the same exception instead of reaching the new
 * one, until the handle is created again or the adapter is {@code reset}.
 *
 * <p>Request numbers must not repeat within the life of this object; number 0 is its own. Whoever
 * attaches actions to a returned future must not block in them.
 */
public final class AdapterProcess implements AdapterChannel {
  private final String name;
  private final AdapterSettings settings;
  private final Redaction redaction = new Redaction();
  private final LifeStarter starter;
  private final ScheduledThreadPoolExecutor supervisor;
  private final Queue<Thread> supervisorThreads = new ConcurrentLinkedQueue<>();

  private final Object lock = new Object();
  private @Nullable Living current;
  private @Nullable AdapterException closedBecause;
  private boolean recovering;
  private boolean closing;
  private final List<Pending> meanwhile = new ArrayList<>();
  private final Set<String> handles = new HashSet<>();
  private final Map<String, AdapterException> lostHandles = new HashMap<>();

  private AdapterProcess(
      String name, AdapterCommand command, AdapterSettings settings, ProcessStarter processes) {
    this.name = name;
    this.settings = settings;
    this.starter =
        new LifeStarter(
            name,
            command,
            settings,
            processes,
            new ReplyParser(),
            settings.strict() ? new MessageSchemas() : null,
            redaction);
    this.supervisor = new ScheduledThreadPoolExecutor(1, this::supervisorThread);
    supervisor.setRemoveOnCancelPolicy(true);
  }

  private Thread supervisorThread(Runnable work) {
    Thread thread = new Thread(work, "adapter " + name + " supervisor");
    thread.setDaemon(true);
    supervisorThreads.add(thread);
    return thread;
  }

  /** An adapter that has said hello. */
  record Living(AdapterLife life, Hello hello, DumpRequest dump) {}

  /**
   * Starts an adapter and waits for its hello.
   *
   * @param name is how messages and threads call it, {@code taos-jdbcdriver 3.7.9}
   * @throws AdapterException of kind {@code NOT_STARTED} if the process cannot be started or says
   *     no proper hello in time; the message says why, the evidence holds its last words
   */
  public static AdapterProcess start(
      String name, AdapterCommand command, AdapterSettings settings, ProcessStarter processes)
      throws AdapterException {
    AdapterProcess process = new AdapterProcess(name, command, settings, processes);
    try {
      process.begin();
      return process;
    } catch (AdapterException e) {
      if (!process.endSupervisor()) {
        Thread.currentThread().interrupt();
      }
      throw e;
    }
  }

  @Override
  public CompletableFuture<Reply> send(Request request) {
    CompletableFuture<Reply> future = new CompletableFuture<>();
    redaction.learn(request);
    synchronized (lock) {
      AdapterException refusal = refusal(request);
      if (refusal != null) {
        if (request.as() != null) {
          lostHandles.put(request.as(), refusal);
        }
        future.completeExceptionally(refusal);
      } else if (recovering) {
        meanwhile.add(new Pending(request, future, null));
      } else if (current != null) {
        noteHandle(request);
        transmit(current.life(), request, future);
      }
    }
    return future;
  }

  private @Nullable AdapterException refusal(Request request) {
    if (closedBecause != null) {
      return closedBecause;
    }
    return request.on() == null ? null : lostHandles.get(request.on());
  }

  private void noteHandle(Request request) {
    if (request.as() != null) {
      handles.add(request.as());
      lostHandles.remove(request.as());
    }
    if (request.op() == Op.RESET) {
      handles.clear();
      lostHandles.clear();
    }
  }

  private void transmit(AdapterLife life, Request request, CompletableFuture<Reply> future) {
    Duration patience = request.deadline().plus(settings.grace());
    Future<?> timer =
        supervisor.schedule(
            () -> life.expire(request, patience), patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      life.send(new Pending(request, future, timer));
    } catch (IllegalArgumentException e) {
      timer.cancel(false);
      throw e;
    }
  }

  @Override
  public Hello hello() {
    synchronized (lock) {
      if (current == null) {
        throw new IllegalStateException("the adapter " + name + " does not run");
      }
      return current.hello();
    }
  }

  /**
   * Asks the adapter for the stacks of its threads, as is done when a deadline passes, and returns
   * what it wrote; empty if nothing came.
   */
  public String threadDump() throws InterruptedException {
    Living living;
    synchronized (lock) {
      living = current;
    }
    return living == null ? "" : starter.threadDump(living);
  }

  /** Returns the id of the process that runs now, for reports. */
  public long pid() {
    synchronized (lock) {
      return current == null ? -1 : current.life().pid();
    }
  }

  private void begin() throws AdapterException {
    Living living = starter.start();
    synchronized (lock) {
      current = living;
    }
    CompletableFuture<Void> unused =
        living
            .life()
            .failure()
            .thenAcceptAsync(failure -> recoverOrGiveUp(living, failure), this::executeQuietly);
  }

  private void recoverOrGiveUp(Living living, Failure failure) {
    try {
      recover(living, failure);
    } catch (RuntimeException e) {
      AdapterException cause =
          new AdapterException(
              AdapterException.Kind.NOT_STARTED,
              "the supervision of the adapter " + name + " failed: " + e,
              failure.message());
      giveUp(living, cause);
    }
  }

  private void giveUp(Living living, AdapterException cause) {
    List<Pending> unanswered = living.life().takePending();
    synchronized (lock) {
      recovering = false;
      closedBecause = cause;
      unanswered.addAll(meanwhile);
      meanwhile.clear();
    }
    unanswered.forEach(request -> request.future().completeExceptionally(cause));
  }

  // After close() the supervisor takes no more work, and there is nothing left to do.
  private void executeQuietly(Runnable work) {
    try {
      supervisor.execute(work);
    } catch (RejectedExecutionException e) {
      synchronized (lock) {
        meanwhile.clear();
      }
    }
  }

  private void recover(Living dead, Failure failure) {
    synchronized (lock) {
      if (closedBecause != null || !dead.equals(current)) {
        return;
      }
      recovering = true;
    }
    AdapterException cause = failure.exception(starter.autopsy(dead, failure));
    AdapterException noRestart = restart(cause);
    List<Pending> unanswered = dead.life().takePending();
    synchronized (lock) {
      recovering = false;
      closedBecause = noRestart;
      handles.forEach(handle -> lostHandles.put(handle, cause));
      handles.clear();
      unanswered.addAll(meanwhile);
      meanwhile.clear();
    }
    unanswered.forEach(request -> request.future().completeExceptionally(cause));
  }

  private @Nullable AdapterException restart(AdapterException cause) {
    synchronized (lock) {
      if (closing) {
        return cause;
      }
    }
    try {
      begin();
      return null;
    } catch (AdapterException e) {
      return new AdapterException(
          AdapterException.Kind.NOT_STARTED,
          "after its end the adapter could not be started again: " + e.getMessage(),
          e.evidence());
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      if (closing) {
        return;
      }
      closing = true;
    }
    starter.giveUp();
    Future<?> end = supervisor.submit(this::end);
    boolean interrupted = false;
    // An interrupt must not leave a process behind; the end is bounded.
    while (!end.isDone()) {
      try {
        end.get();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw new IllegalStateException("the adapter " + name + " could not be closed", e);
      }
    }
    interrupted |= !endSupervisor();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the supervisor's idle thread; returns false if the wait for it was interrupted. */
  private boolean endSupervisor() {
    supervisor.shutdownNow();
    try {
      // The executor is terminated a moment before its thread is gone.
      for (Thread thread : supervisorThreads) {
        thread.join(settings.endWait().toMillis());
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  // Runs on the supervisor's thread, so that it never meets a restart.
  private void end() {
    Living living;
    AdapterException closed =
        new AdapterException(
            AdapterException.Kind.NOT_STARTED, "the adapter " + name + " was closed", "");
    synchronized (lock) {
      if (closedBecause == null) {
        closedBecause = closed;
      }
      living = current;
    }
    if (living == null) {
      return;
    }
    try {
      living.life().end(!living.life().failure().isDone());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    living.life().takePending().forEach(each -> each.future().completeExceptionally(closed));
  }

  /** Waits for a reply at most so long. */
  static @Nullable Reply await(
      CompletableFuture<Reply> reply, CompletableFuture<Failure> failure, Duration patience) {
    try {
      CompletableFuture.anyOf(reply, failure).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      return null;
    }
    return reply.isDone() ? reply.join() : null;
  }
}
