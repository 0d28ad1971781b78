package dev.tck.scenarios.world;

import dev.tck.results.CheckResult;
import dev.tck.results.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the named checks of a scenario; a repeated name gets a number, {@code rows#2}. */
public final class Checks {
  private static final int LONGEST = 2_000;

  private final List<CheckResult> results = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();

  /** Records a check. */
  public void record(String name, Level level, boolean holds, String expected, String actual) {
    int number = names.merge(name, 1, Integer::sum);
    String id = number == 1 ? name : name + "#" + number;
    results.add(
        holds
            ? CheckResult.pass(id, level)
            : CheckResult.fail(id, level, shortened(expected), shortened(actual)));
  }

  /** Records a MUST. */
  public void must(String name, boolean holds, String expected, String actual) {
    record(name, Level.MUST, holds, expected, actual);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
  }

  /** Returns all checks in the order in which they were made. */
  public List<CheckResult> results() {
    return List.copyOf(results);
  }
}
