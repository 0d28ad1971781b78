package dev.tck.matrix.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.CatalogueEntry;
import dev.tck.matrix.ConnectorInterface;
import dev.tck.matrix.ConnectorVersions;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.Version;
import dev.tck.matrix.VersionClaim;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what the data of this repository means. */
class MatrixDataTests {
  private final Matrix matrix = TestMatrix.load();

  MatrixDataTests() throws IOException {}

  @ParameterizedTest
  @CsvSource({
    "3.4.1.13, 3.3.0.0+",
    "3.3.6.6, 3.3.0.0+",
    "3.3.6.0.alpha, 3.3.0.0+",
    "3.3.0.0, 3.3.0.0+",
    "3.2.3.0, 3.0.0.0+",
    "3.0.0.0, 3.0.0.0+",
    "2.6.0.34, 2.4.0.14+",
    "2.4.0.14, 2.4.0.14+",
    "2.4.0.13, 2.4.0.4-2.4.0.13",
    "2.4.0.4, 2.4.0.4-2.4.0.13",
    "2.2.2.8, 2.2.x",
    "2.0.20.13, 2.0.x"
  })
  void serverBelongsToOneRow(String server, String row) {
    assertThat(matrix.versions().rowOf(Version.of(server)).orElseThrow().id()).isEqualTo(row);
    assertThat(
            matrix.versions().rows().stream()
                .filter(each -> each.servers().contains(Version.of(server))))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.1.7.2", "2.3.4.0", "2.4.0.3", "1.6.6.1"})
  void serverThatThePageOmitsBelongsToNoRow(String server) {
    assertThat(matrix.versions().rowOf(Version.of(server))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3.3.0.0+, java, taos-jdbcdriver, 3.7.9, true",
    "3.3.0.0+, java, taos-jdbcdriver, 3.2.11, false",
    "3.3.0.0+, python, taospy, 2.8.10, true",
    "3.3.0.0+, python, taos-ws-py, 0.7.0, true",
    "3.3.0.0+, python, taos-ws-py, 0.3.1, false",
    "3.3.0.0+, python, taos-jdbcdriver, 3.7.9, false",
    "3.3.0.0+, c, libtaos, 3.3.6.6, true",
    "3.3.0.0+, c, libtaos, 3.3.6.5, false",
    "3.0.0.0+, csharp, tdengine-connector, 3.0.0, true",
    "3.0.0.0+, csharp, tdengine-connector, 3.1.0, false",
    "2.4.0.14+, csharp, tdengine-connector, 1.0.6, true",
    "2.4.0.14+, csharp, tdengine-connector, 1.0.7, false",
    "2.2.x, csharp, tdengine-connector, 1.0.6, false",
    "2.2.x, go, driver-go, 2.0.1, true"
  })
  void pageRecommendsConnectorVersions(
      String row, String language, String connector, String version, boolean recommended) {
    VersionClaim claim = matrix.versionClaim(row, language).orElseThrow();
    assertThat(claim.recommends(connector, Version.of(version), Version.of("3.3.6.6")))
        .isEqualTo(recommended);
  }

  @Test
  void everyLiteralWithoutAVersionIsResolvedAtADay() {
    matrix.versions().rows().stream()
        .flatMap(row -> row.claims().values().stream())
        .filter(claim -> claim.support().isClaimed())
        .filter(claim -> !claim.literal().matches(".*\\d\\.\\d.*"))
        .filter(claim -> !claim.literal().equals("Same as TDengine"))
        .forEach(claim -> assertThat(claim.resolution()).as(claim.literal()).isPresent());
    assertThat(
            matrix.versions().rows().stream()
                .flatMap(row -> row.claims().values().stream())
                .filter(claim -> claim.resolution().isPresent()))
        .extracting(VersionClaim::literal)
        .containsOnly("Latest", "3.0 branch", "develop branch", "master branch")
        .hasSize(5 + 6 + 1 + 2 + 2);
  }

  @Test
  void sameAsTdengineIsTheServersVersion() {
    assertThat(matrix.versionClaim("2.0.x", "c").orElseThrow().connectors())
        .containsExactly(new ConnectorVersions.SameAsServer("libtaos"));
  }

  @Test
  void catalogueHasEveryEntryOnce() {
    assertThat(matrix.catalogue()).hasSize(137);
    Map<String, Long> sizes =
        matrix.catalogue().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.id().replaceAll("-\\d+", ""), Collectors.counting()));
    assertThat(sizes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("CM", 26L, "T", 26L, "R", 23L, "P", 21L, "Q", 19L, "S", 15L, "O", 7L));
    for (String prefix : sizes.keySet()) {
      for (int number = 1; number <= sizes.get(prefix); number++) {
        assertThat(matrix.catalogueEntry("%s-%02d".formatted(prefix, number)))
            .as("%s-%02d", prefix, number)
            .isPresent();
      }
    }
  }

  @Test
  void catalogueEntryHoldsItsRowInterfacesAndMinimum() {
    CatalogueEntry entry = matrix.catalogueEntry("CM-01").orElseThrow();
    assertThat(entry.rows()).containsExactly("connection-management");
    assertThat(entry.interfaces()).containsExactly(ConnectorInterface.WEBSOCKET);
    assertThat(entry.minimum()).isEqualByComparingTo(Version.of("2.4.0.12"));
    assertThat(entry.minimumNote()).contains("legacy");
    assertThat(entry.languages()).containsExactly("csharp", "java");
    assertThat(matrix.catalogueEntry("CM-02").orElseThrow().minimum()).isEqualTo(Version.LOWEST);
    assertThat(matrix.catalogue().stream().filter(CatalogueEntry::derived))
        .extracting(CatalogueEntry::id)
        .containsExactly("T-16", "R-18", "R-23", "S-09", "S-11", "S-12");
  }

  @Test
  void featureRowsAreTheSevenOfTheResults() {
    assertThat(matrix.features().rows())
        .extracting(row -> row.id())
        .containsExactly(
            "connection-management",
            "execute-sql",
            "parameter-binding",
            "data-subscription",
            "schemaless-write",
            "versions",
            "installation");
  }
}
