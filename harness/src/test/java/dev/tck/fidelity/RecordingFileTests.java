package dev.tck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingFileTests {

  @Test
  void readsTheRecordingOf3366() throws IOException {
    Recording recording = RecordedOn3366.recording();

    assertThat(recording.size()).isEqualTo(512);
    assertThat(recording.cases()).hasSize(48);
    assertThat(
            recording.cases().stream()
                .flatMap(recorded -> recorded.exchanges().stream())
                .mapToInt(exchange -> exchange.blocks().size())
                .sum())
        .isEqualTo(203);
    assertThat(recording.isQualified()).isFalse();
    assertThat(recording.socketPath()).isEqualTo("/ws");
    assertThat(RecordedOn3366.recordedCase("meta").databaseOptions()).isEmpty();
    assertThat(RecordedOn3366.recordedCase("topics").databaseOptions())
        .isEqualTo(Optional.of("wal_retention_period 3600"));
  }

  @Test
  void writesWhatItReads() throws IOException {
    Recording recording = RecordedOn3366.recording();
    StringWriter written = new StringWriter();
    for (RecordedCase recorded : recording.cases()) {
      new RecordingFile().write(recorded, written);
    }

    assertThat(new RecordingFile().read(new StringReader(written.toString()), "written"))
        .isEqualTo(recording);
  }

  @Test
  void namesTheLineThatIsNoExchange() {
    String good =
        "{\"case\":\"a\",\"step\":0,\"db_options\":null,\"kind\":\"sql\",\"sql\":\"select 1\","
            + "\"http\":200,\"answer\":\"{}\"}\n";

    assertThatThrownBy(() -> read(good + "\n{\"case\":\"a\""))
        .isInstanceOf(RecordingFormatException.class)
        .hasMessageStartingWith("file:3: no JSON");
    assertThatThrownBy(
            () -> read(good + "{\"case\":\"a\",\"step\":1,\"http\":200,\"answer\":\"\"}"))
        .hasMessage("file:2: an exchange needs case, step, and sql or post with body");
    assertThatThrownBy(() -> read("{\"case\":\"a\",\"step\":1,\"sql\":\"select 1\"}"))
        .hasMessage("file:1: an exchange needs http and answer");
  }

  private static Recording read(String text) throws IOException {
    return new RecordingFile().read(new StringReader(text), "file");
  }
}
