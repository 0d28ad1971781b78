package dev.tck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.embedded.server.EmbeddedServer;
import dev.tck.embedded.server.ServerOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the embedded server against a real one; the floors rise with the engine and never fall. */
class EmbeddedFidelityTests {
  private static final int EXCHANGES_FLOOR = 484;
  private static final int BLOCKS_FLOOR = 183;

  @Test
  void reproducesTheRecordingOf3366() throws IOException {
    try (EmbeddedServer server =
        EmbeddedServer.start("3.3.6.6", Clock.systemUTC(), ServerOptions.onLoopback())) {
      FidelityReport report =
          new Fidelity(Duration.ofSeconds(60))
              .replay(
                  RecordedOn3366.recording(),
                  new Endpoint("127.0.0.1", server.port(), "root", "taosdata"),
                  "tck_fidelity",
                  Progress.SILENT);

      assertThat(report.exchanges()).isEqualTo(512);
      assertThat(report.reproduced())
          .as(() -> "not reproduced: " + report.differences())
          .isGreaterThanOrEqualTo(EXCHANGES_FLOOR);
      assertThat(report.blocks()).isEqualTo(203);
      assertThat(report.blocksReproduced()).isGreaterThanOrEqualTo(BLOCKS_FLOOR);
      assertThat(report.leftBehind()).isEmpty();
      // These would be the network front's fault.
      Set<Reason> reasons =
          report.differences().stream()
              .map(Difference::reason)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
      assertThat(reasons).doesNotContain(Reason.TRANSPORT, Reason.SETUP, Reason.TEXT);
    }
  }
}
