package dev.tck.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.results.CellKey;
import dev.tck.scenarios.plan.Plan;

/** The plan as other programs read it; the names are a contract. */
final class PlanJson {

  private PlanJson() {}

  static ObjectNode of(Plan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode cells = json.putArray("cells");
    for (Plan.Cell cell : plan.cells()) {
      cells
          .addObject()
          .put("connector", cell.connector())
          .put("version", cell.version())
          .put("language", cell.language())
          .put("interface", cell.interfaceId())
          .put("target", cell.target())
          .put("row", cell.row())
          .put("scenarios", cell.scenarios().size());
    }
    ArrayNode notRun = json.putArray("notRun");
    for (Plan.Gap gap : plan.gaps()) {
      notRun
          .addObject()
          .put("connector", gap.connector())
          .put("version", gap.version())
          .put("language", gap.language())
          .put("interface", gap.interfaceId())
          .put("reason", gap.reason());
    }
    json.putObject("coverage")
        .put("claimed", plan.coverage().claimed())
        .put("planned", plan.coverage().planned())
        .put("outcomes", plan.outcomes());
    json.put("planHash", plan.hash());
    return json;
  }

  /** Returns the {@code matrix.include} of a GitHub workflow: a job a connector version. */
  static ObjectNode github(Plan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode include = json.putArray("include");
    plan.cells().stream()
        .map(cell -> java.util.Map.entry(cell.connector(), cell.version()))
        .distinct()
        .forEach(
            entry ->
                include
                    .addObject()
                    .put("name", entry.getKey() + "-" + entry.getValue())
                    .put("connector", selector(entry.getKey(), entry.getValue())));
    return json;
  }

  private static String selector(String connector, String version) {
    return connector.equals(CellKey.REFERENCE) ? connector : connector + "@" + version;
  }
}
