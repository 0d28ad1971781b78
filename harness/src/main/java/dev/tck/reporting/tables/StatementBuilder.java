package dev.tck.reporting.tables;

import dev.tck.matrix.ConnectorInterface;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.Statement;
import dev.tck.reporting.marks.FeatureJudge;
import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.marks.PageClaims;
import dev.tck.reporting.marks.Requirements;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.merge.Merged;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Holds the page's prose against the scenarios that cover the same entries of the catalogue. */
final class StatementBuilder {
  private final Matrix matrix;
  private final ScenarioIndex scenarios;
  private final PageClaims claims;
  private final Merged results;

  StatementBuilder(Matrix matrix, ScenarioIndex scenarios, PageClaims claims, Merged results) {
    this.matrix = matrix;
    this.scenarios = scenarios;
    this.claims = claims;
    this.results = results;
  }

  List<StatementCheck> build() {
    return matrix.statements().stream().map(this::check).toList();
  }

  private StatementCheck check(Statement statement) {
    List<ScenarioIndex.Entry> covering =
        scenarios.entries().values().stream()
            .filter(entry -> isPutToTest(statement, entry))
            .toList();
    if (covering.isEmpty()) {
      Mark mark = new Mark.Untested("no scenario puts it to the test yet");
      return new StatementCheck(statement, mark, List.of(), List.of());
    }
    ScenarioIndex index = ScenarioIndex.of(covering);
    List<Part> parts = parts(statement, index);
    Mark mark =
        parts.isEmpty()
            ? new Mark.Untested("its scenarios were no part of these results")
            : Mark.worst(parts.stream().map(Part::mark).toList());
    return new StatementCheck(
        statement, mark, List.copyOf(new TreeSet<>(index.entries().keySet())), parts);
  }

  // A statement names the faults that it excludes; one that names none is about its feature rows.
  private static boolean isPutToTest(Statement statement, ScenarioIndex.Entry entry) {
    return statement.catalogue().isEmpty()
        ? statement.features().contains(entry.feature())
        : entry.covers().stream().anyMatch(statement.catalogue()::contains);
  }

  private List<Part> parts(Statement statement, ScenarioIndex index) {
    FeatureJudge judge = new FeatureJudge(new Requirements(matrix, index), claims);
    List<Part> parts = new ArrayList<>();
    for (MeasuredCell cell : results.measured()) {
      MeasuredCell narrowed = narrow(cell, index);
      if (isAbout(statement, cell) && narrowed.isMeasured()) {
        for (String feature : judge.features(narrowed)) {
          Judgement judgement = judge.judge(narrowed, feature);
          parts.add(new Part(cell.key(), feature, judgement.mark(), judgement.why()));
        }
      }
    }
    boolean real = parts.stream().anyMatch(part -> !part.cell().target().isEmbedded());
    return parts.stream().filter(part -> !real || !part.cell().target().isEmbedded()).toList();
  }

  private boolean isAbout(Statement statement, MeasuredCell cell) {
    boolean language =
        statement.languages().isEmpty() || statement.languages().contains(cell.key().language());
    boolean connectorInterface =
        statement.interfaces().isEmpty()
            || statement.interfaces().stream()
                .map(ConnectorInterface::id)
                .anyMatch(cell.key().interfaceId()::equals);
    return claims.isOfficial(cell.key()) && language && connectorInterface;
  }

  private static MeasuredCell narrow(MeasuredCell cell, ScenarioIndex index) {
    return new MeasuredCell(
        cell.key(),
        cell.runtime(),
        cell.capabilities(),
        cell.notRun(),
        cell.run(),
        cell.outcomes().stream()
            .filter(measured -> index.find(measured.scenario()).isPresent())
            .toList());
  }
}
