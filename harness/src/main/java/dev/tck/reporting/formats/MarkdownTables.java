package dev.tck.reporting.formats;

import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Legend;
import dev.tck.reporting.merge.Measured;
import dev.tck.reporting.tables.CellSummary;
import dev.tck.reporting.tables.ClaimCheck;
import dev.tck.reporting.tables.ClaimView;
import dev.tck.reporting.tables.Relation;
import dev.tck.reporting.tables.Report;
import dev.tck.reporting.tables.StatementCheck;
import dev.tck.reporting.tables.SupportTable;
import dev.tck.reporting.tables.TableCell;
import dev.tck.reporting.tables.UntestedGroup;
import dev.tck.results.CellKey;
import dev.tck.results.CheckResult;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes {@code tables.md}. It is sorted and holds no duration, path, host or run id: the same
 * results give the same bytes, in one run or merged from many.
 */
public final class MarkdownTables implements ReportFormat {
  /** The file's name. */
  public static final String FILE = "tables.md";

  @Override
  public void write(Report report, Path out) throws IOException {
    Files.writeString(out.resolve(FILE), render(report));
  }

  /** Returns the file's text. */
  public String render(Report report) {
    Markdown page = new Markdown();
    page.heading(1, "TDengine connectors: what works, measured");
    head(page, report);
    summaries(page, report);
    report.tables().forEach(table -> table(page, table));
    contradictions(page, report);
    statements(page, report);
    failures(page, report);
    untested(page, report);
    legend(page);
    return page.text();
  }

  private static void head(Markdown page, Report report) {
    if (report.isEmbeddedOnly()) {
      page.quote(
          "Measured on the embedded server only. It is ours: nothing here counts as a result on"
              + " TDengine.");
    }
    if (report.results().isPartial()) {
      page.quote("Partial: a run ended before it was done.");
    }
    TreeSet<String> harnesses = new TreeSet<>();
    report.results().runs().forEach(run -> harnesses.add(harness(run.run())));
    TreeSet<String> targets = new TreeSet<>();
    report.results().measured().forEach(cell -> targets.add(Texts.target(cell.key().target())));
    page.paragraph(
        "Measured by "
            + String.join(", ", harnesses)
            + " on: "
            + String.join(", ", targets)
            + ". A cell has the mark, and in brackets what the vendor's page says.");
  }

  private static String harness(Event.Run run) {
    return "tck " + run.harness() + (run.commit().isEmpty() ? "" : " (" + run.commit() + ")");
  }

  private static void summaries(Markdown page, Report report) {
    page.heading(2, "Measured connectors");
    List<CellSummary> measured =
        report.summaries().stream().filter(summary -> summary.cell().isMeasured()).toList();
    List<String> features = features(report, measured);
    List<String> head =
        new ArrayList<>(List.of("Connector", "Version", "Interface", "Target", "Platform"));
    features.forEach(feature -> head.add(featureTitle(report, feature)));
    page.tableHead(head);
    for (CellSummary summary : measured) {
      CellKey key = summary.cell().key();
      List<String> row = new ArrayList<>();
      row.add(key.connector());
      row.add(key.version());
      row.add(key.interfaceId());
      row.add(Texts.target(key.target()));
      row.add(key.platform().cpu() + " " + key.platform().os());
      features.forEach(
          feature ->
              row.add(summary.judgement(feature).map(each -> each.mark().symbol()).orElse("")));
      page.tableRow(row);
    }
    page.blank();
  }

  private static List<String> features(Report report, List<CellSummary> summaries) {
    return report.matrix().features().rows().stream()
        .map(row -> row.id())
        .filter(id -> summaries.stream().anyMatch(each -> each.judgement(id).isPresent()))
        .toList();
  }

  private static String featureTitle(Report report, String feature) {
    return report.matrix().features().find(feature).map(row -> row.title()).orElse(feature);
  }

