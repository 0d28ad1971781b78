package dev.tck.adapter.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.MessageSchemas;
import dev.tck.adapter.ProtocolException;
import dev.tck.adapter.Redaction;
import dev.tck.adapter.Reply;
import dev.tck.adapter.ReplyParser;
import dev.tck.adapter.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One process of an adapter from its start to its end: writes requests, matches replies, notices
 * what goes wrong. The first thing that goes wrong decides; it never restarts anything.
 */
final class AdapterLife {
  private static final byte[] NO_MORE = new byte[0];
  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  private final String name;
  private final Process process;
  private final AdapterSettings settings;
  private final ReplyParser parser;
  private final @Nullable MessageSchemas schemas;
  private final LogTail stderr;
  private final LogTail stray;
  private final ProcessTree tree;
  private final List<Thread> threads;

  private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
  private final ConcurrentHashMap<Long, Pending> pending = new ConcurrentHashMap<>();
  private final AtomicLong highestSeq = new AtomicLong(-1);
  private final CompletableFuture<Failure> failure = new CompletableFuture<>();
  private volatile boolean ending;

  AdapterLife(
      String name,
      Process process,
      AdapterSettings settings,
      ReplyParser parser,
      @Nullable MessageSchemas schemas,
      Redaction redaction) {
    this.name = name;
    this.process = process;
    this.settings = settings;
    this.parser = parser;
    this.schemas = schemas;
    this.stderr = new LogTail(redaction, settings.stderrFile());
    this.stray = new LogTail(redaction, null);
    this.tree = new ProcessTree(process);
    this.threads =
        List.of(
            thread("requests", this::write),
            thread("replies", this::read),
            thread("log", () -> stderr.drain(process.getErrorStream())));
  }

  /** Starts to talk to the process. */
  void start() {
    threads.forEach(Thread::start);
  }

  /** Completes with the first thing that goes wrong; never exceptionally. */
  CompletableFuture<Failure> failure() {
    return failure;
  }

  /** Returns the process's id. */
  long pid() {
    return process.pid();
  }

  /** Remembers the process's children, so that they can be killed after its death. */
  void lookForChildren() {
    tree.look();
  }

  /**
   * Sends a request.
   *
   * @throws IllegalArgumentException if the number was used, or if the request breaks its schema
   */
  void send(Pending request) {
    long seq = request.request().seq();
    ObjectNode message = request.request().toJson();
    if (schemas != null) {
      Optional<String> wrong = schemas.wrongRequest(request.request().op(), message);
      if (wrong.isPresent()) {
        throw new IllegalArgumentException(wrong.get());
      }
    }
    if (pending.putIfAbsent(seq, request) != null) {
      throw new IllegalArgumentException("request number " + seq + " is already on its way");
    }
    highestSeq.accumulateAndGet(seq, Math::max);
    sendLine(message.toString());
  }

