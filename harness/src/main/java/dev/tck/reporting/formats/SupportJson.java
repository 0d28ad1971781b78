package dev.tck.reporting.formats;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.merge.Measured;
import dev.tck.reporting.merge.RunSummary;
import dev.tck.reporting.tables.CellSummary;
import dev.tck.reporting.tables.ClaimCheck;
import dev.tck.reporting.tables.ClaimView;
import dev.tck.reporting.tables.Part;
import dev.tck.reporting.tables.Relation;
import dev.tck.reporting.tables.Report;
import dev.tck.reporting.tables.StatementCheck;
import dev.tck.reporting.tables.SupportTable;
import dev.tck.reporting.tables.TableCell;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code support.json}, the tables for programs, in the format that {@code
 * support.schema.json} beside this package describes.
 */
public final class SupportJson implements ReportFormat {
  /** The file's name. */
  public static final String FILE = "support.json";

  /** The version of the format. */
  public static final int SCHEMA = 1;

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Override
  public void write(Report report, Path out) throws IOException {
    String json = mapper.writeValueAsString(render(report));
    Files.writeString(out.resolve(FILE), WellFormed.of(json) + "\n");
  }

  /** Returns the document. */
  public ObjectNode render(Report report) {
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", SCHEMA);
    root.putObject("verdict")
        .put("exit", report.verdict().exit())
        .put("reason", report.verdict().reason());
    root.put("embeddedOnly", report.isEmbeddedOnly());
    root.put("partial", report.results().isPartial());
    ArrayNode runs = root.putArray("runs");
    report.results().runs().forEach(run -> run(runs.addObject(), run));
    ArrayNode cells = root.putArray("cells");
    Map<CellKey, Integer> numbers = new HashMap<>();
    for (CellSummary summary : report.summaries()) {
      numbers.put(summary.cell().key(), numbers.size());
      cell(cells.addObject(), summary);
    }
    ArrayNode tables = root.putArray("tables");
    report.tables().forEach(table -> table(tables.addObject(), table, numbers));
    ObjectNode relations = root.putObject("claims");
    for (Relation relation : Relation.values()) {
      relations.put(relation.id(), report.claims(relation).size());
    }
    ArrayNode contradictions = root.putArray("contradictions");
    report.claims(Relation.CONTRADICTED).forEach(check -> claim(contradictions.addObject(), check));
    ArrayNode statements = root.putArray("statements");
    report.statements().forEach(check -> statement(statements.addObject(), check, numbers));
    return root;
  }

  private static void run(ObjectNode node, RunSummary summary) {
    Event.Run run = summary.run();
    node.put("started", run.started().toString())
        .put("harness", run.harness())
        .put("commit", run.commit())
        .put("official", run.official())
        .put("partial", summary.isPartial());
    node.putObject("platform")
        .put("cpu", run.platform().cpu())
        .put("os", run.platform().os())
        .put("osVersion", run.platform().osVersion())
        .put("emulated", run.platform().emulated());
    summary
        .end()
        .ifPresent(
            end -> node.putObject("end").put("exit", end.exit()).put("reason", end.reason()));
    ArrayNode notes = node.putArray("notes");
    summary.notes().forEach(note -> notes.add(note.text()));
  }

  private static void cell(ObjectNode node, CellSummary summary) {
    key(node, summary.cell().key());
    node.put("official", summary.official());
    node.put("measured", summary.cell().isMeasured());
    if (!summary.cell().isMeasured()) {
      node.put("reason", summary.cell().notRun());
    }
    node.put("runtime", summary.cell().runtime());
    node.put("started", summary.cell().run().started().toString());
    mark(node.putObject("mark"), summary.mark());
    ArrayNode features = node.putArray("features");
    summary.judgements().forEach(judgement -> feature(features.addObject(), judgement));
  }

  private static void key(ObjectNode node, CellKey key) {
    node.put("connector", key.connector())
        .put("version", key.version())
        .put("language", key.language())
        .put("interface", key.interfaceId())
        .put("row", key.row());
    node.putObject("target")
        .put("kind", key.target().kind())
        .put("tdengine", key.target().tdengine());
    node.putObject("platform").put("cpu", key.platform().cpu()).put("os", key.platform().os());
  }

