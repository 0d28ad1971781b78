package dev.tck.reporting.marks;

import static dev.tck.reporting.SampleResults.EMBEDDED;
import static dev.tck.reporting.SampleResults.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.FeatureRow;
import dev.tck.matrix.Features;
import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.Outcomes;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.merge.Merged;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Status;
import dev.tck.results.TargetId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureJudgeTests {
  private final Matrix matrix = TestMatrix.load();

  FeatureJudgeTests() throws IOException {}

  @Test
  void allPassedOnARealTargetIsVerified() {
    Outcomes outcomes = Outcomes.of(REAL).pass("A").pass("B");
    assertThat(mark(outcomes, "A*", "B")).isEqualTo(new Mark.Verified());
  }

  @Test
  void allPassedInAnOfficialRunIsOfficial() {
    Outcomes outcomes = new Outcomes(jdbc("3.7.9", REAL), true).pass("A").pass("B");
    assertThat(mark(outcomes, "A*", "B")).isEqualTo(new Mark.Official());
  }

  @Test
  void communityConnectorGetsNoMoreThanVerified() {
    CellKey key = SampleResults.cell("php-tdengine", "1.0.6", "php", "native", REAL);
    assertThat(mark(new Outcomes(key, true).pass("A"), "A*")).isEqualTo(new Mark.Verified());
  }

  @Test
  void oneOutcomeOfAnUnofficialRunMakesTheCellUnofficial() {
    List<Event> events =
        new ArrayList<>(new Outcomes(jdbc("3.7.9", REAL), true).pass("A").events());
    events.addAll(new Outcomes(jdbc("3.7.9", REAL), false).pass("B").events());
    MeasuredCell cell = Merged.of(events).cells().get(0);
    assertThat(judge("A*", "B").judge(cell, Outcomes.FEATURE).mark())
        .isEqualTo(new Mark.Verified());
  }

  @Test
  void failureOutsideOfTheCoreIsPartial() {
    Outcomes outcomes = Outcomes.of(REAL).pass("A").add("B", Status.FAIL, Blame.CONNECTOR);
    assertThat(mark(outcomes, "A*", "B")).isEqualTo(new Mark.Partial());
    assertThat(judgement(outcomes, "A*", "B").why()).isEqualTo("fails B");
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"FAIL", "CRASH", "HUNG"})
  void failureInTheCoreContradictsThePage(Status status) {
    Outcomes outcomes = Outcomes.of(REAL).add("A", status, Blame.CONNECTOR).pass("B");
    assertThat(mark(outcomes, "A*", "B")).isEqualTo(new Mark.Failing(true));
    assertThat(judgement(outcomes, "A*", "B").why()).isEqualTo("fails in the core A");
  }

  @ParameterizedTest
  @CsvSource({"CONNECTOR", "UNDECIDED"})
  void failureThatNobodyElseIsAtFaultForCountsAgainstTheConnector(Blame blame) {
    assertThat(mark(Outcomes.of(REAL).add("A", Status.FAIL, blame), "A*"))
        .isEqualTo(new Mark.Failing(true));
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL, TARGET",
    "FAIL, ADAPTER",
    "CRASH, HARNESS",
    "HUNG, TARGET",
    "ADAPTER_FAULT, ADAPTER",
    "TARGET_FAULT, TARGET",
    "NOT_RUN,"
  })
  void whatIsNotTheConnectorsFaultLeavesTheCellUntested(Status status, Blame blame) {
    Outcomes outcomes = Outcomes.of(REAL).pass("A").add("B", status, blame);
    assertThat(mark(outcomes, "A*", "B"))
        .isEqualTo(new Mark.Untested("only 1 of 2 required scenarios gave a result, not B"));
  }

  @Test
  void requiredScenarioWithoutAnOutcomeLeavesTheCellUntested() {
    Outcomes outcomes = Outcomes.of(REAL).pass("A");
    assertThat(mark(outcomes, "A*", "B", "C"))
        .isEqualTo(new Mark.Untested("only 1 of 3 required scenarios gave a result, not B, C"));
    assertThat(judgement(outcomes, "A*", "B", "C").missing()).containsExactly("B", "C");
  }

  @Test
  void failureWithAnUnknownCoreIsUntestedAndSaysWhatFails() {
    Outcomes outcomes = Outcomes.of(REAL).add("B", Status.FAIL, Blame.CONNECTOR);
    assertThat(mark(outcomes, "A*", "B"))
        .isEqualTo(
            new Mark.Untested("only 1 of 2 required scenarios gave a result, not A; fails B"));
  }

  @Test
  void failureIsPartialThoughWhatIsNotCoreIsUnknown() {
    Outcomes outcomes = Outcomes.of(REAL).pass("A").add("B", Status.FAIL, Blame.CONNECTOR);
    assertThat(mark(outcomes, "A*", "B", "C")).isEqualTo(new Mark.Partial());
  }

  @Test
  void everyScenarioIsCoreWhereNoneIs() {
    Outcomes outcomes = Outcomes.of(REAL).pass("A").add("B", Status.FAIL, Blame.CONNECTOR);
    assertThat(mark(outcomes, "A", "B")).isEqualTo(new Mark.Failing(true));
  }

  @Test
  void provisionalScenariosCountForNothing() {
    Outcomes outcomes = Outcomes.of(REAL).pass("A").add("B", Status.FAIL, Blame.CONNECTOR, true);
    assertThat(mark(outcomes, "A*", "B")).isEqualTo(new Mark.Verified());
    assertThat(judgement(outcomes, "A*", "B").uncounted())
        .extracting(measured -> measured.scenario())
        .containsExactly("B");
  }

  @Test
  void nothingButProvisionalScenariosIsUntested() {
    assertThat(mark(Outcomes.of(REAL).add("A", Status.PASS, null, true), "A*"))
        .isEqualTo(new Mark.Untested("no scenario of it is confirmed on a real server yet"));
  }

  @Test
  void lackOfAClaimedFeatureContradictsThePage() {
    Outcomes outcomes = Outcomes.of(REAL).add("A", Status.UNSUPPORTED, Blame.CONNECTOR);
    assertThat(mark(outcomes, "A*")).isEqualTo(new Mark.Failing(true));
  }

  @Test
  void lackOutsideOfTheCoreIsPartial() {
    Outcomes outcomes = Outcomes.of(REAL).pass("A").add("B", Status.UNSUPPORTED, Blame.CONNECTOR);
    assertThat(mark(outcomes, "A*", "B")).isEqualTo(new Mark.Partial());
  }

  @Test
  void lackOfWhatThePageDoesNotClaimCountsForNothing() {
    CellKey key = SampleResults.cell("tdengine-connector", "3.1.9", "csharp", "rest", REAL);
    Outcomes some = new Outcomes(key, false).pass("A").add("B", Status.UNSUPPORTED, null);
    Outcomes all = new Outcomes(key, false).add("A", Status.UNSUPPORTED, null);
    assertThat(mark(some, "A*", "B")).isEqualTo(new Mark.Verified());
    assertThat(mark(all, "A*"))
        .isEqualTo(new Mark.Untested("the connector does not have it: reason of A"));
  }

  @Test
  void failureOfWhatThePageDoesNotClaimIsNoContradiction() {
    Outcomes outcomes =
        new Outcomes(jdbc("3.2.0", REAL), false).add("A", Status.FAIL, Blame.CONNECTOR);
    assertThat(mark(outcomes, "A*")).isEqualTo(new Mark.Failing(false));
  }

  @Test
  void failureOnAServerThatThePageOmitsIsNoContradiction() {
    TargetId old = new TargetId("local", "2.1.7.2");
    CellKey key =
        new CellKey(
            "taos-jdbcdriver", "2.0.34", "java", "rest", old, "unlisted", SampleResults.LINUX);
    Outcomes outcomes = new Outcomes(key, false).add("A", Status.FAIL, Blame.CONNECTOR);
    assertThat(mark(outcomes, "A*")).isEqualTo(new Mark.Failing(false));
  }

  @Test
  void embeddedServerIsAShareAndNeverMore() {
    assertThat(mark(Outcomes.of(EMBEDDED).pass("A").pass("B"), "A*", "B"))
        .isEqualTo(new Mark.Embedded(2, 2));
    assertThat(
            mark(Outcomes.of(EMBEDDED).pass("B").add("A", Status.FAIL, Blame.CONNECTOR), "A*", "B"))
        .isEqualTo(new Mark.Embedded(1, 2));
    assertThat(mark(new Outcomes(jdbc("3.7.9", EMBEDDED), true).pass("A"), "A*"))
        .isEqualTo(new Mark.Embedded(1, 1));
  }

  @Test
  void embeddedShareIsOfAllThatIsRequired() {
    assertThat(mark(Outcomes.of(EMBEDDED).pass("A"), "A*", "B", "C"))
        .isEqualTo(new Mark.Embedded(1, 3));
  }

  @Test
  void embeddedServerThatGaveNoResultIsUntested() {
    assertThat(mark(Outcomes.of(EMBEDDED).add("A", Status.NOT_RUN, null), "A*"))
        .isEqualTo(new Mark.Untested("only 0 of 1 required scenarios gave a result, not A"));
  }

  @Test
  void cellThatDidNotRunIsUntestedForItsReason() {
    Event.Cell notRun = Event.Cell.notRun(jdbc("3.7.9", REAL), "there is no toolchain");
    MeasuredCell cell =
        Merged.of(List.of(SampleResults.run(SampleResults.STARTED, false), notRun)).cells().get(0);
    assertThat(judge("A*").judge(cell, Outcomes.FEATURE).mark())
        .isEqualTo(new Mark.Untested("there is no toolchain"));
  }

  @Test
  void namesTheFirstOfManyFailures() {
    Outcomes outcomes = Outcomes.of(REAL).pass("A");
    List.of("B", "C", "D", "E", "F")
        .forEach(scenario -> outcomes.add(scenario, Status.FAIL, Blame.CONNECTOR));
    assertThat(judgement(outcomes, "A*").why()).isEqualTo("fails B, C, D and 2 more");
  }

  @Test
  void featuresFileOverrulesTheTags() {
    Matrix changed = withRequired(new FeatureRow.Required(List.of("B"), List.of("C*"), List.of()));
    Requirements requirements = new Requirements(changed, Outcomes.index("A*", "B", "C1", "C2"));
    assertThat(requirements.weight("A", Outcomes.FEATURE)).isEqualTo(Weight.SHOULD);
    assertThat(requirements.weight("B", Outcomes.FEATURE)).isEqualTo(Weight.CORE);
    assertThat(requirements.weight("C2", Outcomes.FEATURE)).isEqualTo(Weight.MUST);
    assertThat(requirements.required(jdbc("3.7.9", REAL), Outcomes.FEATURE))
        .containsExactly("B", "C1", "C2");
  }

  @Test
  void optionalScenariosFailNobody() {
    Matrix changed = withRequired(new FeatureRow.Required(List.of(), List.of(), List.of("B")));
    FeatureJudge judge =
        new FeatureJudge(
            new Requirements(changed, Outcomes.index("A*", "B")), new PageClaims(changed));
    MeasuredCell cell = Outcomes.of(REAL).pass("A").add("B", Status.FAIL, Blame.CONNECTOR).cell();
    assertThat(judge.judge(cell, Outcomes.FEATURE).mark()).isEqualTo(new Mark.Verified());
  }

  @ParameterizedTest
  @CsvSource({
    "SQL-*, SQL-012, true",
    "SQL-*, XSQL-012, false",
    "SQL-012[ns], SQL-012[ns], true",
    "SQL-012[ns], SQL-012n, false",
    "'*[ns,*]', 'SQL-012[ns,rest]', true",
    "SQL.012, SQL-012, false",
    "*, anything, true"
  })
  void starStandsForAnyTextAndAllElseForItself(String pattern, String text, boolean matches) {
    assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
  }

  private Matrix withRequired(FeatureRow.Required required) {
    Features features = matrix.features();
    List<FeatureRow> rows =
        features.rows().stream()
            .map(
                row ->
                    row.id().equals(Outcomes.FEATURE)
                        ? new FeatureRow(row.id(), row.title(), row.line(), required)
                        : row)
            .toList();
    return new Matrix(
        matrix.platforms(),
        matrix.versions(),
        new Features(
            features.legend(),
            rows,
            features.tables(),
            features.statements(),
            features.installation()),
        matrix.connectors(),
        matrix.catalogue(),
        matrix.gate());
  }

  private static CellKey jdbc(String version, TargetId target) {
    return SampleResults.cell("taos-jdbcdriver", version, "java", "rest", target);
  }

  private Mark mark(Outcomes outcomes, String... scenarios) {
    return judgement(outcomes, scenarios).mark();
  }

  private Judgement judgement(Outcomes outcomes, String... scenarios) {
    return judge(scenarios).judge(outcomes.cell(), Outcomes.FEATURE);
  }

  private FeatureJudge judge(String... scenarios) {
    return new FeatureJudge(
        new Requirements(matrix, Outcomes.index(scenarios)), new PageClaims(matrix));
  }
}
