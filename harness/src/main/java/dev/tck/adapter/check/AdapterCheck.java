package dev.tck.adapter.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Op;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.adapter.check.Finding.Verdict;
import dev.tck.adapter.process.AdapterCommand;
import dev.tck.adapter.process.AdapterProcess;
import dev.tck.adapter.process.AdapterSettings;
import dev.tck.adapter.process.ProcessStarter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks an adapter's manners: that it answers everything, keeps its standard output clean, blames
 * itself for what is its own, and ends when it is told.
 *
 * <p>It says nothing of the connector: whether values are right is for the scenarios to find out.
 */
public final class AdapterCheck {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final String NOBODY = "nobody";

  private final AdapterCommand command;
  private final AdapterSettings settings;
  private final ProcessStarter processes;

  /** Creates a check of the adapter that this command starts. */
  public AdapterCheck(AdapterCommand command, AdapterSettings settings, ProcessStarter processes) {
    this.command = command;
    this.settings = settings.withStrict(true);
    this.processes = processes;
  }

  /** What a check does; it fails by an exception. */
  interface Body {
    void run(Conversation adapter) throws CheckFailure, InterruptedException;
  }

  /** A check with its name. */
  record Check(String id, String what, Body body) {}

  /**
   * Carries out all checks.
   *
   * @param endpoint is a server on which the checks may create a database of their own, named
   *     {@code tck_check_…} and dropped at the end; null leaves out the checks that need one
   * @return a finding for each check, in order
   */
  public List<Finding> run(Requests.@Nullable Endpoint endpoint) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    try (AdapterProcess adapter = AdapterProcess.start("check", command, settings, processes)) {
      findings.add(new Finding("hello", Verdict.PASS, HELLO, ""));
      Conversation conversation = new Conversation(adapter, new Requests(DEADLINE));
      for (Check check : alone()) {
        findings.add(finding(check, conversation));
      }
      for (Check check : ServerChecks.all(endpoint)) {
        findings.add(
            endpoint == null
                ? new Finding(
                    check.id(), Verdict.SKIPPED, check.what(), "needs a server to connect to")
                : finding(check, conversation));
      }
    } catch (AdapterException e) {
      findings.add(new Finding("hello", Verdict.FAIL, HELLO, e.getMessage() + "\n" + e.evidence()));
      return findings;
    }
    findings.addAll(new EndChecks(command, settings, processes).run());
    return findings;
  }

  private static final String HELLO =
      "starts and introduces itself by a hello that follows the schema";

  private static Finding finding(Check check, Conversation conversation)
      throws InterruptedException {
    try {
      check.body().run(conversation);
      return new Finding(check.id(), Verdict.PASS, check.what(), "");
    } catch (CheckFailure e) {
      return new Finding(check.id(), Verdict.FAIL, check.what(), String.valueOf(e.getMessage()));
    }
  }

  private static List<Check> alone() {
    return List.of(
        new Check(
            "unknown-operation",
            "answers an operation that it does not know by unsupported",
            AdapterCheck::unknownOperation),
        new Check(
            "unknown-handle",
            "answers a request on a handle that is not open by a fault of its own",
            AdapterCheck::unknownHandle),
        new Check(
            "wrong-interface",
            "answers connect over an interface that it does not offer by unsupported",
            AdapterCheck::wrongInterface),
        new Check(
            "thread-names",
            "executes requests on as many threads as they name",
            AdapterCheck::threadNames),
        new Check("probe", "tells facts of its process", AdapterCheck::probe),
        new Check(
            "thread-dump",
            "writes the stacks of its threads when asked, and lives on",
            AdapterCheck::threadDump),
        new Check(
            "reset",
            "survives a reset when nothing is open, twice",
            adapter -> {
              adapter.ok(adapter.requests().reset());
              adapter.ok(adapter.requests().reset());
            }));
  }

  private static void unknownOperation(Conversation adapter)
      throws CheckFailure, InterruptedException {
    Request unknown =
        adapter
            .requests()
            .request(
                Op.PREPARE,
                null,
                null,
                // A field of the message like any other: the last one wins.
                JsonNodeFactory.instance.objectNode().put("op", "tck-unknown"));
    adapter.expect(unknown, Reply.Unsupported.class);
  }

  private static void unknownHandle(Conversation adapter)
      throws CheckFailure, InterruptedException {
    Requests requests = adapter.requests();
    for (Request request :
        List.of(
            requests.execute(NOBODY, "select 1"),
            requests.query(NOBODY, "result", "select 1"),
            requests.next(NOBODY),
            requests.close(NOBODY))) {
      adapter.expect(request, Reply.Fault.class);
    }
  }

  private static void wrongInterface(Conversation adapter)
      throws CheckFailure, InterruptedException {
    for (String each : List.of("native", "rest", "websocket")) {
      if (!adapter.adapter().hello().interfaces().contains(each)) {
        Requests.Endpoint endpoint = new Requests.Endpoint(each, "localhost", 1, "root", "none");
        adapter.expect(adapter.requests().connect("c", endpoint), Reply.Unsupported.class);
      }
    }
  }

  private static void threadNames(Conversation adapter) throws CheckFailure, InterruptedException {
    for (String name : List.of("first", "second", "third thread")) {
      adapter.ok(adapter.requests().onThread(name).probe(List.of()));
    }
  }

  private static void probe(Conversation adapter) throws CheckFailure, InterruptedException {
    Reply.Ok reply = adapter.ok(adapter.requests().probe(List.of("fds", "threads", "memory")));
    if (reply.payload().path("threads").asLong() < 1) {
      throw new CheckFailure("it tells no number of threads");
    }
  }

  private static void threadDump(Conversation adapter) throws CheckFailure, InterruptedException {
    if (adapter.adapter().threadDump().isBlank()) {
      throw new CheckFailure(
          "nothing came to standard error; say in hello's \"dump\" which signal writes the stacks");
    }
    adapter.ok(adapter.requests().probe(List.of()));
  }
}
