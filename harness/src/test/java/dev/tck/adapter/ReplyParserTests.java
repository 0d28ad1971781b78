package dev.tck.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplyParserTests {
  private final ReplyParser parser = new ReplyParser();

  @Test
  void readsEachKindOfReply() throws Exception {
    assertThat(parse("{\"seq\":7,\"ok\":{\"affected\":3}}"))
        .isInstanceOfSatisfying(
            Reply.Ok.class, ok -> assertThat(Payloads.affected(ok.payload())).hasValue(3L));
    assertThat(
            parse(
                "{\"seq\":7,\"error\":{\"origin\":\"timeout\",\"code\":-1,\"class\":\"E\",\"message\":\"m\"}}"))
        .isEqualTo(new Reply.Failure(7, Reply.Origin.TIMEOUT, -1L, "E", "m"));
    assertThat(
            parse(
                "{\"error\":{\"origin\":\"driver\",\"class\":\"E\",\"message\":\"m\"},\"seq\":7}"))
        .isEqualTo(new Reply.Failure(7, Reply.Origin.DRIVER, null, "E", "m"));
    assertThat(parse("{\"seq\":7,\"unsupported\":{\"capability\":\"c\",\"why\":\"w\"}}"))
        .isEqualTo(new Reply.Unsupported(7, "c", "w"));
    assertThat(parse("{\"seq\":7,\"fault\":{\"message\":\"m\",\"trace\":\"\"}}"))
        .isEqualTo(new Reply.Fault(7, "m", ""));
  }

  @Test
  void keepsHalfASurrogatePair() throws Exception {
    assertThat(parse("{\"seq\":7,\"unsupported\":{\"capability\":\"\\ud83d\",\"why\":\"w\"}}"))
        .isEqualTo(new Reply.Unsupported(7, "\ud83d", "w"));
  }

  @Test
  void namesLineAndRemedyOfWhatIsNoMessage() {
    wrong("Hello").withMessageContaining("line 4 ").withMessageContaining("standard error");
    wrong("").withMessageContaining("line 4 ");
    wrong("[1]").withMessageContaining("is no JSON object, but `[1]`");
    wrong("{\"seq\":7,\"ok\":{}} tail").withMessageContaining("is no JSON");
    wrong("{\"seq\":7,\"seq\":8,\"ok\":{}}").withMessageContaining("Duplicate field 'seq'");
  }

  @Test
  void abbreviatesALongLine() {
    wrong("x".repeat(10_000)).satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
  }

  @Test
  void namesWhatIsWrongInAReply() {
    wrong("{\"ok\":{}}").withMessageContaining("no whole number \"seq\"");
    wrong("{\"seq\":1.5,\"ok\":{}}").withMessageContaining("no whole number \"seq\"");
    wrong("{\"seq\":1}").withMessageContaining("exactly one of \"ok\", \"error\"");
    wrong("{\"seq\":1,\"ok\":{},\"fault\":{}}").withMessageContaining("but has \"seq\", \"ok\"");
    wrong("{\"seq\":1,\"ok\":{},\"time\":3}").withMessageContaining("\"time\"");
    wrong("{\"seq\":1,\"ok\":[]}").withMessageContaining("\"ok\" must be an object");
    wrong("{\"seq\":1,\"fault\":{\"message\":\"m\"}}")
        .withMessageContaining("\"fault\" needs the text \"trace\"");
    wrong("{\"seq\":1,\"error\":{\"origin\":\"user\",\"class\":\"E\",\"message\":\"m\"}}")
        .withMessageContaining("server, driver or timeout, not user");
    wrong(
            "{\"seq\":1,\"error\":{\"origin\":\"server\",\"code\":\"0x2603\",\"class\":\"E\",\"message\":\"m\"}}")
        .withMessageContaining("\"code\"");
  }

  private Reply parse(String line) throws ProtocolException {
    return parser.reply(parser.read(line.getBytes(StandardCharsets.UTF_8), 4), 4);
  }

  private org.assertj.core.api.ThrowableAssertAlternative<ProtocolException> wrong(String line) {
    return assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> parse(line));
  }
}
