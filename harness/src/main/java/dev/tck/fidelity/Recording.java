package dev.tck.fidelity;

import java.util.List;

/** The cases of one recording, in order. */
public record Recording(List<RecordedCase> cases) {
  /** Is the path of the WebSocket that new recordings are made on. */
  static final String UNIFIED_SOCKET = "/ws";

  private static final String LEGACY_SOCKET = "/rest/ws";

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

  /**
   * Returns the path of the WebSocket that the replies were recorded on: {@code /ws} if they tell
   * the precision of decimals, as it does since 3.3.6.0; else {@code /rest/ws}, which never does.
   */
  public String socketPath() {
    boolean unified =
        cases.stream()
            .flatMap(recorded -> recorded.exchanges().stream())
            .flatMap(exchange -> exchange.socket().stream())
            .anyMatch(reply -> reply.has("fields_precisions"));
    return unified ? UNIFIED_SOCKET : LEGACY_SOCKET;
  }

  /** Returns the number of exchanges. */
  public int size() {
    return cases.stream().mapToInt(recorded -> recorded.exchanges().size()).sum();
  }
}
