package dev.tck.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tck.doubles.RestStub;
import dev.tck.doubles.RestStub.Answer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RemoteTargetTests {
  private Answer answer = RestStub.json(RestStub.version("3.3.6.6"));
  private final RestStub server = new RestStub(call -> answer);
  private final int port = server.port();

  @AfterEach
  void stop() {
    server.close();
  }

  private TargetSpec spec() {
    return new TargetSpec.Remote(new Endpoint("127.0.0.1", port, "u", "Secret:1"));
  }

  private String refusal(Answer given) {
    answer = given;
    TargetException refused =
        catchThrowableOfType(TargetException.class, () -> new Targets().open(spec()));
    assertThat(refused).isNotNull().hasMessageNotContaining("Secret");
    return String.valueOf(refused.getMessage());
  }

  @Test
  void asksForTheVersionWithTheLoginOfTheAddress() throws TargetException {
    try (Target target = new Targets().open(spec())) {
      assertThat(target.kind()).isEqualTo("remote");
      assertThat(target.tdengine()).isEqualTo("3.3.6.6");
      assertThat(target.endpoint().port()).isEqualTo(port);
      assertThat(target.isAlive()).isTrue();
    }
    assertThat(server.calls())
        .allMatch(call -> call.login().equals("u:Secret:1"))
        .allMatch(call -> call.sql().equals("select server_version()"));
  }

  @Test
  void notesThatTheServerDiedLater() throws TargetException {
    try (Target target = new Targets().open(spec())) {
      server.close();
      assertThat(target.isAlive()).isFalse();
    }
  }

  @Test
  void notesThatTheServerRefusesLater() throws TargetException {
    try (Target target = new Targets().open(spec())) {
      answer = RestStub.json("{\"code\":11,\"desc\":\"Unable to establish connection\"}");
      assertThat(target.isAlive()).isFalse();
    }
  }

  @Test
  void saysThatTheLoginIsWrong() {
    assertThat(
            refusal(
                RestStub.json("{\"code\":855,\"desc\":\"Authentication failure\"}").status(401)))
        .isEqualTo(
            "the server at 127.0.0.1:"
                + port
                + " refuses the user u: 0x0357 Authentication failure");
  }

  @ParameterizedTest
  @CsvSource({
    "404, 404 page not found",
    "200, <html>hello</html>",
    "200, ''",
    "500, []",
    "200, '{\"code\":0'",
  })
  void saysThatSomethingElseAnswers(int status, String body) {
    assertThat(refusal(RestStub.text(status, body)))
        .isEqualTo(
            "what answers at 127.0.0.1:"
                + port
                + " is no TDengine (HTTP "
                + status
                + " without its JSON)");
  }

  @Test
  void saysThatAnAnswerHasNoVersion() {
    assertThat(refusal(RestStub.json("{\"hello\":\"world\"}")))
        .startsWith("what answers at 127.0.0.1:" + port + " is no TDengine");
  }

  @Test
  void saysWhereNobodyListensAndWhatHelps() {
    server.close();
    assertThatThrownBy(() -> new Targets().open(spec()))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("6041")
        .hasMessageNotContaining("Secret");
  }
}
