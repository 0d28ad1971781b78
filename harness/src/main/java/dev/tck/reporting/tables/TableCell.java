package dev.tck.reporting.tables;

import dev.tck.reporting.marks.Mark;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a cell of a table: the claim beside the measurement.
 *
 * @param id is {@code websocket/execute-sql/java}
 * @param claimOrNull is what the page says; null if it says nothing here
 * @param mark is what was measured
 * @param why explains the mark; empty if there is nothing to explain
 * @param parts are the measurements that the mark is the worst of
 */
public record TableCell(
    String id, @Nullable ClaimView claimOrNull, Mark mark, String why, List<Part> parts) {
  public TableCell {
    parts = List.copyOf(parts);
  }

  /** Returns what the page says. */
  public Optional<ClaimView> claim() {
    return Optional.ofNullable(claimOrNull);
  }
}
