package dev.tck.embedded.server.websocket;

import java.util.List;
import java.util.Map;

/** Refuses, by name, what TDengine has and this server does not have yet. */
final class UnsupportedActions {
  private static final String SUFFIX = " is not supported by the embedded server";

  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "schemaless write",
          List.of("insert"),
          "parameter binding",
          List.of(
              "init",
              "prepare",
              "set_table_name",
              "set_tags",
              "bind",
              "add_batch",
              "exec",
              "get_tag_fields",
              "get_col_fields",
              "use_result",
              "stmt_num_params",
              "stmt_get_param",
              "stmt2_init",
              "stmt2_prepare",
              "stmt2_exec",
              "stmt2_result",
              "stmt2_close"));

  private static final Map<Long, String> BINARIES =
      Map.of(
          1L, "set_tags",
          2L, "bind",
          3L, "write_raw",
          4L, "write_raw_block",
          5L, "write_raw_block_with_fields",
          9L, "stmt2_bind");

  private UnsupportedActions() {}

  static void register(ActionRegistry registry) {
    TEXTS.forEach(
        (feature, names) ->
            names.forEach(name -> registry.add(name, name, refusal(name, feature))));
    // The adapter never answers it, and clients do not wait.
    registry.add("close", "stmt close", (connection, request) -> {});
    BINARIES.forEach(
        (number, name) ->
            registry.add(
                number,
                name,
                (connection, request) -> {
                  throw new AdapterException(name + SUFFIX);
                }));
  }

  private static TextAction refusal(String name, String feature) {
    return (connection, request) -> {
      throw new AdapterException(name + " (" + feature + ")" + SUFFIX);
    };
  }

  /** Returns a registry whose endpoint exists and refuses everything. */
  static ActionRegistry refuseAll(String endpoint, List<String> actions) {
    ActionRegistry registry = new ActionRegistry(false);
    for (String name : actions) {
      registry.addOpen(
          name,
          name,
          (connection, request) -> {
            throw new AdapterException(name + " on " + endpoint + SUFFIX);
          });
    }
    return registry;
  }
}
