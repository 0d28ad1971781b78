package dev.tck.reporting.marks;

import static dev.tck.reporting.SampleResults.EMBEDDED;
import static dev.tck.reporting.SampleResults.REAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tck.matrix.Matrix;
import dev.tck.matrix.load.TestMatrix;
import dev.tck.reporting.Outcomes;
import dev.tck.reporting.SampleResults;
import dev.tck.reporting.merge.Merged;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class VerdictRuleTests {
  private final Matrix matrix = TestMatrix.load();

  VerdictRuleTests() throws IOException {}

  @Test
  void holdsIfEverythingPasses() {
    assertThat(verdict(Outcomes.of(REAL).pass("A").pass("B")))
        .isEqualTo(new Verdict(0, "All 2 scenarios in 1 cell hold."));
  }

  @Test
  void failsWithTheFirstFailure() {
    assertThat(
            verdict(
                Outcomes.of(EMBEDDED)
                    .pass("A")
                    .add("B", Status.HUNG, Blame.CONNECTOR)
                    .add("C", Status.FAIL, Blame.UNDECIDED)))
        .isEqualTo(
            new Verdict(
                1, "2 of 3 scenarios fail; first B in taos-jdbcdriver 3.7.9 rest: reason of B."));
  }

  @Test
  void failsIfTheTargetAnswersWrongly() {
    assertThat(verdict(Outcomes.of(REAL).add("A", Status.FAIL, Blame.TARGET)))
        .isEqualTo(
            new Verdict(
                1, "1 of 1 scenario fails; first A in taos-jdbcdriver 3.7.9 rest: reason of A."));
  }

  @Test
  void namesAConnectorsFailureBeforeATargets() {
    Verdict verdict =
        verdict(
            Outcomes.of(REAL)
                .add("A", Status.FAIL, Blame.TARGET)
                .add("B", Status.FAIL, Blame.CONNECTOR));
    assertThat(verdict.reason()).contains("first B");
  }

  @Test
  void lackOfAClaimedFeatureFailsOnARealTargetOnly() {
    assertThat(verdict(Outcomes.of(REAL).pass("A").add("B", Status.UNSUPPORTED, null)).exit())
        .isEqualTo(1);
    assertThat(verdict(Outcomes.of(EMBEDDED).pass("A").add("B", Status.UNSUPPORTED, null)))
        .isEqualTo(new Verdict(0, "1 scenario in 1 cell holds, 1 more shown and not counted."));
  }

  @Test
  void provisionalFailureIsNotCounted() {
    assertThat(
            verdict(Outcomes.of(REAL).pass("A").add("B", Status.FAIL, Blame.CONNECTOR, true))
                .exit())
        .isEqualTo(0);
  }

  @Test
  void nothingThatCountsIsIncomplete() {
    assertThat(verdict(Outcomes.of(REAL).add("A", Status.PASS, null, true)))
        .isEqualTo(
            new Verdict(
                3,
                "None of 1 scenario counts: they are provisional, or about what the page does not"
                    + " claim."));
  }

  @Test
  void scenarioThatDidNotRunMakesItIncomplete() {
    assertThat(verdict(Outcomes.of(REAL).pass("A").add("B", Status.NOT_RUN, null)))
        .isEqualTo(
            new Verdict(
                3,
                "1 of 2 scenarios did not run; first B in taos-jdbcdriver 3.7.9 rest: reason of"
                    + " B."));
  }

  @Test
  void adapterFaultMeansThatTheHarnessFailed() {
    assertThat(verdict(Outcomes.of(REAL).pass("A").add("B", Status.ADAPTER_FAULT, Blame.ADAPTER)))
        .isEqualTo(
            new Verdict(
                4,
                "1 of 2 scenarios could not be judged; first B in taos-jdbcdriver 3.7.9 rest: the"
                    + " adapter failed: reason of B."));
  }

  @Test
  void deadTargetMeansThatTheEnvironmentFailed() {
    assertThat(verdict(Outcomes.of(REAL).add("A", Status.TARGET_FAULT, Blame.TARGET)).reason())
        .contains("the target failed: reason of A");
  }

  @Test
  void failureOfTheHarnessComesFirstAndIncompletenessLast() {
    Outcomes outcomes =
        Outcomes.of(REAL)
            .add("A", Status.NOT_RUN, null)
            .add("B", Status.FAIL, Blame.CONNECTOR)
            .add("C", Status.FAIL, Blame.HARNESS);
    assertThat(verdict(outcomes).exit()).isEqualTo(4);
    assertThat(
            verdict(
                    Outcomes.of(REAL)
                        .add("A", Status.NOT_RUN, null)
                        .add("B", Status.FAIL, Blame.CONNECTOR))
                .exit())
        .isEqualTo(1);
  }

  @Test
  void cellThatDidNotRunCountsOnlyIfItWasAskedFor() {
    CellKey go = SampleResults.cell("driver-go", "3.7.8", "go", "rest", REAL);
    List<Event> events = new ArrayList<>(Outcomes.of(REAL).pass("A").events());
    events.add(1, Event.Cell.notRun(go, "there is no toolchain."));
    assertThat(verdict(events, key -> false).exit()).isZero();
    assertThat(verdict(events, key -> key.connector().equals("driver-go")))
        .isEqualTo(
            new Verdict(
                3, "1 cell was not measured; first driver-go 3.7.8 rest: there is no toolchain."));
  }

  @Test
  void runThatWasKilledIsIncomplete() {
    List<Event> events = Outcomes.of(REAL).pass("A").events();
    assertThat(verdict(events.subList(0, events.size() - 1), key -> false))
        .isEqualTo(new Verdict(3, "The run ended before it was done."));
  }

  @Test
  void runThatWasInterruptedSaysSo() {
    List<Event> events = new ArrayList<>(Outcomes.of(REAL).pass("A").events());
    events.set(events.size() - 1, new Event.End(130, "It was interrupted.", true, Map.of()));
    assertThat(verdict(events, key -> false))
        .isEqualTo(new Verdict(3, "The run ended before it was done: It was interrupted."));
  }

  @Test
  void emptyRunIsIncomplete() {
    assertThat(
            verdict(new Outcomes(SampleResults.cells(REAL).get(0), false).events(), key -> false))
        .isEqualTo(new Verdict(3, "Nothing was measured."));
  }

  @Test
  void sentenceIsOneLineOfABearableLength() {
    assertThat(reasonOf("first line.\nsecond line")).endsWith(": first line.");
    assertThat(reasonOf("x".repeat(500))).endsWith(": " + "x".repeat(160) + "….");
  }

  private String reasonOf(String reason) {
    Event.Outcome outcome =
        SampleResults.outcome(
            SampleResults.cells(REAL).get(0),
            "A",
            Outcomes.FEATURE,
            Status.FAIL,
            Blame.CONNECTOR,
            reason,
            List.of());
    List<Event> events = new ArrayList<>(Outcomes.of(REAL).events());
    events.add(1, outcome);
    return verdict(events, key -> false).reason();
  }

  private Verdict verdict(Outcomes outcomes) {
    return verdict(outcomes.events(), key -> false);
  }

  private Verdict verdict(List<Event> events, Predicate<CellKey> required) {
    PageClaims claims = new PageClaims(matrix);
    FeatureJudge judge = new FeatureJudge(new Requirements(matrix, ScenarioIndex.empty()), claims);
    return new VerdictRule(judge, claims, required).of(Merged.of(events));
  }
}
