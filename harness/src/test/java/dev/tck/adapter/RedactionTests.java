package dev.tck.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class RedactionTests {
  private final Redaction redaction = new Redaction();

  @Test
  void takesOutWhatItLearned() {
    redaction.learn("s3cret");
    redaction.learn("s3cret-and-more");
    assertThat(redaction.text("a s3cret-and-more b s3cret c")).isEqualTo("a *** b *** c");
  }

  @Test
  void leavesThePublicDefaultReadable() {
    redaction.learn("taosdata");
    assertThat(redaction.text("com.taosdata.jdbc")).isEqualTo("com.taosdata.jdbc");
    assertThat(redaction.text("ws://root:taosdata@h:6041/")).isEqualTo("ws://root:***@h:6041/");
  }

  @Test
  void knowsWhereStatementsAndUrlsSpellPasswords() {
    assertThat(redaction.text("ALTER USER u PASS \"a\\\"b\" ENABLE 1"))
        .isEqualTo("ALTER USER u PASS '***' ENABLE 1");
    assertThat(redaction.text("jdbc:TAOS-RS://h/?user=u&password=p%40ss&x=1"))
        .isEqualTo("jdbc:TAOS-RS://h/?user=u&password=***&x=1");
    assertThat(redaction.text("{\"user\":\"u\",\"password\":\"pw\",\"db\":\"d\"}"))
        .isEqualTo("{\"user\":\"u\",\"password\":\"***\",\"db\":\"d\"}");
  }

  @Test
  void takesOutSecretFieldsAtAnyDepth() {
    var message = JsonNodeFactory.instance.objectNode();
    message.putObject("options").put("bearerToken", "abc").put("user", "u");
    assertThat(redaction.message(message).toString())
        .isEqualTo("{\"options\":{\"bearerToken\":\"***\",\"user\":\"u\"}}");
  }
}
