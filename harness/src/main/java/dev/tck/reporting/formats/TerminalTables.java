package dev.tck.reporting.formats;

import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.merge.Measured;
import dev.tck.reporting.tables.CellSummary;
import dev.tck.reporting.tables.ClaimCheck;
import dev.tck.reporting.tables.Relation;
import dev.tck.reporting.tables.Report;
import dev.tck.reporting.tables.SupportTable;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Renders a report for a terminal. */
public final class TerminalTables {
  private static final int MOST_FAILURES = 10;
  private static final int FAILURE_LINES = 2;

  private final int width;
  private final boolean colours;

  /**
   * Creates a renderer.
   *
   * @param width is the terminal's, in columns
   * @param colours says whether to colour
   */
  public TerminalTables(int width, boolean colours) {
    this.width = Math.max(40, width);
    this.colours = colours;
  }

  /** Returns what a run prints at its end: connectors, failures, what did not run, the verdict. */
  public String render(Report report) {
    StringBuilder text = new StringBuilder();
    if (report.isEmbeddedOnly()) {
      text.append(Style.OURS.apply(banner(), colours)).append("\n\n");
    }
    text.append(connectors(report));
    failures(text, report);
    contradictions(text, report);
    notRun(text, report);
    text.append('\n').append(verdict(report)).append('\n');
    return text.toString();
  }

  private String banner() {
    return DisplayWidth.cut("embedded server: never counts as a result on TDengine", width);
  }

  /** Returns the table of the measured connectors. */
  public String connectors(Report report) {
    List<CellSummary> measured =
        report.summaries().stream().filter(summary -> summary.cell().isMeasured()).toList();
    List<String> features =
        report.matrix().features().rows().stream()
            .map(row -> row.id())
            .filter(id -> measured.stream().anyMatch(each -> each.judgement(id).isPresent()))
            .toList();
    boolean targets =
        measured.stream().map(each -> each.cell().key().target()).distinct().count() > 1;
    List<String> titles = new ArrayList<>(List.of("Connector", "Version", "Interface"));
    if (targets) {
      titles.add("Target");
    }
    features.forEach(feature -> titles.add(title(report, feature)));
    titles.add("Passed");
    TextTable table = new TextTable(titles);
    measured.forEach(summary -> table.add(row(summary, features, targets)));
    return table.render(width, colours);
  }

  private static List<TextTable.Cell> row(
      CellSummary summary, List<String> features, boolean targets) {
    CellKey key = summary.cell().key();
    List<TextTable.Cell> row = new ArrayList<>();
    row.add(new TextTable.Cell(plain(key.connector()), Style.BOLD));
    row.add(new TextTable.Cell(plain(key.version()), Style.FAINT));
    row.add(new TextTable.Cell(plain(key.interfaceId()), Style.FAINT));
    if (targets) {
      row.add(
          new TextTable.Cell(
              plain(key.target().kind() + " " + key.target().tdengine()), Style.FAINT));
    }
    for (String feature : features) {
      Mark mark = summary.judgement(feature).map(Judgement::mark).orElse(new Mark.Untested(""));
      row.add(new TextTable.Cell(mark.symbol(), style(mark)));
    }
    long passed =
        summary.cell().outcomes().stream()
            .filter(each -> each.outcome().status() == Status.PASS)
            .count();
    String share = passed + "/" + summary.cell().outcomes().size();
    row.add(
        new TextTable.Cell(
            share, passed == summary.cell().outcomes().size() ? Style.GOOD : Style.HALF));
    return row;
  }

  /** Returns a table of the page, measured: {@code platforms}, {@code versions}, {@code rest}. */
  public String table(SupportTable table) {
    List<String> titles = new ArrayList<>(List.of(table.corner()));
    titles.addAll(table.columns());
    TextTable text = new TextTable(titles);
    for (SupportTable.Row row : table.rows()) {
      List<TextTable.Cell> cells = new ArrayList<>();
      cells.add(new TextTable.Cell(plain(row.title()), Style.BOLD));
      row.cells()
          .forEach(cell -> cells.add(new TextTable.Cell(cell.mark().symbol(), style(cell.mark()))));
      text.add(cells);
    }
    return text.render(width, colours);
  }

  private static String title(Report report, String feature) {
    return report.matrix().features().find(feature).map(row -> row.title()).orElse(feature);
  }

