package dev.tck.scenarios.plan;

import dev.tck.matrix.CatalogueEntry;
import dev.tck.matrix.FeatureRow;
import dev.tck.matrix.Matrix;
import dev.tck.scenarios.suite.Scenario;
import dev.tck.scenarios.suite.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells for every entry of the catalogue which scenarios cover it, or why none does yet: the text
 * of {@code docs/coverage.md}.
 */
public final class CatalogueCoverage {
  private static final Map<String, String> SECTIONS = sections();

  private final Matrix matrix;
  private final Suite suite;

  /** Creates the coverage of a matrix's catalogue by a suite. */
  public CatalogueCoverage(Matrix matrix, Suite suite) {
    this.matrix = matrix;
    this.suite = suite;
  }

  private static Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("CM", "Connection management");
    sections.put("T", "Types and precision");
    sections.put("R", "Results, errors, identifiers, limits");
    sections.put("P", "Parameter binding");
    sections.put("Q", "Data subscription");
    sections.put("S", "Schemaless write");
    sections.put("O", "Concurrency, leaks, performance");
    return sections;
  }

  /** Returns what is wrong with tags and reasons, a sentence each; empty if nothing is. */
  public List<String> mistakes() {
    return matrix.catalogue().stream()
        .filter(entry -> reason(entry).isEmpty() == scenarios(entry).isEmpty())
        .map(
            entry ->
                scenarios(entry).isEmpty()
                    ? entry.id()
                        + ": no scenario covers it; tag one, or say why in notYet of"
                        + " matrix/catalogue.yaml"
                    : entry.id() + ": scenarios cover it; take notYet out of matrix/catalogue.yaml")
        .toList();
  }

  /** Returns the page. */
  public String markdown() {
    StringBuilder page = new StringBuilder();
    long covered = matrix.catalogue().stream().filter(entry -> !scenarios(entry).isEmpty()).count();
    page.append("# Coverage of the catalogue\n\n")
        .append("Made by `tck plan --coverage`; a test fails when this file is stale.\n\n")
        .append("The catalogue (`matrix/catalogue.yaml`) holds ")
        .append(matrix.catalogue().size())
        .append(" faults that connectors of TDengine had, or that follow from documented limits. ")
        .append(covered)
        .append(" of them are covered by scenarios; for the others the reason stands here.\n")
        .append("The number in brackets counts the rows of an outline.\n");
    SECTIONS.forEach((prefix, title) -> section(page, prefix, title));
    return page.toString();
  }

  private void section(StringBuilder page, String prefix, String title) {
    List<CatalogueEntry> entries =
        matrix.catalogue().stream().filter(entry -> entry.id().startsWith(prefix + "-")).toList();
    page.append("\n## ").append(title).append("\n\n| entry | fault | scenarios |\n|---|---|---|\n");
    for (CatalogueEntry entry : entries) {
      String scenarios = scenarios(entry);
      page.append("| ")
          .append(entry.id())
          .append(" | ")
          .append(entry.title().replace("|", "\\|"))
          .append(" | ")
          .append(scenarios.isEmpty() ? "none: " + reason(entry) : scenarios)
          .append(" |\n");
    }
  }

  private String scenarios(CatalogueEntry entry) {
    Map<String, Long> rows =
        suite.scenarios().stream()
            .filter(scenario -> scenario.covers().contains(entry.id()))
            .collect(
                Collectors.groupingBy(
                    scenario -> scenario.id().replaceFirst("\\[.*", ""),
                    TreeMap::new,
                    Collectors.counting()));
    return rows.entrySet().stream()
        .map(row -> row.getValue() == 1 ? row.getKey() : row.getKey() + " (" + row.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private String reason(CatalogueEntry entry) {
    if (!entry.notYet().isEmpty()) {
      return entry.notYet();
    }
    Set<String> measured =
        suite.scenarios().stream().map(Scenario::feature).collect(Collectors.toSet());
    return entry.rows().stream().anyMatch(measured::contains)
        ? ""
        : matrix.features().rows().stream()
            .filter(row -> entry.rows().contains(row.id()))
            .map(FeatureRow::title)
            .map(title -> "row " + title + ": not measured yet")
            .collect(Collectors.joining("; "));
  }
}
