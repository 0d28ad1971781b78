package dev.tck.results;

import static java.util.Objects.requireNonNull;

/**
 * Reports one named check of a scenario.
 *
 * @param id names the check within its scenario
 * @param level says whether the scenario fails with it
 * @param status is {@code PASS} or {@code FAIL}
 * @param expected is what should have been, for a reader; empty on a pass
 * @param actual is what was, for a reader; empty on a pass
 */
public record CheckResult(String id, Level level, Status status, String expected, String actual) {
  public CheckResult {
    requireNonNull(id);
    requireNonNull(level);
    if (status != Status.PASS && status != Status.FAIL) {
      throw new IllegalArgumentException(
          "a check passes or fails, " + status.text() + " is a scenario's status");
    }
    expected = expected == null ? "" : expected;
    actual = actual == null ? "" : actual;
  }

  /** Creates a check that passed. */
  public static CheckResult pass(String id, Level level) {
    return new CheckResult(id, level, Status.PASS, "", "");
  }

  /** Creates a check that failed. */
  public static CheckResult fail(String id, Level level, String expected, String actual) {
    return new CheckResult(id, level, Status.FAIL, expected, actual);
  }
}