  private void failures(StringBuilder text, Report report) {
    for (CellSummary summary : report.summaries()) {
      List<Event.Outcome> failing = failing(summary);
      if (!failing.isEmpty()) {
        line(text, "");
        line(text, Style.BOLD, summary.cell().key().display());
        failing.stream()
            .limit(MOST_FAILURES)
            .forEach(outcome -> wrapped(text, Style.BAD, failure(outcome), FAILURE_LINES));
        if (failing.size() > MOST_FAILURES) {
          int more = failing.size() - MOST_FAILURES;
          line(text, Style.FAINT, "  and " + more + " more, see the report");
        }
      }
    }
  }

  /** Returns what failed, and what the connector lacks although the page claims it. */
  private static List<Event.Outcome> failing(CellSummary summary) {
    Set<Measured> counted = new HashSet<>();
    summary.judgements().forEach(judgement -> counted.addAll(judgement.failing()));
    return summary.cell().outcomes().stream()
        .filter(each -> counted.contains(each) || isFailure(each.outcome().status()))
        .map(Measured::outcome)
        .toList();
  }

  private static boolean isFailure(Status status) {
    return switch (status) {
      case FAIL, CRASH, HUNG, ADAPTER_FAULT, TARGET_FAULT -> true;
      case PASS, UNSUPPORTED, NOT_RUN -> false;
    };
  }

  private static String failure(Event.Outcome outcome) {
    return "  "
        + outcome.scenario()
        + " "
        + outcome.status().text()
        + (outcome.provisional() ? " (provisional)" : "")
        + (outcome.reason().isEmpty()
            ? ""
            : ": " + outcome.reason().lines().findFirst().orElse(""));
  }

  private void contradictions(StringBuilder text, Report report) {
    List<ClaimCheck> found = report.claims(Relation.CONTRADICTED);
    if (!found.isEmpty()) {
      line(text, "");
      line(text, Style.BOLD, "The page is wrong here");
      for (ClaimCheck check : found) {
        wrapped(
            text,
            Style.BAD,
            "  %s, %s, %s: says \"%s\" (line %d)"
                .formatted(
                    check.table(),
                    check.row(),
                    check.column(),
                    check.claim().literal(),
                    check.claim().line()));
      }
    }
  }

  private void notRun(StringBuilder text, Report report) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    report
        .results()
        .notRun()
        .forEach(
            cell ->
                reasons
                    .computeIfAbsent(cell.notRun(), key -> new ArrayList<>())
                    .add(cell.key().display()));
    if (!reasons.isEmpty()) {
      line(text, "");
      line(text, Style.BOLD, "Not measured");
      reasons.forEach(
          (reason, cells) ->
              wrapped(text, Style.FAINT, "  " + String.join(", ", cells) + ": " + reason));
    }
  }

  private String verdict(Report report) {
    Style style =
        switch (report.verdict().exit()) {
          case 0 -> Style.GOOD;
          case 3 -> Style.HALF;
          default -> Style.BAD;
        };
    String partial = report.results().isPartial() ? " (partial)" : "";
    String sentence = plain(report.verdict().reason()) + partial;
    return DisplayWidth.wrap(sentence, width, "  ").stream()
        .map(line -> style.apply(line, colours))
        .collect(Collectors.joining("\n"));
  }

  private static Style style(Mark mark) {
    return switch (mark.id()) {
      case "official", "verified" -> Style.GOOD;
      case "partial" -> Style.HALF;
      case "embedded", "embedded-partial" -> Style.OURS;
      case "failing" -> Style.BAD;
      default -> Style.FAINT;
    };
  }

  private void line(StringBuilder text, String plain) {
    text.append(DisplayWidth.cut(plain(plain), width)).append('\n');
  }

  /** Adds a text in as many lines as it needs. */
  private void wrapped(StringBuilder text, Style style, String plain) {
    wrapped(text, style, plain, Integer.MAX_VALUE);
  }

  /** Adds a text in at most so many lines, the following ones indented. */
  private void wrapped(StringBuilder text, Style style, String plain, int most) {
    List<String> lines = DisplayWidth.wrap(plain(plain), width, "      ");
    for (int i = 0; i < Math.min(most, lines.size()); i++) {
      boolean cut = i == most - 1 && lines.size() > most;
      String line = cut ? DisplayWidth.cut(lines.get(i) + " …", width) : lines.get(i);
      text.append(style.apply(line, colours)).append('\n');
    }
  }

  private void line(StringBuilder text, Style style, String plain) {
    text.append(style.apply(DisplayWidth.cut(plain(plain), width), colours)).append('\n');
  }

  /** Returns a text without what would steer a terminal. */
  private static String plain(String raw) {
    StringBuilder plain = new StringBuilder();
    raw.codePoints()
        .map(c -> Character.isISOControl(c) || isUnsafe(c) ? ' ' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isUnsafe(int c) {
    return Character.getType(c) == Character.SURROGATE
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
