package dev.tck.fidelity;

import java.util.List;

/** The cases of one recording, in order. */
public record Recording(List<RecordedCase> cases) {
  public Recording {
    cases = List.copyOf(cases);
  }

  /**
   * Returns whether statements name the database themselves and are sent to {@code /rest/sql}
   * without it, as in the recordings that 2.x servers understand too; those have no WebSocket
   * replies.
   */
  public boolean isQualified() {
    return cases.stream()
        .flatMap(recorded -> recorded.exchanges().stream())
        .noneMatch(exchange -> exchange.socket().isPresent());
  }

  /** Returns the number of exchanges. */
  public int size() {
    return cases.stream().mapToInt(recorded -> recorded.exchanges().size()).sum();
  }
}
