package dev.tck.reporting.html;

import dev.tck.reporting.formats.Texts;
import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Legend;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.tables.CellSummary;
import dev.tck.reporting.tables.Report;
import dev.tck.reporting.tables.SupportTable;
import dev.tck.reporting.tables.TableCell;
import dev.tck.reporting.tables.UntestedGroup;
import dev.tck.results.CellKey;
import dev.tck.results.Status;
import java.util.List;

/** Writes what stands in the page before any script runs. */
final class Sections {
  private final Report report;
  private final Html html = new Html();

  Sections(Report report) {
    this.report = report;
  }

  String render() {
    html.raw("<a class=\"skip\" href=\"#connectors\">Skip to the tables</a>\n");
    new TopStrip(report, html).write();
    html.begin("main").raw("\n");
    connectors();
    html.begin("div", "id", "page-tables");
    report.tables().forEach(this::table);
    html.end();
    ClaimSections claims = new ClaimSections(report, html);
    claims.claims();
    failures();
    scenarios();
    untested();
    claims.statements();
    notes();
    legend();
    html.endLine();
    html.raw("<dialog id=\"drawer\" aria-labelledby=\"drawer-title\"></dialog>\n");
    return html.toString();
  }

  private void connectors() {
    section("connectors", "Measured connectors", "A mark opens what it was made from.");
    List<CellSummary> measured =
        report.summaries().stream().filter(summary -> summary.cell().isMeasured()).toList();
    if (measured.isEmpty()) {
      html.element("p", "Nothing was measured.", "class", "empty").endLine();
      return;
    }
    List<String> features =
        report.matrix().features().rows().stream()
            .map(row -> row.id())
            .filter(id -> measured.stream().anyMatch(each -> each.judgement(id).isPresent()))
            .toList();
    html.begin(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        "Measured connectors");
    html.begin("table", "class", "grid").begin("thead").begin("tr");
    html.element("th", "Connector", "scope", "col").element("th", "Interface", "scope", "col");
    features.forEach(
        feature -> html.element("th", title(feature), "scope", "col", "class", "mark-column"));
    for (String title : List.of("Passed", "Target", "Platform")) {
      html.element("th", title, "scope", "col");
    }
    html.end().end().begin("tbody");
    for (int number = 0; number < report.summaries().size(); number++) {
      CellSummary summary = report.summaries().get(number);
      if (summary.cell().isMeasured()) {
        connector(summary, number, features);
      }
    }
    html.end().end().end().endLine();
  }

  private String title(String feature) {
    return report.matrix().features().find(feature).map(row -> row.title()).orElse(feature);
  }

  private void connector(CellSummary summary, int number, List<String> features) {
    CellKey key = summary.cell().key();
    html.begin("tr", "data-cell", String.valueOf(number));
    html.begin("th", "scope", "row");
    html.begin("button", "type", "button", "class", "link", "data-open", "c/" + number);
    html.text(key.connector() + " ").element("span", key.version(), "class", "version").end();
    if (!summary.official()) {
      html.text(" ")
          .element(
              "span",
              key.connector().equals(CellKey.REFERENCE) ? "ours" : "community",
              "class",
              "tag");
    }
    html.end();
    html.element("td", key.interfaceId());
    for (String feature : features) {
      Mark mark = summary.judgement(feature).map(Judgement::mark).orElse(new Mark.Untested(""));
      html.begin("td", "class", "mark-column");
      mark(mark, "c/" + number + "/" + feature, key.display() + ", " + title(feature));
      html.end();
    }
    passed(summary);
    html.element("td", Texts.target(key.target()));
    html.element("td", key.platform().cpu() + " " + key.platform().os());
    html.endLine();
  }

  private void passed(CellSummary summary) {
    int all = summary.cell().outcomes().size();
    long passed =
        summary.cell().outcomes().stream()
            .filter(measured -> measured.outcome().status() == Status.PASS)
            .count();
    html.begin("td", "class", "passed");
    html.begin("meter", "min", "0", "max", String.valueOf(all), "value", String.valueOf(passed));
    html.end();
    html.element("span", " " + passed + "/" + all).end();
  }

