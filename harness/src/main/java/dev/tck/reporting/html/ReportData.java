package dev.tck.reporting.html;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.tck.reporting.formats.Evidence;
import dev.tck.reporting.formats.Texts;
import dev.tck.reporting.formats.WellFormed;
import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.reporting.merge.Measured;
import dev.tck.reporting.tables.CellSummary;
import dev.tck.reporting.tables.ClaimView;
import dev.tck.reporting.tables.Part;
import dev.tck.reporting.tables.Report;
import dev.tck.reporting.tables.SupportTable;
import dev.tck.reporting.tables.TableCell;
import dev.tck.results.CellKey;
import dev.tck.results.CheckResult;
import dev.tck.results.Event;
import dev.tck.results.RepeatCommand;
import dev.tck.results.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the data that the page's script reads. Outcomes are arrays of numbers into lists of texts,
 * so that ten thousand of them fit.
 */
final class ReportData {
  private final Report report;
  private final Evidence evidence;
  private final int textLimit;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final ObjectNode root = mapper.createObjectNode();
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<String, Integer> checks = new LinkedHashMap<>();
  private final Map<String, Integer> scenarios = new LinkedHashMap<>();
  private final Map<Event.Run, Integer> runs = new LinkedHashMap<>();
  private final Map<CellKey, Integer> cells = new HashMap<>();
  private final ArrayNode scenarioList = mapper.createArrayNode();

  ReportData(Report report, Path out, int textLimit) {
    this.report = report;
    this.evidence = new Evidence(out);
    this.textLimit = textLimit;
  }

