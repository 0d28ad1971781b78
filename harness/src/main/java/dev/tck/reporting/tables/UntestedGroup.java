package dev.tck.reporting.tables;

import java.util.List;

/**
 * Holds what was not measured for one and the same reason.
 *
 * @param reason is why
 * @param what are the things, in the order of the report
 */
public record UntestedGroup(String reason, List<String> what) {
  public UntestedGroup {
    what = List.copyOf(what);
  }
}
