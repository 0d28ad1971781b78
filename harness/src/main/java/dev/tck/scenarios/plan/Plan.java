package dev.tck.scenarios.plan;

import dev.tck.scenarios.suite.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a run will measure and what it will not.
 *
 * @param cells are measured, in the order of connector, version (newest first), interface
 * @param gaps are not, each with its reason
 * @param row is the id of the version row of the server, empty if the page has none
 * @param coverage compares the plan with what the page claims
 */
public record Plan(List<Cell> cells, List<Gap> gaps, String row, Coverage coverage) {
  public Plan {
    cells = List.copyOf(cells);
    gaps = List.copyOf(gaps);
  }

  /**
   * A connector in a version by an interface, and the scenarios that it must run.
   *
   * @param version is the pinned version
   * @param target is the kind of target with the server's version, {@code embedded:3.3.6.6}
   * @param row is the id of the version row of the server, empty if the page has none
   */
  public record Cell(
      String connector,
      String version,
      String language,
      String interfaceId,
      String target,
      String row,
      List<Scenario> scenarios) {
    public Cell {
      scenarios = List.copyOf(scenarios);
    }

    /** Returns the cell as progress lines name it. */
    public String display() {
      return connector + " " + version + " " + interfaceId;
    }
  }

  /**
   * Something that is not measured.
   *
   * @param version is the pinned version, empty for all
   * @param reason is a sentence
   */
  public record Gap(
      String connector, String version, String language, String interfaceId, String reason) {}

  /**
   * Compares the plan with the page's feature tables, by language, interface and feature row.
   *
   * @param claimed is the number of the page's cells that claim support
   * @param planned is how many of them the plan measures on this machine's platform
   */
  public record Coverage(int claimed, int planned) {}

  /** Returns the number of scenarios of all cells together. */
  public int outcomes() {
    return cells.stream().mapToInt(cell -> cell.scenarios().size()).sum();
  }

  /** Returns a hash that is the same for the same cells, scenarios and steps. */
  public String hash() {
    StringBuilder text = new StringBuilder();
    for (Cell cell : cells) {
      text.append(cell.display()).append(' ').append(cell.target()).append('\n');
      cell.scenarios()
          .forEach(scenario -> text.append(scenario.id()).append(scenario.textHash()).append('\n'));
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
