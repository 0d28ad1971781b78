package dev.tck.adapter.sdk;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs work on threads of given names: the same name in order, different names concurrently. */
final class NamedThreads {
  private final Map<String, ExecutorService> threads = new HashMap<>();

  synchronized void run(String name, Runnable work) {
    threads.computeIfAbsent(name, NamedThreads::thread).execute(work);
  }

  /** Ends the threads after their work, all but the given one; a blocked one stays. */
  synchronized void forgetAllBut(String name) {
    threads.forEach(
        (each, thread) -> {
          if (!each.equals(name)) {
            thread.shutdown();
          }
        });
    threads.keySet().retainAll(java.util.Collections.singleton(name));
  }

  private static ExecutorService thread(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> {
          Thread thread = new Thread(work, "tck " + name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
