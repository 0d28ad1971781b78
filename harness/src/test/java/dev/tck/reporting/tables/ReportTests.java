package dev.tck.reporting.tables;

import static dev.tck.reporting.SampleResults.EMBEDDED;
import static dev.tck.reporting.SampleResults.LINUX;
import static dev.tck.reporting.SampleResults.REAL;
import static dev.tck.reporting.SampleResults.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.Matrix;
import dev.tck.matrix.Support;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.Outcomes;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.marks.Mark;
import dev.tck.reporting.marks.ScenarioIndex;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Platform;
import dev.tck.results.Status;
import dev.tck.results.TargetId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTests {
  private final Matrix matrix = TestMatrix.load();

  ReportTests() throws IOException {}

  @Test
  void tablesAreThoseOfThePageWithEveryClaim() {
    Report report = report(SampleResults.realRun(false));
    assertThat(report.tables())
        .extracting(SupportTable::id)
        .containsExactly(
            "platforms", "versions", "native", "rest", "websocket", "installation", "community");
    assertThat(report.claims()).hasSize(35 + 42 + 30 + 6 + 35);
    assertThat(report.statements()).hasSize(14);
  }

  @Test
  void platformTableIsAboutTheNativeInterface() {
    List<Event> events = new ArrayList<>(Outcomes.of(REAL).pass("A").events());
    assertThat(cell(report(events), "platforms/x64-linux/java").mark())
        .isEqualTo(new Mark.Untested("no native connector of it was measured on X86 64bit Linux"));
    events.addAll(
        new Outcomes(key("taos-jdbcdriver", "3.7.9", "java", "native"), false).pass("A").events());
    assertThat(cell(report(events), "platforms/x64-linux/java").mark())
        .isEqualTo(new Mark.Verified());
    assertThat(cell(report(events), "platforms/arm64-linux/java").mark())
        .isInstanceOf(Mark.Untested.class);
  }

  @Test
  void platformCellSaysWhyItsConnectorDidNotRun() {
    TableCell cell = cell(report(SampleResults.realRun(false)), "platforms/x64-linux/java");
    assertThat(cell.why()).startsWith("libtaos.so was found neither");
  }

  @ParameterizedTest
  @CsvSource({
    "platforms/x64-linux/nodejs",
    "native/execute-sql/nodejs",
    "rest/execute-sql/nodejs",
    "rest/execute-sql/csharp",
    "rest/execute-sql/rust",
    "rest/execute-sql/c",
    "versions/2.2.x/csharp"
  })
  void whatDoesNotExistIsNotApplicable(String id) {
    assertThat(cell(report(SampleResults.realRun(false)), id).mark())
        .isInstanceOf(Mark.NotApplicable.class);
  }

  @Test
  void whatDoesNotExistButWasMeasuredHasItsMark() {
    TargetId old = new TargetId("local", "2.2.2.8");
    CellKey key = new CellKey("td2.0-connector", "2.0.8", "nodejs", "native", old, "2.2.x", LINUX);
    Report report = report(new Outcomes(key, false).pass("A").events());
    assertThat(cell(report, "native/execute-sql/nodejs").mark()).isEqualTo(new Mark.Verified());
    assertThat(cell(report, "versions/2.2.x/nodejs").mark()).isEqualTo(new Mark.Verified());
  }

  @Test
  void featureCellIsTheWorstOfTheVersionsThatThePageNames() {
    List<Event> events = new ArrayList<>(Outcomes.of(REAL).pass("A").events());
    events.addAll(failing(key("taos-jdbcdriver", "3.5.3", "java", "rest")));
    events.addAll(failing(key("taos-jdbcdriver", "3.2.11", "java", "rest")));
    TableCell cell = cell(report(events), "rest/execute-sql/java");
    assertThat(cell.mark()).isEqualTo(new Mark.Failing(true));
    assertThat(cell.parts())
        .extracting(part -> part.cell().version())
        .containsExactly("3.7.9", "3.5.3");
    assertThat(cell.why()).isEqualTo("taos-jdbcdriver 3.5.3 rest fails in the core A");
  }

  @Test
  void versionsThatThePageDoesNotNameDoNotCount() {
    Report report = report(failing(key("taos-jdbcdriver", "3.2.11", "java", "rest")));
    assertThat(cell(report, "rest/execute-sql/java").mark())
        .isEqualTo(
            new Mark.Untested(
                "only versions that the page does not name were measured: taos-jdbcdriver"
                    + " 3.2.11"));
  }

  @Test
  void versionCellHoldsAllInterfacesOfItsRow() {
    List<Event> events = new ArrayList<>(Outcomes.of(REAL).pass("A").events());
    events.addAll(failing(key("taos-jdbcdriver", "3.7.9", "java", "websocket")));
    assertThat(cell(report(events), "versions/3.3.0.0+/java").mark())
        .isEqualTo(new Mark.Failing(true));
    assertThat(cell(report(events), "versions/3.0.0.0+/java").mark())
        .isEqualTo(
            new Mark.Untested("no connector of it was measured on TDengine 3.0.0.0 and above"));
  }

  @Test
  void realServerMakesTheEmbeddedOneNotCount() {
    List<Event> events = new ArrayList<>(Outcomes.of(REAL).pass("A").events());
    CellKey embedded = SampleResults.cell("taos-jdbcdriver", "3.5.3", "java", "rest", EMBEDDED);
    events.addAll(failing(embedded));
    assertThat(cell(report(events), "rest/execute-sql/java").mark()).isEqualTo(new Mark.Verified());
    assertThat(report(events).isEmbeddedOnly()).isFalse();
    Report ours = report(failing(embedded));
    assertThat(cell(ours, "rest/execute-sql/java").mark()).isEqualTo(new Mark.Embedded(0, 1));
    assertThat(ours.isEmbeddedOnly()).isTrue();
  }

  @Test
  void referenceConnectorIsNoConnectorOfThePage() {
    Report report =
        report(new Outcomes(key("reference", "0.1.0", "java", "rest"), false).pass("A").events());
    assertThat(cell(report, "rest/execute-sql/java").mark()).isInstanceOf(Mark.Untested.class);
    assertThat(report.summaries().get(0).official()).isFalse();
    assertThat(report.summaries().get(0).mark()).isEqualTo(new Mark.Verified());
  }

  @Test
  void communityConnectorHasItsOwnTable() {
    CellKey php = key("tdengine-restful-connector", "1.0", "php", "rest");
    Report report = report(new Outcomes(php, false).pass("A").events());
    assertThat(cell(report, "community/tdengine-restful-connector/rest").mark())
        .isEqualTo(new Mark.Verified());
    assertThat(cell(report, "community/tdengine-restful-connector/native").mark())
        .isEqualTo(new Mark.NotApplicable("it does not speak this interface"));
    assertThat(cell(report, "community/lua-connector/native").mark())
        .isEqualTo(new Mark.Untested("it was no part of these results"));
  }

  @Test
  void featureWithoutScenariosIsUntestedInAMeasuredConnector() {
    Report report = report(SampleResults.realRun(false));
    assertThat(cell(report, "websocket/parameter-binding/java").mark())
        .isEqualTo(new Mark.Untested("no scenario of it was executed"));
  }

  @Test
  void claimsThatNeedAReaderComeFirst() {
    Report report = report(SampleResults.realRun(false));
    assertThat(report.claims()).isSortedAccordingTo((a, b) -> a.relation().compareTo(b.relation()));
    assertThat(report.claims(Relation.CONTRADICTED))
        .extracting(check -> check.cell().id())
        .containsExactly("versions/3.3.0.0+/python", "websocket/execute-sql/python");
    assertThat(report.claims(Relation.INCONSISTENT))
        .extracting(check -> check.cell().id())
        .allMatch(id -> id.startsWith("platforms/") && id.endsWith("/nodejs"))
        .hasSize(5);
  }

  @Test
  void embeddedServerContradictsNothing() {
    Report report = report(SampleResults.embeddedRun());
    assertThat(report.claims(Relation.CONTRADICTED)).isEmpty();
    assertThat(report.claims(Relation.CONFIRMED)).isEmpty();
    assertThat(report.claims(Relation.EMBEDDED)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SUPPORTED, contradiction, CONTRADICTED",
    "UNTESTED, contradiction, FAILING",
    "SUPPORTED, failing, FAILING",
    "SUPPORTED, partial, PARTIAL",
    "OFFICIAL, verified, CONFIRMED",
    "UNOFFICIAL, official, CONFIRMED",
    "UNTESTED, verified, EXCEEDED",
    "ABSENT, official, EXCEEDED",
    "SUPPORTED, embedded, EMBEDDED",
    "SUPPORTED, untested, UNTESTED",
    "UNTESTED, untested, AGREED",
    "ABSENT, untested, AGREED",
    "ABSENT, absent, AGREED",
    "OFFICIAL, absent, INCONSISTENT"
  })
  void claimAndMarkHaveARelation(Support claim, String mark, Relation relation) {
    Mark measured =
        switch (mark) {
          case "contradiction" -> new Mark.Failing(true);
          case "failing" -> new Mark.Failing(false);
          case "partial" -> new Mark.Partial();
          case "verified" -> new Mark.Verified();
          case "official" -> new Mark.Official();
          case "embedded" -> new Mark.Embedded(1, 1);
          case "untested" -> new Mark.Untested("");
          default -> new Mark.NotApplicable("");
        };
    assertThat(Relation.of(claim, measured)).isEqualTo(relation);
  }

  @Test
  void statementIsMeasuredByTheScenariosThatCoverItsFaults() {
    Report report = report(SampleResults.realRun(false));
    StatementCheck threads = statement(report, "thread-safe-connection");
    assertThat(threads.scenarios()).hasSize(10).allMatch(id -> id.startsWith("CM-"));
    assertThat(threads.mark()).isEqualTo(new Mark.Partial());
    assertThat(statement(report, "log-in-after-installation").mark())
        .isEqualTo(new Mark.Untested("no scenario puts it to the test yet"));
  }

  @Test
  void statementWhoseScenariosDidNotRunIsUntested() {
    Report report =
        Report.of(Outcomes.of(REAL).pass("A").events(), matrix, SampleResults.scenarios());
    assertThat(statement(report, "thread-safe-connection").mark())
        .isEqualTo(new Mark.Untested("its scenarios were no part of these results"));
  }

  @Test
  void untestedThingsAreGroupedByTheirReason() {
    Report report = report(SampleResults.realRun(false));
    UntestedGroup library =
        report.untested().stream()
            .filter(group -> group.reason().startsWith("libtaos.so was found"))
            .findFirst()
            .orElseThrow();
    assertThat(library.what())
        .contains("taos-jdbcdriver 3.7.9 native", "taospy 2.8.10 native")
        .contains("Platforms, X86 64bit Linux: Java, Python");
  }

  @Test
  void literalsWithoutAVersionShowWhatTheyWereTakenFor() {
    ClaimView latest =
        cell(report(SampleResults.realRun(false)), "versions/3.0.0.0+/rust").claim().orElseThrow();
    assertThat(latest.literal()).isEqualTo("Latest");
    assertThat(latest.resolution())
        .isEqualTo(
            "taos-connector-rust 0.12.4 as of 2026-05-12T00:00:00Z (version of the main branch of"
                + " taos-connector-rust)");
  }

  @Test
  void otherPlatformsHaveTheirOwnCells() {
    CellKey arm =
        new CellKey(
            "taospy", "2.8.10", "python", "native", REAL, ROW, new Platform("arm64", "macos"));
    Report report = report(new Outcomes(arm, false).pass("A").events());
    assertThat(cell(report, "platforms/arm64-macos/python").mark()).isEqualTo(new Mark.Verified());
    assertThat(cell(report, "platforms/x64-linux/python").mark()).isInstanceOf(Mark.Untested.class);
  }

  private static CellKey key(
      String connector, String version, String language, String interfaceId) {
    return SampleResults.cell(connector, version, language, interfaceId, REAL);
  }

  private static List<Event> failing(CellKey key) {
    return new Outcomes(key, false).add("A", Status.FAIL, Blame.CONNECTOR).events();
  }

  /** Reports with thirty scenarios if the results are of thirty, else with what was measured. */
  private Report report(List<Event> events) {
    boolean sample = events.size() > 100;
    ScenarioIndex scenarios = sample ? SampleResults.scenarios() : ScenarioIndex.empty();
    return Report.of(events, matrix, scenarios);
  }

  private static TableCell cell(Report report, String id) {
    return report.tables().stream()
        .flatMap(table -> table.rows().stream())
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static StatementCheck statement(Report report, String id) {
    return report.statements().stream()
        .filter(check -> check.statement().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
