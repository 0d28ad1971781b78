package dev.tck.matrix.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.Claim;
import dev.tck.matrix.ConnectorInterface;
import dev.tck.matrix.FeatureTable;
import dev.tck.matrix.LegendEntry;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.Statement;
import dev.tck.matrix.Support;
import dev.tck.matrix.VersionClaim;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the matrix against a copy of the page, cell by cell and line by line. */
class PageClaimsTests {
  private static final Map<String, String> LANGUAGE_OF_COLUMN =
      Map.of(
          "Java", "java",
          "Python", "python",
          "Go", "go",
          "Node.js", "nodejs",
          "C#", "csharp",
          "Rust", "rust",
          "C/C++", "c");

  private final Page page = new Page();
  private final Matrix matrix = TestMatrix.load();

  PageClaimsTests() throws IOException {}

  @Test
  void platformTableHasEveryCellOfThePage() {
    List<Claim> claims =
        matrix.platforms().rows().stream().flatMap(row -> row.claims().values().stream()).toList();
    assertThat(claims).hasSize(5 * 7);
    assertThat(asCells(claims)).containsExactlyInAnyOrderElementsOf(translated(page.table(21, 2)));
  }

  @Test
  void platformRowsAreThePagesRows() {
    matrix
        .platforms()
        .rows()
        .forEach(
            row ->
                assertThat(Page.cells(page.line(row.line())))
                    .startsWith(row.cpuLiteral(), row.osLiteral()));
  }

  @Test
  void versionTableHasEveryCellOfThePage() {
    List<Claim> claims =
        matrix.versions().rows().stream()
            .flatMap(row -> row.claims().values().stream())
            .map(VersionClaim::claim)
            .toList();
    assertThat(claims).hasSize(6 * 7);
    assertThat(asCells(claims)).containsExactlyInAnyOrderElementsOf(translated(page.table(37, 1)));
  }

  @Test
  void versionRowsAreThePagesRows() {
    matrix
        .versions()
        .rows()
        .forEach(row -> assertThat(Page.cells(page.line(row.line()))).startsWith(row.literal()));
  }

  @ParameterizedTest
  @CsvSource({"NATIVE,50,52,30", "REST,64,66,6", "WEBSOCKET,71,73,35"})
  void featureTableHasEveryCellOfThePage(
      ConnectorInterface connectorInterface, int line, int headingLine, int cells) {
    FeatureTable table = matrix.features().table(connectorInterface).orElseThrow();
    List<Claim> claims =
        table.rows().stream().flatMap(row -> row.claims().values().stream()).toList();
    assertThat(claims).hasSize(cells);
    assertThat(asCells(claims))
        .containsExactlyInAnyOrderElementsOf(translated(page.table(headingLine, 1)));
    assertThat(table.line()).isEqualTo(line);
    assertThat(page.line(line)).isEqualTo("### " + table.title());
  }

  @Test
  void featureRowsOfTablesAreThePagesRows() {
    for (FeatureTable table : matrix.features().tables()) {
      for (FeatureTable.Row row : table.rows()) {
        String title = matrix.features().find(row.feature()).orElseThrow().title();
        assertThat(Page.cells(page.line(row.line()))).startsWith(title);
      }
    }
  }

  @Test
  void featureRowsStandWhereTheySay() {
    matrix
        .features()
        .rows()
        .forEach(row -> assertThat(page.line(row.line())).contains(row.title()));
  }

  @Test
  void everyStatementStandsWhereItSays() {
    assertThat(matrix.statements()).hasSize(14);
    for (Statement statement : matrix.statements()) {
      assertThat(page.line(statement.line())).as(statement.id()).contains(statement.literal());
    }
  }

  @Test
  void everyProseLineOfThePageHasItsStatements() {
    assertThat(matrix.statements().stream().map(Statement::line).distinct())
        .containsExactly(10, 19, 21, 31, 35, 61, 82, 97, 116);
  }

  @Test
  void warningAndPromiseAboutThreadsStandSideBySide() {
    assertThat(matrix.statements().stream().filter(statement -> statement.line() == 82))
        .extracting(Statement::kind)
        .containsExactly(Statement.Kind.WARNING, Statement.Kind.PROMISE);
  }

  @Test
  void everyInstallationStepStandsWhereItSays() {
    assertThat(matrix.features().installation()).hasSize(6);
    matrix
        .features()
        .installation()
        .forEach(step -> assertThat(page.line(step.line()).strip()).isEqualTo(step.literal()));
  }

  @Test
  void everyLegendEntryStandsWhereItSays() {
    for (LegendEntry entry : matrix.platforms().legend()) {
      assertThat(page.line(entry.line())).contains(entry.literal()).contains(entry.title());
    }
    for (LegendEntry entry : matrix.features().legend()) {
      assertThat(page.line(entry.line()).toLowerCase(Locale.ROOT)).contains("support");
    }
  }

  @Test
  void languagesAndCommunityConnectorsStandWhereTheySay() {
    matrix
        .connectors()
        .languages()
        .forEach(language -> assertThat(page.line(language.line())).contains(language.literal()));
    assertThat(matrix.connectors().connectors().stream().filter(each -> !each.official()))
        .extracting(each -> each.mention().orElseThrow().literal())
        .containsExactlyInAnyOrder("ADO.NET", "Lua", "PHP", "PHP");
    assertThat(matrix.connectors().officialLanguages())
        .extracting(language -> language.id())
        .containsExactly("java", "python", "go", "nodejs", "csharp", "rust", "c");
  }

  @Test
  void whatDoesNotExistIsAColumnThatThePageLacks() {
    assertThat(matrix.connectors().notApplicable()).hasSize(5);
    matrix
        .connectors()
        .notApplicable()
        .forEach(
            entry -> {
              String title = matrix.connectors().language(entry.language()).orElseThrow().title();
              assertThat(Page.cells(page.line(entry.line()))).doesNotContain(title);
              assertThat(
                      matrix
                          .features()
                          .table(entry.connectorInterface())
                          .orElseThrow()
                          .rows()
                          .get(0)
                          .claims())
                  .doesNotContainKey(entry.language());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "x64,linux,nodejs,OFFICIAL",
    "x64,macos,nodejs,UNOFFICIAL",
    "arm64,linux,rust,UNOFFICIAL"
  })
  void platformClaimsMeanWhatTheLegendSays(
      String cpu, String os, String language, Support support) {
    assertThat(matrix.platformClaim(cpu, os, language).orElseThrow().support()).isEqualTo(support);
  }

  private static List<Page.Cell> asCells(Collection<Claim> claims) {
    return claims.stream()
        .map(claim -> new Page.Cell(claim.line(), claim.language(), claim.literal()))
        .toList();
  }

  private static List<Page.Cell> translated(List<Page.Cell> cells) {
    return cells.stream()
        .map(
            cell ->
                new Page.Cell(
                    cell.line(),
                    LANGUAGE_OF_COLUMN.getOrDefault(cell.column(), "unknown: " + cell.column()),
                    cell.literal()))
        .toList();
  }
}
