package dev.tck.reporting.merge;

import dev.tck.results.CellKey;
import dev.tck.results.Event;
import java.util.List;

/**
 * Holds a cell with all that is known of it.
 *
 * @param key is the cell's identity
 * @param runtime names what executed the connector; empty if unknown
 * @param capabilities are the adapter's
 * @param notRun is the reason why it was not measured; empty if it was
 * @param run is the newest run that has it
 * @param outcomes are its outcomes, a scenario once, sorted by scenario
 */
public record MeasuredCell(
    CellKey key,
    String runtime,
    List<String> capabilities,
    String notRun,
    Event.Run run,
    List<Measured> outcomes) {
  public MeasuredCell {
    capabilities = List.copyOf(capabilities);
    outcomes = List.copyOf(outcomes);
  }

  /** Returns whether there is at least one outcome. */
  public boolean isMeasured() {
    return !outcomes.isEmpty();
  }

  /** Returns the outcomes of a feature row. */
  public List<Measured> outcomes(String feature) {
    return outcomes.stream().filter(each -> each.outcome().feature().equals(feature)).toList();
  }
}
