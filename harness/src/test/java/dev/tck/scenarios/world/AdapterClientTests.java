package dev.tck.scenarios.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.adapter.AdapterChannel;
import dev.tck.adapter.AdapterException;
import dev.tck.adapter.Hello;
import dev.tck.adapter.Op;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.doubles.ScriptedChannel;
import dev.tck.results.Blame;
import dev.tck.results.Status;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterClientTests {
  private static AdapterClient client(ScriptedChannel channel) {
    return new AdapterClient(channel, new Requests(Duration.ofSeconds(5)));
  }

  private static AdapterClient client(ScriptedChannel.Script script) {
    return client(new ScriptedChannel(script));
  }

  private static Value integer(int value) {
    return Value.Int.of(IntegerKind.I32, value);
  }

  @Test
  void readsAllPagesAndClosesTheResult() {
    ScriptedChannel channel =
        new ScriptedChannel(
            request ->
                switch (request.op()) {
                  case QUERY -> ScriptedChannel.rows(request, "INT", true, integer(1), integer(2));
                  case NEXT -> ScriptedChannel.page(request, request.seq() < 3, integer(3));
                  default -> ScriptedChannel.ok(request);
                });
    Answer answer = client(channel).query("main", "select");
    assertThat(answer)
        .isEqualTo(
            new Answer.Rows(
                List.of(new Payloads.Column("v", "INT", "host")),
                List.of(
                    List.of(integer(1)),
                    List.of(integer(2)),
                    List.of(integer(3)),
                    List.of(integer(3)))));
    assertThat(channel.asked()).containsExactly("query select", "next", "next", "close");
    assertThat(channel.requests().get(3).on()).isEqualTo(channel.requests().get(0).as());
  }

  @Test
  void readsOnlyTheFirstPageIfThatIsWanted() {
    ScriptedChannel channel =
        new ScriptedChannel(
            request ->
                request.op() == Op.QUERY
                    ? ScriptedChannel.rows(request, "INT", true, integer(1))
                    : ScriptedChannel.ok(request));
    Answer answer = client(channel).queryFirstPage("main", "select", 10);
    assertThat(answer.display()).isEqualTo("a result of 1 rows");
    assertThat(channel.asked()).containsExactly("query select", "close");
    assertThat(channel.requests().get(0).arguments().path("pageRows").asInt()).isEqualTo(10);
  }

  @Test
  void leavesAnOpenResultOpenAndReadsItsRestLater() {
    ScriptedChannel channel =
        new ScriptedChannel(
            request ->
                request.op() == Op.QUERY
                    ? ScriptedChannel.rows(request, "INT", true, integer(1))
                    : ScriptedChannel.page(request, request.seq() < 3, integer(2)));
    AdapterClient client = client(channel);
    Answer opened = client.open("main", "R", "select", 10);
    assertThat(opened.display()).isEqualTo("a result of 1 rows");
    assertThat(client.readOn("R", (Answer.Rows) opened))
        .isEqualTo(
            new Answer.Rows(
                List.of(new Payloads.Column("v", "INT", "host")),
                List.of(List.of(integer(1)), List.of(integer(2)), List.of(integer(2)))));
    assertThat(channel.asked()).containsExactly("query select", "next", "next");
    assertThat(channel.requests()).extracting(Request::on).containsExactly("main", "R", "R");
  }

  @Test
  void asksAThreadOfTheAdapter() {
    ScriptedChannel channel = new ScriptedChannel(ScriptedChannel::ok);
    AdapterClient client = client(channel);
    client.inThread("worker1").execute("main", "insert");
    client.execute("main", "insert");
    assertThat(channel.requests()).extracting(Request::thread).containsExactly("worker1", null);
    assertThat(channel.requests()).extracting(Request::seq).doesNotHaveDuplicates();
  }

  @Test
  void reportsAnErrorInTheMiddleOfAResult() {
    Answer answer =
        client(
                request ->
                    request.op() == Op.QUERY
                        ? ScriptedChannel.rows(request, "INT", true, integer(1))
                        : ScriptedChannel.refused(request, 0x80000703L, "killed"))
            .query("main", "select");
    assertThat(answer.display()).isEqualTo("error from the server with code 0x0703: killed");
  }

  @Test
  void reportsAnErrorOfClosingAResult() {
    Answer answer =
        client(
                request ->
                    request.op() == Op.QUERY
                        ? ScriptedChannel.rows(request, "INT", false, integer(1))
                        : ScriptedChannel.refused(request, 1, "cannot close"))
            .query("main", "select");
    assertThat(answer).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void tellsAffectedRowsFromNone() {
    assertThat(client(request -> ScriptedChannel.affected(request, 3)).execute("main", "insert"))
        .isEqualTo(new Answer.Done(Optional.of(3L)));
    assertThat(client(ScriptedChannel::ok).execute("main", "insert"))
        .isEqualTo(new Answer.Done(Optional.empty()));
    assertThat(client(request -> ScriptedChannel.affected(request, 3)).query("main", "insert"))
        .isEqualTo(new Answer.Done(Optional.of(3L)));
  }

  @Test
  void displaysErrorsWithoutCode() {
    Answer answer =
        client(request -> new Reply.Failure(request.seq(), Reply.Origin.DRIVER, null, "E", "lost"))
            .close("main");
    assertThat(answer.display()).isEqualTo("error from the driver without a code: lost");
  }

  private static ScenarioAborted aborted(ScriptedChannel.Script script) {
    ScenarioAborted aborted =
        catchThrowableOfType(ScenarioAborted.class, () -> client(script).query("main", "select v"));
    assertThat(aborted).isNotNull();
    return aborted;
  }

  @ParameterizedTest
  @CsvSource({
    "CRASHED, CRASH, CONNECTOR",
    "HUNG, HUNG, CONNECTOR",
    "BROKE_PROTOCOL, ADAPTER_FAULT, ADAPTER",
    "NOT_STARTED, ADAPTER_FAULT, ADAPTER",
  })
  void endsTheScenarioWhenTheAdapterDoesNotAnswer(
      AdapterException.Kind kind, Status status, Blame blame) {
    ScenarioAborted aborted =
        aborted(
            request -> {
              throw new AdapterException(kind, "what it did", "what was found");
            });
    assertThat(aborted.status()).isEqualTo(status);
    assertThat(aborted.blame()).isEqualTo(blame);
    assertThat(aborted).hasMessage("at query: what it did");
    assertThat(aborted.evidence()).isEqualTo("what was found");
  }

  @Test
  void endsTheScenarioWhenTheConnectorHasNoSuchThing() {
    ScenarioAborted aborted =
        aborted(request -> new Reply.Unsupported(request.seq(), "query", "it only writes"));
    assertThat(aborted.status()).isEqualTo(Status.UNSUPPORTED);
    assertThat(aborted.blame()).isEqualTo(Blame.CONNECTOR);
    assertThat(aborted).hasMessage("unsupported: query (it only writes)");
  }

  @Test
  void endsTheScenarioWhenTheAdapterIsAtFault() {
    ScenarioAborted aborted =
        aborted(request -> new Reply.Fault(request.seq(), "TypeError", "line 7"));
    assertThat(aborted.status()).isEqualTo(Status.ADAPTER_FAULT);
    assertThat(aborted.blame()).isEqualTo(Blame.ADAPTER);
    assertThat(aborted).hasMessage("the adapter failed at query: TypeError");
    assertThat(aborted.evidence()).isEqualTo("line 7");
  }

  @Test
  void blamesTheAdapterForAResultThatCannotBeRead() {
    ScenarioAborted aborted =
        aborted(
            request -> {
              ObjectNode payload = JsonNodeFactory.instance.objectNode();
              payload.putArray("columns").addObject().put("name", "v");
              payload.putArray("rows").addArray().addObject().put("word", 1);
              return new Reply.Ok(request.seq(), payload);
            });
    assertThat(aborted.status()).isEqualTo(Status.ADAPTER_FAULT);
    assertThat(aborted.blame()).isEqualTo(Blame.ADAPTER);
    assertThat(aborted).hasMessageContaining("row 0, column 0");
  }

  @Test
  void saysThatItWasInterrupted() {
    AdapterClient waiting =
        new AdapterClient(new SilentChannel(), new Requests(Duration.ofSeconds(5)));
    Thread.currentThread().interrupt();
    try {
      ScenarioAborted aborted =
          catchThrowableOfType(ScenarioAborted.class, () -> waiting.close("main"));
      assertThat(aborted.status()).isEqualTo(Status.NOT_RUN);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static final class SilentChannel implements AdapterChannel {
    @Override
    public CompletableFuture<Reply> send(Request request) {
      return new CompletableFuture<>();
    }

    @Override
    public Hello hello() {
      throw new IllegalStateException("it is silent");
    }

    @Override
    public void close() {}
  }

  @Test
  void connectsAsTheEndpointSays() {
    ScriptedChannel channel = new ScriptedChannel(ScriptedChannel::ok);
    client(channel).connect("B", new Requests.Endpoint("rest", "h", 1, "u", "p"));
    assertThat(channel.requests().get(0).as()).isEqualTo("B");
    assertThat(channel.requests().get(0).arguments().toString())
        .isEqualTo(
            "{\"interface\":\"rest\",\"host\":\"h\",\"port\":1,\"user\":\"u\",\"password\":\"p\"}");
  }
}