  private static void table(Markdown page, SupportTable table) {
    page.heading(2, table.title());
    page.paragraph(table.about());
    List<String> head = new ArrayList<>(List.of(table.corner()));
    head.addAll(table.columns());
    page.tableHead(head);
    for (SupportTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.title()));
      row.cells().forEach(cell -> cells.add(cell(cell)));
      page.tableRow(cells);
    }
    page.blank();
  }

  private static String cell(TableCell cell) {
    return cell.mark().symbol()
        + cell.claim().map(claim -> " (" + claim.literal() + ")").orElse("");
  }

  private static void contradictions(Markdown page, Report report) {
    page.heading(2, "Claims that the measurements do not bear out");
    List<ClaimCheck> found =
        report.claims().stream()
            .filter(check -> check.relation().compareTo(Relation.EXCEEDED) <= 0)
            .toList();
    if (found.isEmpty()) {
      page.paragraph("None.");
    }
    for (ClaimCheck check : found) {
      ClaimView claim = check.claim();
      page.item(
          check.relation().title()
              + ": "
              + check.table()
              + ", "
              + check.row()
              + ", "
              + check.column()
              + ": the page says \""
              + claim.literal()
              + "\" (line "
              + claim.line()
              + "), measured "
              + check.cell().mark().symbol()
              + explained(Scrubber.scrub(check.cell().why()))
              + explained(claim.note()));
    }
    page.blank();
    resolutions(page, report);
  }

  private static void resolutions(Markdown page, Report report) {
    TreeSet<String> resolved = new TreeSet<>();
    for (ClaimCheck check : report.claims()) {
      ClaimView claim = check.claim();
      if (!claim.resolution().isEmpty()) {
        resolved.add(
            "\"%s\" of %s for %s (line %d) was taken for %s"
                .formatted(
                    claim.literal(),
                    check.column(),
                    check.row(),
                    claim.line(),
                    claim.resolution()));
      }
    }
    if (!resolved.isEmpty()) {
      page.heading(2, "What the page's words were taken for");
      resolved.forEach(page::item);
      page.blank();
    }
  }

  private static void statements(Markdown page, Report report) {
    page.heading(2, "What the page says in prose");
    page.tableHead(List.of("Line", "Statement", "Measured", "Scenarios"));
    for (StatementCheck check : report.statements()) {
      page.tableRow(
          List.of(
              String.valueOf(check.statement().line()),
              check.statement().literal(),
              check.mark().symbol(),
              String.join(", ", check.scenarios())));
    }
    page.blank();
  }

  private static void failures(Markdown page, Report report) {
    page.heading(2, "Failures");
    boolean any = false;
    for (CellSummary summary : report.summaries()) {
      List<Measured> failing =
          summary.cell().outcomes().stream().filter(MarkdownTables::isWorthAList).toList();
      if (!failing.isEmpty()) {
        any = true;
        CellKey key = summary.cell().key();
        page.heading(3, key.display() + " on " + Texts.target(key.target()));
        failing.forEach(measured -> page.item(failure(measured.outcome())));
        page.blank();
      }
    }
    if (!any) {
      page.paragraph("None.");
    }
  }

  private static boolean isWorthAList(Measured measured) {
    Status status = measured.outcome().status();
    return status != Status.PASS && status != Status.NOT_RUN;
  }

  private static String failure(Event.Outcome outcome) {
    List<String> checks =
        outcome.checks().stream()
            .filter(check -> check.status() == Status.FAIL)
            .map(CheckResult::id)
            .toList();
    return outcome.scenario()
        + " "
        + outcome.title()
        + ": "
        + outcome.status().text()
        + (outcome.provisional() ? ", provisional" : "")
        + (outcome.blame() == null ? "" : ", blame: " + outcome.blame().text())
        + (checks.isEmpty() ? "" : ", checks: " + String.join(", ", checks));
  }

  private static void untested(Markdown page, Report report) {
    page.heading(2, "Not tested, and why");
    List<UntestedGroup> groups = report.untested();
    if (groups.isEmpty()) {
      page.paragraph("Everything was tested.");
    }
    for (UntestedGroup group : groups) {
      page.item(Scrubber.scrub(group.reason()) + ": " + String.join("; ", group.what()));
    }
    page.blank();
    for (CellSummary summary : report.summaries()) {
      for (Judgement judgement : summary.judgements()) {
        long notRun =
            judgement.inconclusive().stream()
                .filter(each -> each.outcome().status() == Status.NOT_RUN)
                .count();
        if (notRun > 0) {
          page.item(
              summary.cell().key().display()
                  + ", "
                  + judgement.feature()
                  + ": "
                  + notRun
                  + " scenarios did not run");
        }
      }
    }
    page.blank();
  }

  private static String explained(String why) {
    return why.isEmpty() ? "" : "; " + why;
  }

  private static void legend(Markdown page) {
    page.heading(2, "How to read the marks");
    page.tableHead(List.of("Mark", "Meaning"));
    Legend.entries().forEach(entry -> page.tableRow(List.of(entry.symbol(), entry.meaning())));
    page.blank();
  }
}
