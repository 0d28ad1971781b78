package dev.tck.reporting.tables;

import dev.tck.matrix.Statement;
import dev.tck.reporting.marks.Mark;
import java.util.List;

/**
 * Holds a statement of the page's prose beside its measurement.
 *
 * @param statement is what the page says
 * @param mark is what the scenarios say that put it to the test
 * @param scenarios are their ids
 * @param parts are the measurements
 */
public record StatementCheck(
    Statement statement, Mark mark, List<String> scenarios, List<Part> parts) {
  public StatementCheck {
    scenarios = List.copyOf(scenarios);
    parts = List.copyOf(parts);
  }
}