  /** Returns the data as JSON that is safe inside of a script element. */
  String render() throws IOException {
    ArrayNode features = root.putArray("features");
    report
        .matrix()
        .features()
        .rows()
        .forEach(row -> features.addArray().add(row.id()).add(row.title()));
    ArrayNode cellList = root.putArray("cells");
    for (CellSummary summary : report.summaries()) {
      cells.put(summary.cell().key(), cells.size());
      cell(cellList.addObject(), summary);
    }
    tables(root.putObject("tables"));
    root.set("scenarios", scenarioList);
    runs(root.putArray("runs"));
    ArrayNode checkList = root.putArray("checks");
    checks.keySet().forEach(json -> checkList.addRawValue(new RawValue(json)));
    ArrayNode textList = root.putArray("texts");
    texts.keySet().forEach(json -> textList.addRawValue(new RawValue(json)));
    return WellFormed.of(mapper.writeValueAsString(root))
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private void cell(ObjectNode node, CellSummary summary) throws IOException {
    CellKey key = summary.cell().key();
    node.put("connector", key.connector())
        .put("version", key.version())
        .put("language", key.language())
        .put("interface", key.interfaceId())
        .put("target", Texts.target(key.target()))
        .put("embedded", key.target().isEmbedded())
        .put("row", key.row())
        .put("platform", key.platform().cpu() + " " + key.platform().os())
        .put("runtime", summary.cell().runtime())
        .put("notRun", summary.cell().notRun())
        .put("command", RepeatCommand.of(key, ""))
        .put("run", run(summary.cell().run()));
    mark(node.putArray("mark"), summary.mark());
    ObjectNode features = node.putObject("features");
    for (Judgement judgement : summary.judgements()) {
      ObjectNode feature = features.putObject(judgement.feature());
      mark(feature.putArray("mark"), judgement.mark());
      feature.put("why", judgement.why());
      ArrayNode missing = feature.putArray("missing");
      judgement.missing().forEach(missing::add);
    }
    ArrayNode outcomes = node.putArray("outcomes");
    for (Measured measured : summary.cell().outcomes()) {
      outcome(outcomes.addArray(), measured);
    }
  }

  /** Writes an outcome; the script names the places in the same order. */
  private void outcome(ArrayNode node, Measured measured) throws IOException {
    Event.Outcome outcome = measured.outcome();
    node.add(scenario(outcome))
        .add(text(outcome.status().text()))
        .add(text(outcome.blame() == null ? "" : outcome.blame().text()))
        .add(outcome.provisional() ? 1 : 0)
        .add(text(outcome.reason()))
        .add(checks(outcome.checks()))
        .add(outcome.durationMicros())
        .add(run(measured.run()))
        .add(text(control(measured)));
    if (!outcome.evidence().isEmpty()) {
      node.add(text(outcome.evidence()));
      for (Path file : evidence.files(outcome)) {
        node.add(text(evidence.link(file)));
      }
    }
  }

  private int scenario(Event.Outcome outcome) {
    Integer known = scenarios.get(outcome.scenario());
    if (known != null) {
      return known;
    }
    boolean core =
        report.scenarios().find(outcome.scenario()).map(ScenarioIndex.Entry::core).orElse(false);
    scenarioList
        .addArray()
        .add(outcome.scenario())
        .add(outcome.title())
        .add(outcome.feature())
        .add(core ? 1 : 0);
    scenarios.put(outcome.scenario(), scenarios.size());
    return scenarios.size() - 1;
  }

  private static String control(Measured measured) {
    return measured
        .control()
        .map(
            control ->
                "the reference connector: "
                    + control.status().text()
                    + (control.sameFailure() ? ", failing the same way" : "")
                    + (control.reason().isEmpty() ? "" : ": " + control.reason()))
        .orElse("");
  }

  private int checks(List<CheckResult> list) throws IOException {
    ArrayNode node = mapper.createArrayNode();
    for (CheckResult check : list) {
      node.addArray()
          .add(text(check.id()))
          .add(check.level().text())
          .add(check.status() == Status.PASS ? 1 : 0)
          .add(text(check.expected()))
          .add(text(check.actual()));
    }
    return number(checks, mapper.writeValueAsString(node));
  }

  /**
   * Returns the number of a text; one that is cut is a pair of what is left and how much is not.
   */
  private int text(String whole) throws IOException {
    int length = whole.codePointCount(0, whole.length());
    if (length <= textLimit) {
      return number(texts, mapper.writeValueAsString(whole));
    }
    String kept = whole.substring(0, whole.offsetByCodePoints(0, textLimit));
    ArrayNode cut = mapper.createArrayNode().add(kept).add(length - textLimit);
    return number(texts, mapper.writeValueAsString(cut));
  }

  private int run(Event.Run run) {
    return number(runs, run);
  }

  private static <K> int number(Map<K, Integer> numbers, K key) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, numbers.size());
    return numbers.size() - 1;
  }

  private void runs(ArrayNode node) {
    for (Event.Run run : runs.keySet()) {
      node.addObject()
          .put("started", Texts.time(run.started()))
          .put("harness", run.harness())
          .put("commit", run.commit())
          .put("official", run.official())
          .put(
              "machine",
              run.platform().cpu()
                  + " "
                  + run.platform().os()
                  + " "
                  + run.platform().osVersion()
                  + (run.platform().emulated() ? ", emulated" : ""));
    }
  }

  private void tables(ObjectNode node) {
    for (SupportTable table : report.tables()) {
      for (SupportTable.Row row : table.rows()) {
        for (int column = 0; column < row.cells().size(); column++) {
          tableCell(node, table, row, column);
        }
      }
    }
  }

  private void tableCell(ObjectNode node, SupportTable table, SupportTable.Row row, int column) {
    TableCell cell = row.cells().get(column);
    ObjectNode entry = node.putObject(cell.id());
    entry
        .put("title", table.title())
        .put("row", row.title())
        .put("column", table.columns().get(column))
        .put("why", cell.why());
    mark(entry.putArray("mark"), cell.mark());
    cell.claim().ifPresent(claim -> claim(entry.putObject("claim"), claim));
    if (!row.note().isEmpty()) {
      entry.put("note", row.note());
    }
    ArrayNode parts = entry.putArray("parts");
    for (Part part : cell.parts()) {
      ArrayNode partNode = parts.addArray();
      partNode.add(cells.getOrDefault(part.cell(), -1)).add(part.feature());
    }
  }

  private static void claim(ObjectNode node, ClaimView claim) {
    node.put("literal", claim.literal())
        .put("line", claim.line())
        .put("note", claim.note())
        .put("resolution", claim.resolution());
  }

  private static void mark(ArrayNode node, Mark mark) {
    node.add(mark.id()).add(mark.symbol()).add(mark.meaning());
  }
}