  private void table(SupportTable table) {
    html.begin("section", "id", table.id(), "data-table", table.id());
    html.element("h2", table.title()).element("p", table.about(), "class", "about");
    html.begin(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.title());
    html.begin("table", "class", "grid page").begin("thead").begin("tr");
    html.element("th", table.corner(), "scope", "col");
    table.columns().forEach(column -> html.element("th", column, "scope", "col"));
    html.end().end().begin("tbody").raw("\n");
    for (SupportTable.Row row : table.rows()) {
      html.begin("tr").begin("th", "scope", "row").text(row.title()).end();
      for (int column = 0; column < row.cells().size(); column++) {
        tableCell(row.cells().get(column), row.title() + ", " + table.columns().get(column));
      }
      html.endLine();
    }
    html.end().end().end().endLine();
  }

  private void tableCell(TableCell cell, String name) {
    html.begin("td", "data-table-cell", cell.id()).begin("div");
    mark(cell.mark(), "t/" + cell.id(), name);
    cell.claim()
        .ifPresent(
            claim ->
                html.begin("span", "class", "claim")
                    .element("span", "page ", "class", "quiet")
                    .text(claim.literal())
                    .end());
    html.end().end();
  }

  /** Writes a mark that opens its evidence; its name says what the symbol only shows. */
  private void mark(Mark mark, String opens, String name) {
    html.element(
        "button",
        mark.symbol(),
        "type",
        "button",
        "class",
        "mark " + mark.id(),
        "data-open",
        opens,
        "title",
        mark.meaning(),
        "aria-label",
        name + ": " + mark.symbol() + ", " + mark.meaning());
  }

  private void failures() {
    section(
        "failures",
        "Failures",
        "By connector. What is provisional is shown, and counts for nothing.");
    html.raw(
        "<div id=\"failure-list\"><noscript>The lists need scripts; tables.md has them too.</noscript></div>");
    html.endLine();
  }

  private void scenarios() {
    section(
        "scenarios",
        "Every scenario",
        "✓ passed, ✗ failed, ∅ unsupported, -- did not run; ! a SHOULD check fails, ? provisional."
            + " Arrow keys move, Enter opens.");
    html.raw(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Every scenario\"><div id=\"scenario-grid\"></div></div>");
    html.endLine();
  }

  private void untested() {
    section("untested", "Not tested, and why", "Nothing here counts as good.");
    if (report.untested().isEmpty()) {
      html.element("p", "Everything was tested.", "class", "empty");
    }
    for (UntestedGroup group : report.untested()) {
      html.begin("details", "class", "group");
      html.begin("summary").element("span", "--", "class", "mark untested", "aria-hidden", "true");
      html.text(" " + group.reason() + " ");
      html.element("span", String.valueOf(group.what().size()), "class", "count").end();
      html.begin("ul");
      group.what().forEach(what -> html.element("li", what));
      html.end().endLine();
    }
    html.endLine();
  }

  private void notes() {
    List<String> notes =
        report.results().runs().stream()
            .flatMap(summary -> summary.notes().stream())
            .map(note -> Texts.time(note.at()) + ": " + note.text())
            .toList();
    if (!notes.isEmpty()) {
      section("notes", "Notes", "What the runs said about themselves.");
      html.begin("ul", "class", "notes");
      notes.forEach(note -> html.element("li", note));
      html.end().endLine();
    }
  }

  private void legend() {
    section("legend", "How to read the marks", "A cell is the worst of its required parts.");
    html.begin("dl", "class", "legend");
    for (Legend.Entry entry : Legend.entries()) {
      html.begin("div").begin("dt");
      html.element("span", entry.symbol(), "class", "mark " + entry.id()).end();
      html.element("dd", entry.meaning()).endLine();
    }
    html.end().endLine();
  }

  private void section(String id, String title, String about) {
    html.begin("section", "id", id);
    html.element("h2", title).element("p", about, "class", "about");
  }
}