  /** Sends a line as it is. */
  void sendLine(String line) {
    outgoing.add((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a number that no request had so far. */
  long freshSeq() {
    return highestSeq.incrementAndGet();
  }

  /** Forgets the requests that are not answered, and returns them. */
  List<Pending> takePending() {
    List<Pending> unanswered = new ArrayList<>();
    for (Long seq : List.copyOf(pending.keySet())) {
      Pending request = pending.remove(seq);
      if (request != null) {
        request.stopTimer();
        unanswered.add(request);
      }
    }
    return unanswered;
  }

  /** Declares the process hung if this request is still not answered. */
  void expire(Request request, Duration waited) {
    if (pending.containsKey(request.seq())) {
      fail(
          AdapterException.Kind.HUNG,
          "no reply to "
              + request.op().text()
              + " (seq "
              + request.seq()
              + ") within its deadline of "
              + request.deadline().toMillis()
              + " ms and "
              + waited.minus(request.deadline()).toMillis()
              + " ms of grace; the process was killed");
    }
  }

  /** Reports something that went wrong; only the first report counts. */
  void fail(AdapterException.Kind kind, String message) {
    if (!ending) {
      failure.complete(new Failure(kind, message));
    }
  }

  /** Says goodbye, then insists, then kills; returns when the process and its threads are gone. */
  void end(boolean politely) throws InterruptedException {
    ending = true;
    tree.look();
    if (politely && process.isAlive()) {
      sendLine("{\"seq\":" + freshSeq() + ",\"op\":\"bye\",\"deadlineMs\":" + endMillis() + "}");
      outgoing.add(NO_MORE);
      if (!process.waitFor(endMillis(), TimeUnit.MILLISECONDS)) {
        process.destroy();
        process.waitFor(endMillis(), TimeUnit.MILLISECONDS);
      }
    }
    kill();
  }

  /** Kills the process with all its descendants and ends the threads. */
  void kill() throws InterruptedException {
    ending = true;
    tree.kill(settings.endWait());
    outgoing.clear();
    outgoing.add(NO_MORE);
    long patience = Math.max(1, endMillis() / threads.size());
    for (Thread thread : threads) {
      thread.join(patience);
    }
    closeQuietly(process.getInputStream());
    closeQuietly(process.getErrorStream());
  }

  /**
   * Returns what is known about the end of the process.
   *
   * @param logLinesBefore is how many lines the log had when a thread dump was asked for, negative
   *     if none was
   */
  String evidence(long logLinesBefore, String dumpRemark) {
    StringBuilder text = new StringBuilder();
    text.append("adapter: ").append(name).append('\n');
    if (!process.isAlive() && logLinesBefore < 0) {
      text.append("end: ").append(ExitCode.display(process.exitValue())).append('\n');
    }
    if (!dumpRemark.isEmpty()) {
      text.append("thread dump: ").append(dumpRemark).append('\n');
    }
    section(text, "standard error, last lines", stderr.textAfter(0));
    section(text, "standard output that is no reply", stray.textAfter(0));
    return text.toString();
  }

  /** Returns how many lines of free text the process wrote so far. */
  long linesWritten() {
    return stderr.total() + stray.total();
  }

  /** Returns the log's lines after the first so many lines of free text. */
  String logAfter(long lines) {
    return stderr.textAfter(lines - stray.total());
  }

  private static void section(StringBuilder text, String title, String body) {
    if (!body.isBlank()) {
      text.append("-- ").append(title).append('\n').append(body);
    }
  }

  private long endMillis() {
    return settings.endWait().toMillis();
  }

  private Thread thread(String role, Runnable work) {
    Thread thread = new Thread(work, "adapter " + name + " " + role);
    thread.setDaemon(true);
    return thread;
  }

  private void write() {
    try (OutputStream out = process.getOutputStream()) {
      for (byte[] line = outgoing.take(); line != NO_MORE; line = outgoing.take()) {
        out.write(line);
        out.flush();
      }
    } catch (IOException e) {
      // The process does not read any more: the reader notices its end and knows more about it.
      stray.add("(standard input was closed: " + e.getMessage() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    InputStream in = process.getInputStream();
    LineReader lines = new LineReader(in, settings.maxLineBytes());
    try {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        accept(line, lines.number());
      }
      ended("it closed its standard output");
    } catch (LineReader.LineTooLongException e) {
      fail(AdapterException.Kind.BROKE_PROTOCOL, String.valueOf(e.getMessage()));
      discard(in);
    } catch (IOException e) {
      ended(String.valueOf(e.getMessage()));
    }
  }

  // The pipe is emptied, so that a process that is about to die does not block on it.
  private void discard(InputStream in) {
    try (in) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      stray.add("(standard output ended: " + e.getMessage() + ")");
    }
  }

  private void accept(byte[] line, long number) {
    if (failure.isDone() || ending) {
      stray.add(new String(line, StandardCharsets.UTF_8));
      return;
    }
    try {
      ObjectNode message = parser.read(line, number);
      match(message, parser.reply(message, number), number);
    } catch (ProtocolException e) {
      stray.add(new String(line, StandardCharsets.UTF_8));
      breach(String.valueOf(e.getMessage()));
    }
  }

  private void match(ObjectNode message, Reply reply, long number) throws ProtocolException {
    Pending request = pending.get(reply.seq());
    if (request == null) {
      throw new ProtocolException(
          "line "
              + number
              + " of the adapter's standard output replies to seq "
              + reply.seq()
              + (reply.seq() <= highestSeq.get()
                  ? ", which was answered before: reply once to each request"
                  : ", which was never sent: repeat the request's seq"));
    }
    if (schemas != null) {
      Optional<String> wrong = schemas.wrongReply(request.request().op(), message);
      if (wrong.isPresent()) {
        throw new ProtocolException("line " + number + ": " + wrong.get());
      }
    }
    pending.remove(reply.seq());
    request.stopTimer();
    request.future().complete(reply);
  }

  // A runtime that crashes may say so on standard output: then the crash is the news.
  private void breach(String message) {
    try {
      if (process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
          && process.exitValue() != 0) {
        fail(AdapterException.Kind.CRASHED, crashed());
      } else {
        fail(AdapterException.Kind.BROKE_PROTOCOL, message);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(AdapterException.Kind.BROKE_PROTOCOL, message);
    }
  }

  private void ended(String how) {
    if (ending || failure.isDone()) {
      return;
    }
    try {
      if (process.waitFor(endMillis(), TimeUnit.MILLISECONDS)) {
        joinLog();
        fail(AdapterException.Kind.CRASHED, crashed());
      } else {
        fail(AdapterException.Kind.BROKE_PROTOCOL, how + ", but its process goes on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(AdapterException.Kind.CRASHED, how);
    }
  }

  private void joinLog() throws InterruptedException {
    threads.get(2).join(LAST_WORDS.toMillis());
  }

  private String crashed() {
    return "the process ended with " + ExitCode.display(process.exitValue());
  }

  private void closeQuietly(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      stray.add("(a stream did not close: " + e.getMessage() + ")");
    }
  }
}