  private static void feature(ObjectNode node, Judgement judgement) {
    node.put("feature", judgement.feature());
    mark(node.putObject("mark"), judgement.mark());
    node.put("why", judgement.why());
    node.put("passed", judgement.holding().size());
    node.put("required", judgement.required());
    outcomes(node.putArray("failing"), judgement.failing());
    outcomes(node.putArray("inconclusive"), judgement.inconclusive());
    outcomes(
        node.putArray("uncounted"),
        judgement.uncounted().stream()
            .filter(measured -> measured.outcome().status() != Status.PASS)
            .toList());
    ArrayNode missing = node.putArray("missing");
    judgement.missing().forEach(missing::add);
  }

  private static void outcomes(ArrayNode node, List<Measured> outcomes) {
    for (Measured measured : outcomes) {
      Event.Outcome outcome = measured.outcome();
      ObjectNode entry =
          node.addObject()
              .put("scenario", outcome.scenario())
              .put("title", outcome.title())
              .put("status", outcome.status().text())
              .put("reason", outcome.reason())
              .put("provisional", outcome.provisional())
              .put("evidence", outcome.evidence());
      if (outcome.blame() != null) {
        entry.put("blame", outcome.blame().text());
      }
      ArrayNode checks = entry.putArray("checks");
      outcome.checks().stream()
          .filter(check -> check.status() == Status.FAIL)
          .forEach(
              check ->
                  checks
                      .addObject()
                      .put("id", check.id())
                      .put("level", check.level().text())
                      .put("expected", check.expected())
                      .put("actual", check.actual()));
    }
  }

  private static void mark(ObjectNode node, Mark mark) {
    node.put("id", mark.id()).put("symbol", mark.symbol());
    if (mark instanceof Mark.Embedded embedded) {
      node.put("passed", embedded.passed()).put("of", embedded.of());
    } else if (mark instanceof Mark.Untested untested) {
      node.put("reason", untested.reason());
    } else if (mark instanceof Mark.NotApplicable notApplicable) {
      node.put("reason", notApplicable.reason());
    } else if (mark instanceof Mark.Failing failing) {
      node.put("contradiction", failing.contradiction());
    }
  }

  private static void table(ObjectNode node, SupportTable table, Map<CellKey, Integer> numbers) {
    node.put("id", table.id()).put("title", table.title());
    ArrayNode columns = node.putArray("columns");
    table.columns().forEach(columns::add);
    ArrayNode rows = node.putArray("rows");
    for (SupportTable.Row row : table.rows()) {
      ObjectNode rowNode =
          rows.addObject()
              .put("id", row.id())
              .put("title", row.title())
              .put("line", row.line())
              .put("note", row.note());
      ArrayNode cells = rowNode.putArray("cells");
      for (TableCell cell : row.cells()) {
        tableCell(cells.addObject(), cell, numbers);
      }
    }
  }

  private static void tableCell(ObjectNode node, TableCell cell, Map<CellKey, Integer> numbers) {
    node.put("id", cell.id());
    cell.claim().ifPresent(claim -> claim(node.putObject("claim"), claim));
    mark(node.putObject("mark"), cell.mark());
    node.put("why", cell.why());
    parts(node.putArray("parts"), cell.parts(), numbers);
  }

  private static void claim(ObjectNode node, ClaimView claim) {
    node.put("literal", claim.literal())
        .put("support", claim.support().id())
        .put("line", claim.line());
    if (!claim.note().isEmpty()) {
      node.put("note", claim.note());
    }
    if (!claim.resolution().isEmpty()) {
      node.put("resolution", claim.resolution());
    }
  }

  private static void claim(ObjectNode node, ClaimCheck check) {
    node.put("table", check.table())
        .put("row", check.row())
        .put("column", check.column())
        .put("cell", check.cell().id())
        .put("literal", check.claim().literal())
        .put("line", check.claim().line())
        .put("why", check.cell().why());
  }

  /** Writes parts; {@code cell} is a number into the document's {@code cells}. */
  private static void parts(ArrayNode node, List<Part> parts, Map<CellKey, Integer> numbers) {
    for (Part part : parts) {
      ObjectNode entry =
          node.addObject()
              .put("cell", numbers.getOrDefault(part.cell(), -1))
              .put("feature", part.feature());
      mark(entry.putObject("mark"), part.mark());
    }
  }

  private static void statement(
      ObjectNode node, StatementCheck check, Map<CellKey, Integer> numbers) {
    node.put("id", check.statement().id())
        .put("kind", check.statement().kind().id())
        .put("line", check.statement().line())
        .put("literal", check.statement().literal());
    mark(node.putObject("mark"), check.mark());
    ArrayNode scenarios = node.putArray("scenarios");
    check.scenarios().forEach(scenarios::add);
    parts(node.putArray("parts"), check.parts(), numbers);
  }
}
