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
  private static final int EXCHANGES_FLOOR = 511;
  private static final int BLOCKS_FLOOR = 201;

  private static final int STATEMENTS_FLOOR = 2550;
  private static final int STATEMENT_BLOCKS_FLOOR = 1025;

  @Test
  void reproducesTheRecordingOf3366() throws IOException {
    FidelityReport report = replayed(RecordedOn3366.recording());

    assertThat(report.exchanges()).isEqualTo(512);
    assertThat(report.reproduced())
        .as(() -> "not reproduced: " + report.differences())
        .isGreaterThanOrEqualTo(EXCHANGES_FLOOR);
    assertThat(report.blocks()).isEqualTo(203);
    assertThat(report.blocksReproduced()).isGreaterThanOrEqualTo(BLOCKS_FLOOR);
    assertThat(report.leftBehind()).isEmpty();
    assertNoFaultOfTheFront(report);
  }

  @Test
  void reproducesStatementsInDepthOf3366() throws IOException {
    FidelityReport report = replayed(RecordedOn3366.statements());

    assertThat(report.exchanges()).isEqualTo(2598);
    assertThat(report.blocks()).isEqualTo(1083);
    assertThat(report.reproduced())
        .as(() -> "not reproduced: " + report.differences())
        .isGreaterThanOrEqualTo(STATEMENTS_FLOOR);
    assertThat(report.blocksReproduced()).isGreaterThanOrEqualTo(STATEMENT_BLOCKS_FLOOR);
    assertThat(report.leftBehind()).isEmpty();
    assertNoFaultOfTheFront(report);
  }

  private static FidelityReport replayed(Recording recording) throws IOException {
    try (EmbeddedServer server =
        EmbeddedServer.start("3.3.6.6", Clock.systemUTC(), ServerOptions.onLoopback())) {
      return new Fidelity(Duration.ofSeconds(60))
          .replay(
              recording,
              new Endpoint("127.0.0.1", server.port(), "root", "taosdata"),
              "tck_fidelity",
              Progress.SILENT);
    }
  }

  private static void assertNoFaultOfTheFront(FidelityReport report) {
    Set<Reason> reasons =
        report.differences().stream()
            .map(Difference::reason)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
    assertThat(reasons).doesNotContain(Reason.TRANSPORT, Reason.SETUP, Reason.TEXT);
  }
}
