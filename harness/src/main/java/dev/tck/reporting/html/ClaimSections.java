package dev.tck.reporting.html;

import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.tables.ClaimCheck;
import dev.tck.reporting.tables.Relation;
import dev.tck.reporting.tables.Report;
import dev.tck.reporting.tables.StatementCheck;
import java.util.List;

/** Writes the page's claims beside their measurements, contradictions first. */
final class ClaimSections {
  private static final int NAMED = 8;
  private static final int LONG = 40;
  private static final String[] GROUP = {"class", "group"};
  private static final String[] LONG_GROUP = {"class", "group long"};
  private static final String[] OPEN = {"class", "group", "open", ""};

  private final Report report;
  private final Html html;

  ClaimSections(Report report, Html html) {
    this.report = report;
    this.html = html;
  }

  /** Writes the claims of the page's tables. */
  void claims() {
    html.begin("section", "id", "claims").element("h2", "Claim and measurement");
    html.element(
        "p",
        report.claims().size()
            + " cells of the vendor's page, what needs a reader first comes first.",
        "class",
        "about");
    for (Relation relation : Relation.values()) {
      List<ClaimCheck> checks = report.claims(relation);
      if (!checks.isEmpty()) {
        relation(relation, checks);
      }
    }
    html.endLine();
  }

  private void relation(Relation relation, List<ClaimCheck> checks) {
    boolean open = relation.compareTo(Relation.EXCEEDED) <= 0;
    String[] attributes = open ? OPEN : checks.size() > LONG ? LONG_GROUP : GROUP;
    html.begin("details", attributes);
    html.begin("summary");
    html.element("strong", relation.title()).text(" ");
    html.element("span", String.valueOf(checks.size()), "class", "count");
    html.element("span", " " + relation.meaning(), "class", "quiet").end();
    html.begin(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        relation.title());
    html.begin("table", "class", "list claims").begin("thead").begin("tr");
    for (String title : List.of("Where", "The page says", "Measured", "Why")) {
      html.element("th", title, "scope", "col");
    }
    html.end().end().begin("tbody").raw("\n");
    checks.forEach(this::claim);
    html.end().end().end().endLine();
  }

  private void claim(ClaimCheck check) {
    html.begin("tr", "data-table-cell", check.cell().id());
    html.begin("td").element("span", check.table(), "class", "quiet").text(" ");
    html.text(check.row() + ", " + check.column()).end();
    html.begin("td").element("q", check.claim().literal());
    html.element("span", " line " + check.claim().line(), "class", "quiet");
    if (!check.claim().resolution().isEmpty()) {
      html.element("span", check.claim().resolution(), "class", "note");
    }
    html.end().begin("td");
    mark(check.cell().mark(), "t/" + check.cell().id(), check.row() + ", " + check.column());
    html.end().begin("td").text(check.cell().why());
    if (!check.claim().note().isEmpty()) {
      html.element("span", check.claim().note(), "class", "note");
    }
    html.end().endLine();
  }

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

  /** Writes what the page says in prose. */
  void statements() {
    html.begin("section", "id", "statements").element("h2", "What the page says in prose");
    html.element(
        "p",
        "A statement is measured by the scenarios that cover the same faults.",
        "class",
        "about");
    html.begin(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        "What the page says in prose");
    html.begin("table", "class", "list statements").begin("thead").begin("tr");
    for (String title : List.of("Statement", "Measured", "By, or why not")) {
      html.element("th", title, "scope", "col");
    }
    html.end().end().begin("tbody").raw("\n");
    report.statements().forEach(this::statement);
    html.end().end().end().endLine();
  }

  private void statement(StatementCheck check) {
    html.begin("tr").begin("td").element("q", check.statement().literal());
    html.element(
        "span",
        " " + check.statement().kind().id() + ", line " + check.statement().line(),
        "class",
        "quiet");
    if (!check.statement().note().isEmpty()) {
      html.element("span", check.statement().note(), "class", "note");
    }
    html.end().begin("td");
    html.element(
        "span",
        check.mark().symbol(),
        "class",
        "mark " + check.mark().id(),
        "title",
        check.mark().meaning());
    html.element("span", " " + check.mark().meaning(), "class", "hidden").end();
    html.element("td", explanation(check)).endLine();
  }

  private static String explanation(StatementCheck check) {
    if (check.mark() instanceof Mark.Untested untested) {
      return untested.reason();
    }
    List<String> scenarios = check.scenarios();
    String named = String.join(", ", scenarios.subList(0, Math.min(NAMED, scenarios.size())));
    return scenarios.size() > NAMED
        ? named + " and " + (scenarios.size() - NAMED) + " more"
        : named;
  }
}
