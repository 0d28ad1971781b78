package dev.tck.reporting.html;

import dev.tck.reporting.formats.Texts;
import dev.tck.reporting.marks.Verdict;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.tables.Relation;
import dev.tck.reporting.tables.Report;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes what a reader sees first: the verdict, what ran and what did not, where and when. */
final class TopStrip {
  private final Report report;
  private final Html html;

  TopStrip(Report report, Html html) {
    this.report = report;
    this.html = html;
  }

  void write() {
    html.begin("header").begin("div", "class", "wrap");
    html.element("h1", "TDengine connectors, measured");
    verdict();
    banners();
    counts();
    facts();
    html.end().endLine();
    navigation();
    filters();
  }

  private void verdict() {
    Verdict verdict = report.verdict();
    String symbol =
        switch (verdict.exit()) {
          case Verdict.HOLDS -> "✓";
          case Verdict.INCOMPLETE -> "◐";
          default -> "✗";
        };
    html.begin("p", "class", "verdict exit-" + verdict.exit());
    html.element("strong", symbol + " " + verdict.headline());
    html.text(" ").element("span", verdict.reason()).endLine();
  }

  private void banners() {
    if (report.isEmbeddedOnly()) {
      banner(
          "◌",
          "Embedded server: never counts as a result on TDengine. It is ours; where a connector"
              + " fails here, our server may be the one that is wrong.");
    }
    if (report.results().isPartial()) {
      banner("◐", "Partial: a run ended before it was done.");
    }
    int contradictions = report.claims(Relation.CONTRADICTED).size();
    if (contradictions > 0) {
      html.begin("p", "class", "banner bad").begin("span", "aria-hidden", "true").text("✗ ").end();
      html.element(
              "a",
              contradictions
                  + (contradictions == 1 ? " claim" : " claims")
                  + " of the vendor's page contradicted",
              "href",
              "#claims")
          .endLine();
    }
  }

  private void banner(String symbol, String text) {
    html.begin("p", "class", "banner")
        .begin("span", "aria-hidden", "true")
        .text(symbol + " ")
        .end();
    html.text(text).endLine();
  }

  private void facts() {
    html.begin("dl", "class", "facts");
    fact("Ran", ran());
    fact("Did not run", notRun());
    fact("Target", targets());
    fact("Harness", harnesses());
    fact("Measured", dates());
    fact("Machine", machines());
    html.endLine();
  }

  private void fact(String name, String value) {
    html.begin("div").element("dt", name).element("dd", value).end();
  }

  /** Writes how many outcomes have each status; each number filters the page. */
  private void counts() {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (MeasuredCell cell : report.results().measured()) {
      cell.outcomes().forEach(each -> counts.merge(each.outcome().status(), 1, Integer::sum));
    }
    html.begin("ul", "class", "counts", "aria-label", "Outcomes");
    counts.forEach(
        (status, count) -> {
          html.begin("li");
          html.begin(
              "button",
              "type",
              "button",
              "class",
              "stat " + status.text(),
              "data-status",
              status.text());
          html.element("strong", String.valueOf(count)).text(" ").element("span", status.text());
          html.end().end();
        });
    html.endLine();
  }

  private String ran() {
    long scenarios =
        report.results().measured().stream()
            .flatMap(cell -> cell.outcomes().stream())
            .filter(measured -> measured.outcome().status() != Status.NOT_RUN)
            .count();
    int cells = report.results().measured().size();
    return scenarios + " scenarios in " + cells + (cells == 1 ? " cell" : " cells");
  }

  private String notRun() {
    long scenarios =
        report.results().measured().stream()
            .flatMap(cell -> cell.outcomes().stream())
            .filter(measured -> measured.outcome().status() == Status.NOT_RUN)
            .count();
    int cells = report.results().notRun().size();
    if (cells == 0 && scenarios == 0) {
      return "nothing that was planned";
    }
    return cells
        + (cells == 1 ? " cell" : " cells")
        + (scenarios == 0 ? "" : ", " + scenarios + " scenarios of measured cells");
  }

  private String targets() {
    return join(
        report.results().cells().stream().map(cell -> Texts.target(cell.key().target())).toList());
  }

  private String harnesses() {
    return join(
        report.results().runs().stream()
            .map(summary -> summary.run())
            .map(
                run ->
                    "tck "
                        + run.harness()
                        + (run.commit().isEmpty() ? "" : ", commit " + run.commit()))
            .toList());
  }

  private String dates() {
    List<Event.Run> runs = report.results().runs().stream().map(summary -> summary.run()).toList();
    if (runs.isEmpty()) {
      return "never";
    }
    String first = Texts.time(runs.get(0).started());
    String last = Texts.time(runs.get(runs.size() - 1).started());
    String official = runs.stream().allMatch(Event.Run::official) ? ", official" : ", not official";
    return (first.equals(last) ? first : first + " to " + last) + official;
  }

  private String machines() {
    return join(
        report.results().runs().stream()
            .map(summary -> summary.run().platform())
            .map(
                machine ->
                    machine.cpu()
                        + " "
                        + machine.os()
                        + " "
                        + machine.osVersion()
                        + (machine.emulated() ? ", emulated" : ""))
            .toList());
  }

  private static String join(List<String> values) {
    return String.join("; ", new TreeSet<>(values));
  }

  private void navigation() {
    html.begin("nav", "aria-label", "Sections").begin("div", "class", "wrap");
    link("connectors", "Connectors");
    link("platforms", "Platforms");
    link("versions", "Versions");
    link("native", "Features");
    link("claims", "Claims");
    link("failures", "Failures");
    link("scenarios", "Scenarios");
    link("untested", "Untested");
    link("legend", "Legend");
    html.end().endLine();
  }

  private void link(String id, String title) {
    html.element("a", title, "href", "#" + id);
  }

  private void filters() {
    html.raw(
        """
        <form id="filters" role="search" aria-label="Filter"><div class="wrap">
        <label>Connector <select name="connector"><option value="">all</option></select></label>
        <label>Interface <select name="interface"><option value="">all</option></select></label>
        <label>Status <select name="status"><option value="">all</option></select></label>
        <label class="grow">Text <input name="text" type="search" placeholder="scenario, reason, check" autocomplete="off"></label>
        <button type="reset">Clear</button>
        <output id="filter-count" aria-live="polite"></output>
        </div></form>
        """);
  }
}
