package dev.tck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tck.embedded.server.EmbeddedServer;
import dev.tck.embedded.server.ServerOptions;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes recordings over both interfaces, and holds the same server against them. */
class RecordingTests {
  private final TinyService service = new TinyService();
  private EmbeddedServer server;

  @BeforeEach
  void start() throws IOException {
    server = EmbeddedServer.start(service, ServerOptions.onLoopback());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void recordsAnswersRepliesAndBlocks() throws IOException {
    List<Exchange> exchanges = record().cases().get(0).exchanges();

    assertThat(exchanges).hasSize(2);
    assertThat(exchanges.get(0).answer())
        .isEqualTo("{\"code\":0,\"column_meta\":[[\"n\",\"INT\",4]],\"data\":[[5]],\"rows\":1}");
    assertThat(exchanges.get(0).socket())
        .hasValueSatisfying(
            reply ->
                assertThat(reply.toString())
                    .startsWith(
                        "{\"code\":0,\"message\":\"\",\"action\":\"query\",\"is_update\":false,")
                    .doesNotContain("timing", "req_id"));
    assertThat(exchanges.get(0).blocks())
        .containsExactly(
            "010000002b00000001000000010000000000008000000000000000000404000000040000000005000000"
                + "00");
    assertThat(exchanges.get(1).answer())
        .isEqualTo("{\"code\":9728,\"desc\":\"syntax error near \\\"nonsense in $DB\\\"\"}");
    assertThat(exchanges.get(1).socket()).isEmpty();
  }

  @Test
  void reproducesWhatItHasRecorded() throws IOException {
    FidelityReport report = replay(record());

    assertThat(report.differences()).isEmpty();
    assertThat(report.reproduced()).isEqualTo(2);
    assertThat(report.blocksReproduced()).isEqualTo(1);
    assertThat(report.leftOut()).isEmpty();
  }

  @Test
  void noticesAnotherValueOnBothInterfaces() throws IOException {
    Recording recording = record();
    service.lieBy(1);
    FidelityReport report = replay(recording);

    assertThat(report.differences())
        .extracting(Difference::reason)
        .containsExactly(Reason.VALUES, Reason.BLOCK_VALUES);
    assertThat(report.reproduced()).isEqualTo(1);
    assertThat(report.blocksReproduced()).isZero();
  }

  @Test
  void noticesAnotherTypeOnBothInterfaces() throws IOException {
    Recording recording = record();
    service.lieAboutTheType();
    FidelityReport report = replay(recording);

    assertThat(report.differences())
        .extracting(Difference::reason)
        .containsExactly(Reason.COLUMNS, Reason.SOCKET_REPLY, Reason.BLOCK_LAYOUT);
  }

  @Test
  void hearsOfItsProgress() throws IOException {
    List<String> heard = new ArrayList<>();
    new Fidelity(Duration.ofSeconds(30))
        .replay(record(), endpoint(), "fx_", (name, done, total) -> heard.add(name + done + total));

    assertThat(heard).containsExactly("a02");
  }

  @Test
  void recordsNothingWithoutAServer() {
    Endpoint endpoint = endpoint();
    server.close();

    assertThatThrownBy(
            () ->
                new Fidelity(Duration.ofSeconds(30))
                    .record(script(), endpoint, "fx_", new StringWriter(), Progress.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("case a cannot be prepared");
  }

  private Endpoint endpoint() {
    return new Endpoint("127.0.0.1", server.port(), "root", "taosdata");
  }

  private FidelityReport replay(Recording recording) {
    return new Fidelity(Duration.ofSeconds(30))
        .replay(recording, endpoint(), "fx_", Progress.SILENT);
  }

  private Recording record() throws IOException {
    StringWriter written = new StringWriter();
    new Fidelity(Duration.ofSeconds(30))
        .record(script(), endpoint(), "fx_", written, Progress.SILENT);
    return new RecordingFile().read(new StringReader(written.toString()), "recorded");
  }

  private static Recording script() {
    return new Recording(
        List.of(
            new RecordedCase(
                "a", Optional.of(""), List.of(step(0, "select 5"), step(1, "nonsense in $DB")))));
  }

  private static Exchange step(int number, String sql) {
    return new Exchange(number, new Call.Sql(sql), 0, "", Optional.empty(), List.of());
  }
}
