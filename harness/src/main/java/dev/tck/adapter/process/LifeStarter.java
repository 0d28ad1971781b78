package dev.tck.adapter.process;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.AdapterException.Kind;
import dev.tck.adapter.MessageSchemas;
import dev.tck.adapter.Op;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.ProtocolException;
import dev.tck.adapter.Redaction;
import dev.tck.adapter.Reply;
import dev.tck.adapter.ReplyParser;
import dev.tck.adapter.Request;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Starts adapter processes up to their hello, and finds out what one died of. */
final class LifeStarter {
  private static final long QUIET_MILLIS = 200;

  private final String name;
  private final AdapterCommand command;
  private final AdapterSettings settings;
  private final ProcessStarter processes;
  private final ReplyParser parser;
  private final @Nullable MessageSchemas schemas;
  private final Redaction redaction;
  private volatile @Nullable AdapterLife starting;
  private volatile boolean givenUp;

  LifeStarter(
      String name,
      AdapterCommand command,
      AdapterSettings settings,
      ProcessStarter processes,
      ReplyParser parser,
      @Nullable MessageSchemas schemas,
      Redaction redaction) {
    this.name = name;
    this.command = command;
    this.settings = settings;
    this.processes = processes;
    this.parser = parser;
    this.schemas = schemas;
    this.redaction = redaction;
  }

  /**
   * Starts a process and exchanges hello.
   *
   * @throws AdapterException of kind {@code NOT_STARTED}
   */
  AdapterProcess.Living start() throws AdapterException {
    AdapterLife life = newLife();
    starting = life;
    life.start();
    if (givenUp) {
      giveUp();
    }
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    life.send(new Pending(hello(), reply, null));
    Reply answer = AdapterProcess.await(reply, life.failure(), settings.startDeadline());
    if (answer instanceof Reply.Ok ok) {
      try {
        AdapterProcess.Living living =
            new AdapterProcess.Living(
                life, Payloads.hello(ok.payload()), DumpRequest.of(ok.payload(), life.pid()));
        life.lookForChildren();
        starting = null;
        return living;
      } catch (ProtocolException e) {
        throw notStarted(life, String.valueOf(e.getMessage()));
      }
    }
    throw notStarted(life, answer == null ? silence(life) : "it answered hello by " + answer);
  }

  /** Stops waiting for the hello of a process that is starting. */
  void giveUp() {
    givenUp = true;
    AdapterLife life = starting;
    if (life != null) {
      life.fail(Kind.NOT_STARTED, "it was closed");
    }
  }

  private AdapterLife newLife() throws AdapterException {
    try {
      return new AdapterLife(
          name, processes.start(command.builder()), settings, parser, schemas, redaction);
    } catch (IOException e) {
      throw new AdapterException(
          Kind.NOT_STARTED,
          "the adapter "
              + name
              + " cannot be started: "
              + e.getMessage()
              + " (command: "
              + redaction.text(command.toString())
              + ")",
          "");
    }
  }

  private Request hello() {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    arguments.putArray("protocol").add(1);
    return new Request(0, Op.HELLO, null, null, null, settings.startDeadline(), arguments);
  }

  private String silence(AdapterLife life) {
    if (life.failure().isDone()) {
      return life.failure().join().message();
    }
    life.fail(Kind.HUNG, "no hello");
    return "it said no hello within " + settings.startDeadline().toMillis() + " ms";
  }

  private AdapterException notStarted(AdapterLife life, String why) {
    life.fail(Kind.NOT_STARTED, why);
    Failure failure = life.failure().join();
    String evidence = autopsy(life, failure, DumpRequest.untold(life.pid()));
    return new AdapterException(
        Kind.NOT_STARTED, "the adapter " + name + " did not start: " + why, evidence);
  }

  /** Kills what is left of a process and returns what is known about its end. */
  String autopsy(AdapterProcess.Living dead, Failure failure) {
    return autopsy(dead.life(), failure, dead.dump());
  }

  private String autopsy(AdapterLife life, Failure failure, DumpRequest dump) {
    long before = -1;
    String remark = "";
    try {
      if (failure.kind() == Kind.HUNG) {
        before = life.linesWritten();
        remark = askForDump(life, dump);
        awaitQuiet(life, before);
      }
      life.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return failure.message() + "\n" + life.evidence(before, remark);
  }

  /** Asks for the stacks of all threads and returns what was written since. */
  String threadDump(AdapterProcess.Living living) throws InterruptedException {
    long before = living.life().linesWritten();
    askForDump(living.life(), living.dump());
    awaitQuiet(living.life(), before);
    return living.life().logAfter(before);
  }

  private String askForDump(AdapterLife life, DumpRequest dump) throws InterruptedException {
    if (!dump.signal().isEmpty() && ThreadDump.signalsExist(System.getProperty("os.name", ""))) {
      return new ThreadDump(processes).ask(dump.pid(), dump.signal(), settings.dumpWait());
    }
    life.sendLine(
        "{\"seq\":"
            + life.freshSeq()
            + ",\"op\":\"probe\",\"what\":[\"stacks\"],\"thread\":\"tck-dump\",\"deadlineMs\":"
            + settings.dumpWait().toMillis()
            + "}");
    return "";
  }

  // A dump has no end mark: it is over when nothing more comes for a while.
  private void awaitQuiet(AdapterLife life, long before) throws InterruptedException {
    long end = System.nanoTime() + settings.dumpWait().toNanos();
    long seen = before;
    while (System.nanoTime() < end) {
      Thread.sleep(Math.min(QUIET_MILLIS, Math.max(1, settings.dumpWait().toMillis())));
      long now = life.linesWritten();
      if (now > before && now == seen) {
        return;
      }
      seen = now;
    }
  }
}
