package dev.tck.scenarios.plan;

import java.util.List;

/**
 * Says what the user asked for; an empty list selects everything.
 *
 * @param connectors are {@code ID}, {@code ID@VERSION} or globs of them
 * @param interfaces are {@code native}, {@code rest}, {@code websocket}
 * @param features are feature rows or globs
 * @param scenarios are scenario ids or globs
 * @param rows are version rows
 * @param quick takes only {@code @core} scenarios and the newest version of each connector
 */
public record Selection(
    List<String> connectors,
    List<String> interfaces,
    List<String> features,
    List<String> scenarios,
    List<String> rows,
    boolean quick) {
  /** Selects everything. */
  public static final Selection ALL =
      new Selection(List.of(), List.of(), List.of(), List.of(), List.of(), false);

  public Selection {
    connectors = List.copyOf(connectors);
    interfaces = List.copyOf(interfaces);
    features = List.copyOf(features);
    scenarios = List.copyOf(scenarios);
    rows = List.copyOf(rows);
  }
}
