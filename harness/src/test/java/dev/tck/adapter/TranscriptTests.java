package dev.tck.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TranscriptTests {
  private final Requests requests = new Requests(Duration.ofSeconds(1));
  private final Deque<CompletableFuture<Reply>> replies = new ArrayDeque<>();
  private final Deque<Instant> instants =
      new ArrayDeque<>(
          List.of(Instant.EPOCH, Instant.EPOCH.plusMillis(3), Instant.EPOCH.plusMillis(8)));
  private final Transcript transcript =
      new Transcript(
          () -> instants.size() > 1 ? instants.pop() : instants.element(), new Redaction());
  private final AdapterChannel channel =
      transcript.record(
          new AdapterChannel() {
            @Override
            public CompletableFuture<Reply> send(Request request) {
              return replies.pop();
            }

            @Override
            public Hello hello() {
              throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
          });

  @Test
  void writesRequestsAndRepliesWithTheirTimes() throws Exception {
    replies.add(CompletableFuture.completedFuture(new Reply.Unsupported(1, "c", "w")));
    channel.send(requests.reset()).get();
    List<JsonNode> lines = lines();
    assertThat(lines.get(0).path("dir").asText()).isEqualTo(">");
    assertThat(lines.get(0).path("at").asLong()).isEqualTo(3_000);
    assertThat(lines.get(0).at("/message/op").asText()).isEqualTo("reset");
    assertThat(lines.get(1).path("dir").asText()).isEqualTo("<");
    assertThat(lines.get(1).path("at").asLong()).isEqualTo(8_000);
    assertThat(lines.get(1).at("/message/unsupported/why").asText()).isEqualTo("w");
  }

  @Test
  void writesWhatCameInsteadOfAReply() throws Exception {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    replies.add(reply);
    CompletableFuture<Reply> recorded = channel.send(requests.reset());
    reply.completeExceptionally(
        new AdapterException(AdapterException.Kind.CRASHED, "it died", "evidence"));
    assertThat(recorded).isCompletedExceptionally();
    assertThat(lines().get(1).toString()).contains("\"!\"", "CRASHED", "it died");
  }

  @Test
  void keepsNoPassword() throws Exception {
    replies.add(
        CompletableFuture.completedFuture(
            new Reply.Failure(
                1,
                Reply.Origin.DRIVER,
                null,
                "E",
                "cannot log in as u with hunter22 at com.taosdata")));
    channel
        .send(requests.connect("c", new Requests.Endpoint("rest", "h", 1, "u", "hunter22")))
        .get();
    replies.add(CompletableFuture.completedFuture(new Reply.Fault(2, "m", "")));
    channel.send(requests.execute("c", "create user x pass 'an0ther'")).get();
    assertThat(transcript.text())
        .contains("with *** at com.taosdata")
        .contains("create user x pass '***'")
        .doesNotContain("hunter22", "an0ther");
  }

  @Test
  void abbreviatesLongPagesAndTexts() throws Exception {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    var rows = payload.putArray("rows");
    for (int row = 0; row < 1_000; row++) {
      rows.addArray().addObject().put("str", "x".repeat(5_000));
    }
    replies.add(CompletableFuture.completedFuture(new Reply.Ok(1, payload.put("more", false))));
    channel.send(requests.next("r")).get();
    JsonNode reply = lines().get(1).path("message").path("ok");
    assertThat(reply.path("rows")).hasSize(5);
    assertThat(reply.path("rowsLeftOut").asInt()).isEqualTo(995);
    assertThat(reply.at("/rows/0/0/str").asText()).hasSizeLessThan(2_100).contains("5000");
    assertThat(payload.path("rows")).hasSize(1_000);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : transcript.text().split("\n")) {
      lines.add(JsonMapper.builder().build().readTree(line));
    }
    return lines;
  }
}
