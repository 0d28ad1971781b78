package dev.tck.reporting.tables;

import dev.tck.matrix.Matrix;
import dev.tck.reporting.marks.FeatureJudge;
import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.marks.PageClaims;
import dev.tck.reporting.marks.Requirements;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.reporting.marks.Verdict;
import dev.tck.reporting.marks.VerdictRule;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.merge.Merged;
import dev.tck.results.CellKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Computes a report. */
final class ReportBuilder {
  private final Matrix matrix;
  private final ScenarioIndex scenarios;
  private final Predicate<CellKey> required;
  private final PageClaims claims;
  private final FeatureJudge judge;
  private final List<String> featureOrder;

  ReportBuilder(Matrix matrix, ScenarioIndex scenarios, Predicate<CellKey> required) {
    this.matrix = matrix;
    this.scenarios = scenarios;
    this.required = required;
    this.claims = new PageClaims(matrix);
    this.judge = new FeatureJudge(new Requirements(matrix, scenarios), claims);
    this.featureOrder = matrix.features().rows().stream().map(row -> row.id()).toList();
  }

  Report build(Merged results) {
    List<CellSummary> summaries = results.cells().stream().map(this::summary).toList();
    List<SupportTable> tables = new TableBuilder(matrix, claims, summaries).build();
    Verdict verdict = new VerdictRule(judge, claims, required).of(results);
    return new Report(
        matrix,
        scenarios,
        results,
        summaries,
        tables,
        checks(tables),
        new StatementBuilder(matrix, scenarios, claims, results).build(),
        untested(summaries, tables),
        verdict);
  }

  private CellSummary summary(MeasuredCell cell) {
    List<Judgement> judgements =
        cell.isMeasured()
            ? judge.features(cell).stream()
                .sorted(Comparator.comparingInt(this::rank))
                .map(feature -> judge.judge(cell, feature))
                .toList()
            : List.of();
    return new CellSummary(cell, claims.isOfficial(cell.key()), judgements);
  }

  private int rank(String feature) {
    int rank = featureOrder.indexOf(feature);
    return rank < 0 ? featureOrder.size() : rank;
  }

  private static List<ClaimCheck> checks(List<SupportTable> tables) {
    List<ClaimCheck> checks = new ArrayList<>();
    for (SupportTable table : tables) {
      for (SupportTable.Row row : table.rows()) {
        for (int column = 0; column < row.cells().size(); column++) {
          TableCell cell = row.cells().get(column);
          String title = table.columns().get(column);
          cell.claim()
              .ifPresent(
                  claim ->
                      checks.add(
                          new ClaimCheck(
                              table.title(),
                              row.title(),
                              title,
                              claim,
                              cell,
                              Relation.of(claim.support(), cell.mark()))));
        }
      }
    }
    checks.sort(Comparator.comparing(ClaimCheck::relation));
    return checks;
  }

  private static List<UntestedGroup> untested(
      List<CellSummary> summaries, List<SupportTable> tables) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (CellSummary summary : summaries) {
      if (!summary.cell().isMeasured()) {
        add(groups, summary.cell().notRun(), summary.cell().key().display());
      }
      for (Judgement judgement : summary.judgements()) {
        if (judgement.mark() instanceof Mark.Untested untested) {
          String what = summary.cell().key().display() + ": " + judgement.feature();
          add(groups, untested.reason(), what);
        }
      }
    }
    tables.forEach(table -> table.rows().forEach(row -> untestedRow(groups, table, row)));
    return groups.entrySet().stream()
        .map(entry -> new UntestedGroup(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Adds what a row of a table lacks: the columns of one reason together. */
  private static void untestedRow(
      Map<String, List<String>> groups, SupportTable table, SupportTable.Row row) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (int column = 0; column < row.cells().size(); column++) {
      if (row.cells().get(column).mark() instanceof Mark.Untested untested) {
        add(columns, untested.reason(), table.columns().get(column));
      }
    }
    columns.forEach(
        (reason, titles) ->
            add(
                groups,
                reason,
                table.title() + ", " + row.title() + ": " + String.join(", ", titles)));
  }

  private static void add(Map<String, List<String>> groups, String reason, String what) {
    List<String> group = groups.computeIfAbsent(reason, key -> new ArrayList<>());
    if (!group.contains(what)) {
      group.add(what);
    }
  }
}
