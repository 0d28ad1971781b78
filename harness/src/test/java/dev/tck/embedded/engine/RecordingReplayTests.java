package dev.tck.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.embedded.TaosException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingReplayTests {
  /** The share of the recorded exchanges that must be reproduced. Never to be lowered. */
  private static final double FLOOR = 0.90;

  @Test
  void reproducesRecordedExchanges() throws TaosException {
    List<RecordingReplay.Outcome> outcomes = RecordingReplay.replay();
    List<RecordingReplay.Outcome> different =
        outcomes.stream().filter(outcome -> !outcome.differences().isEmpty()).toList();

    double share = 1 - different.size() / (double) outcomes.size();

    assertThat(outcomes).hasSize(501);
    assertThat(share)
        .as(
            "share of reproduced exchanges; the others: %s",
            different.stream().map(outcome -> outcome.recording().name()).toList())
        .isGreaterThanOrEqualTo(FLOOR);
  }
}
