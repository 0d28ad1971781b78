package dev.tck.scenarios.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tck.adapter.Op;
import dev.tck.adapter.Payloads;
import dev.tck.adapter.Reply;
import dev.tck.adapter.Request;
import dev.tck.adapter.Requests;
import dev.tck.doubles.StubTarget;
import dev.tck.reference.ReferenceConnector;
import dev.tck.values.Value;
import dev.tck.values.Value.IntegerKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReferenceChannelTests {
  private final StubTarget target = new StubTarget("Secret:1");
  private final ReferenceChannel channel = new ReferenceChannel(new ReferenceConnector());
  private final Requests requests = new Requests(Duration.ofSeconds(20));

  @AfterEach
  void stop() {
    channel.close();
    target.close();
  }

  private Reply send(Request request) throws Exception {
    return channel.send(request).get(30, TimeUnit.SECONDS);
  }

  private Payloads.Page page(Request request) throws Exception {
    return Payloads.page(((Reply.Ok) send(request)).payload());
  }

  private void connect() throws Exception {
    assertThat(send(requests.connect("main", endpoint()))).isInstanceOf(Reply.Ok.class);
  }

  private Requests.Endpoint endpoint() {
    return new Requests.Endpoint("rest", "127.0.0.1", target.endpoint().port(), "root", "Secret:1");
  }

  private static List<Value> row(int value) {
    return List.of(Value.Int.of(IntegerKind.I32, value));
  }

  @Test
  void introducesItself() {
    assertThat(channel.hello().connector()).isEqualTo("reference");
    assertThat(channel.hello().version()).isEqualTo(ReferenceConnector.VERSION);
    assertThat(channel.hello().interfaces()).containsExactly("rest", "websocket");
  }

  @Test
  void executesStatements() throws Exception {
    connect();
    target.answering(
        "insert",
        "{\"code\":0,\"column_meta\":[[\"affected_rows\",\"INT\",4]],\"data\":[[3]],\"rows\":1}");
    Reply.Ok done = (Reply.Ok) send(requests.execute("main", "insert"));
    assertThat(Payloads.affected(done.payload())).contains(3L);
    assertThat(done.seq()).isEqualTo(2);
    Reply.Ok queried = (Reply.Ok) send(requests.query("main", "r", "insert"));
    assertThat(queried.payload().has("columns")).isFalse();
    assertThat(Payloads.affected(queried.payload())).contains(3L);
  }

  @Test
  void handsOutResultsPageByPage() throws Exception {
    connect();
    target.answering(
        "select v",
        "{\"code\":0,\"column_meta\":[[\"v\",\"INT\",4]],\"data\":[[1],[2],[3]],\"rows\":3}");
    Payloads.Page first = page(requests.query("main", "r", "select v", 2));
    assertThat(first.columns()).containsExactly(new Payloads.Column("v", "INT", "block", 4));
    assertThat(first.rows()).containsExactly(row(1), row(2));
    assertThat(first.more()).isTrue();
    Payloads.Page second = page(requests.next("r"));
    assertThat(second.rows()).containsExactly(row(3));
    assertThat(second.more()).isFalse();
    assertThat(send(requests.close("r"))).isInstanceOf(Reply.Ok.class);
    assertThat(send(requests.next("r"))).isInstanceOf(Reply.Fault.class);
  }

  @Test
  void reportsErrorsWithTheirOrigin() throws Exception {
    connect();
    target.refusing("select v", 0x2603, "Table does not exist");
    assertThat(send(requests.execute("main", "select v")))
        .isEqualTo(
            new Reply.Failure(
                2, Reply.Origin.SERVER, 0x2603L, "TaosError", "Table does not exist"));
    target.die();
    Reply.Failure lost = (Reply.Failure) send(requests.execute("main", "select v"));
    assertThat(lost.origin()).isEqualTo(Reply.Origin.DRIVER);
    assertThat(lost.code()).isNull();
  }

  @Test
  void refusesStatementsOnAClosedConnectionAsTheConnectorDoes() throws Exception {
    connect();
    assertThat(send(requests.close("main"))).isInstanceOf(Reply.Ok.class);
    assertThat(send(requests.execute("main", "select 1"))).isInstanceOf(Reply.Failure.class);
  }

  @Test
  void dropsAllHandlesOnReset() throws Exception {
    connect();
    page(requests.query("main", "r", "select 1"));
    assertThat(send(requests.reset())).isInstanceOf(Reply.Ok.class);
    for (Request request :
        List.of(requests.execute("main", "select 1"), requests.next("r"), requests.close("main"))) {
      assertThat(send(request)).isInstanceOf(Reply.Fault.class);
    }
  }

  @Test
  void answersRequestsThatMakeNoSenseWithAFault() throws Exception {
    for (Request request :
        List.of(
            requests.execute("nobody", "select 1"),
            requests.request(Op.EXECUTE, null, null, JsonNodeFactory.instance.objectNode()),
            requests.request(Op.CONNECT, null, "c", JsonNodeFactory.instance.objectNode()),
            requests.request(
                Op.CONNECT, null, null, requests.connect("c", endpoint()).arguments()))) {
      assertThat(send(request)).isInstanceOf(Reply.Fault.class);
    }
  }

  @Test
  void saysWhatItCannotDo() throws Exception {
    assertThat(
            send(requests.request(Op.PREPARE, "main", "s", JsonNodeFactory.instance.objectNode())))
        .isInstanceOfSatisfying(
            Reply.Unsupported.class,
            unsupported -> assertThat(unsupported.capability()).isEqualTo("prepare"));
  }

  @Test
  void givesUpAtTheDeadline() throws Exception {
    connect();
    target.withholding("select v");
    Reply reply = send(requests.within(Duration.ofMillis(300)).connect("B", endpoint()));
    assertThat(reply).isInstanceOf(Reply.Ok.class);
    Reply.Failure late =
        (Reply.Failure) send(requests.within(Duration.ofMillis(300)).execute("B", "select v"));
    assertThat(late.origin()).isEqualTo(Reply.Origin.TIMEOUT);
  }
}
