package dev.tck.reporting.tables;

import dev.tck.matrix.Matrix;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.reporting.marks.Verdict;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.merge.Merged;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds everything that a report shows; every format is a projection of it.
 *
 * @param matrix is the page
 * @param scenarios are the scenarios that exist
 * @param results are the merged results
 * @param summaries are the measured cells with their marks, in the order of the results
 * @param tables are the page's tables
 * @param claims are the page's claims beside their measurements, contradictions first
 * @param statements are the page's prose beside its measurements
 * @param untested is what was not measured, by reason
 * @param verdict says how it ends
 */
public record Report(
    Matrix matrix,
    ScenarioIndex scenarios,
    Merged results,
    List<CellSummary> summaries,
    List<SupportTable> tables,
    List<ClaimCheck> claims,
    List<StatementCheck> statements,
    List<UntestedGroup> untested,
    Verdict verdict) {
  public Report {
    summaries = List.copyOf(summaries);
    tables = List.copyOf(tables);
    claims = List.copyOf(claims);
    statements = List.copyOf(statements);
    untested = List.copyOf(untested);
  }

  /**
   * Computes the report of a run that takes whatever the machine has: what could not run was not
   * asked for.
   */
  public static Report of(List<Event> events, Matrix matrix, ScenarioIndex scenarios) {
    return of(events, matrix, scenarios, key -> false);
  }

  /**
   * Computes the report.
   *
   * @param events are those of one file of results or of many, one after another
   * @param required tells of a cell that was not measured whether it was asked for
   */
  public static Report of(
      List<Event> events, Matrix matrix, ScenarioIndex scenarios, Predicate<CellKey> required) {
    return new ReportBuilder(matrix, scenarios, required).build(Merged.of(events));
  }

  /** Finds a table of the page. */
  public Optional<SupportTable> table(String id) {
    return tables.stream().filter(table -> table.id().equals(id)).findFirst();
  }

  /** Returns whether all that was measured was measured on our own server. */
  public boolean isEmbeddedOnly() {
    List<MeasuredCell> measured = results.measured();
    return !measured.isEmpty()
        && measured.stream().allMatch(cell -> cell.key().target().isEmbedded());
  }

  /** Returns the claims of one relation. */
  public List<ClaimCheck> claims(Relation relation) {
    return claims.stream().filter(claim -> claim.relation() == relation).toList();
  }

  /** Returns when the newest run began; empty if there is none. */
  public Optional<Event.Run> newestRun() {
    return results.runs().stream()
        .map(summary -> summary.run())
        .max(Comparator.comparing(Event.Run::started));
  }
}
