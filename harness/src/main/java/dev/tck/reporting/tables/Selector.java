package dev.tck.reporting.tables;

import dev.tck.reporting.marks.Judgement;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.marks.PageClaims;
import dev.tck.results.CellKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the measured cells that a table's cell is made of. */
final class Selector {
  private static final int REASONS = 2;

  private final List<CellSummary> summaries;

  Selector(List<CellSummary> summaries) {
    this.summaries = summaries;
  }

  /**
   * Holds measured cells, or the mark that stands for them if none may count.
   *
   * @param cells are the cells
   * @param insteadOrNull is the mark if there are none for a reason of its own
   */
  record Selection(List<CellSummary> cells, @Nullable Mark insteadOrNull) {
    Optional<Mark> instead() {
      return Optional.ofNullable(insteadOrNull);
    }

    /** Returns the marks of a feature row in the cells; of all feature rows if it is empty. */
    List<Part> parts(String feature) {
      return cells.stream()
          .flatMap(
              summary ->
                  summary.judgements().stream()
                      .filter(each -> feature.isEmpty() || each.feature().equals(feature))
                      .map(each -> part(summary, each)))
          .toList();
    }

    private static Part part(CellSummary summary, Judgement judgement) {
      return new Part(summary.cell().key(), judgement.feature(), judgement.mark(), judgement.why());
    }
  }

  /** Selects every measured cell. */
  Selection all(Predicate<CellKey> here) {
    return select(summary -> here.test(summary.cell().key()));
  }

  /** Selects the measured cells of official connectors of a language. */
  Selection official(String language, Predicate<CellKey> here) {
    return select(summary -> isOfficial(summary, language) && here.test(summary.cell().key()));
  }

  private Selection select(Predicate<CellSummary> wanted) {
    List<CellSummary> found =
        summaries.stream().filter(summary -> summary.cell().isMeasured()).filter(wanted).toList();
    return new Selection(preferReal(found), null);
  }

  private static boolean isOfficial(CellSummary summary, String language) {
    return summary.official() && summary.cell().key().language().equals(language);
  }

  /**
   * Selects the measured cells of official connectors of a language, in the versions that the page
   * names for their server; where the page names none, all.
   */
  Selection recommended(String language, Predicate<CellKey> here, PageClaims claims) {
    List<CellSummary> found = official(language, here).cells();
    List<CellSummary> recommended =
        found.stream()
            .filter(summary -> claims.isRecommended(summary.cell().key()).orElse(true))
            .toList();
    if (!recommended.isEmpty() || found.isEmpty()) {
      return new Selection(recommended, null);
    }
    String versions =
        found.stream()
            .map(summary -> summary.cell().key())
            .map(key -> key.connector() + " " + key.version())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Selection(
        List.of(),
        new Mark.Untested("only versions that the page does not name were measured: " + versions));
  }

  /** Returns why nothing was measured: the reasons of the cells that did not run, or a default. */
  Mark untested(String language, Predicate<CellKey> here, String otherwise) {
    List<String> reasons =
        summaries.stream()
            .filter(summary -> !summary.cell().isMeasured())
            .filter(summary -> language.isEmpty() || isOfficial(summary, language))
            .filter(summary -> here.test(summary.cell().key()))
            .map(summary -> summary.cell().notRun())
            .distinct()
            .limit(REASONS)
            .toList();
    return new Mark.Untested(reasons.isEmpty() ? otherwise : String.join("; ", reasons));
  }

  private static List<CellSummary> preferReal(List<CellSummary> found) {
    List<CellSummary> real =
        found.stream().filter(summary -> !summary.cell().key().target().isEmbedded()).toList();
    return real.isEmpty() ? found : real;
  }
}
