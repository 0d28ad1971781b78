package dev.tck.scenarios.run;

import dev.tck.adapter.Redaction;
import dev.tck.results.Blame;
import dev.tck.results.CheckResult;
import dev.tck.results.Level;
import dev.tck.results.Status;
import dev.tck.scenarios.world.ScenarioAborted;
import io.cucumber.plugin.event.Result;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's checks and its end come to, before anybody asks who is to blame.
 *
 * @param blame is null on a pass
 * @param reason is a sentence, empty on a pass
 * @param evidence is what the adapter's supervision found out
 */
record Verdict(
    Status status,
    @Nullable Blame blame,
    String reason,
    List<CheckResult> checks,
    String evidence) {

  static Verdict of(List<CheckResult> checks, Result result) {
    Throwable error = result.getError();
    if (error instanceof ScenarioAborted aborted) {
      return new Verdict(
          aborted.status(),
          aborted.blame(),
          String.valueOf(aborted.getMessage()),
          checks,
          aborted.evidence());
    }
    if (error != null) {
      return harnessFault(checks, "a step failed in the harness: " + error);
    }
    return switch (result.getStatus()) {
      case PASSED -> ofChecks(checks);
      case UNDEFINED -> harnessFault(checks, "a step is not in the vocabulary; see tck steps");
      case AMBIGUOUS -> harnessFault(checks, "a step has two meanings in the vocabulary");
      case SKIPPED, PENDING, UNUSED, FAILED ->
          harnessFault(checks, "Cucumber did not run all steps");
    };
  }

  private static Verdict harnessFault(List<CheckResult> checks, String reason) {
    return new Verdict(Status.ADAPTER_FAULT, Blame.HARNESS, reason, checks, "");
  }

  private static Verdict ofChecks(List<CheckResult> checks) {
    if (checks.stream().noneMatch(check -> check.level() == Level.MUST)) {
      return harnessFault(checks, "the scenario checks nothing, so it could not fail");
    }
    Optional<CheckResult> failed = firstFailure(checks);
    return failed
        .map(check -> new Verdict(Status.FAIL, Blame.UNDECIDED, sentence(check), checks, ""))
        .orElseGet(() -> new Verdict(Status.PASS, null, "", checks, ""));
  }

  private static Optional<CheckResult> firstFailure(List<CheckResult> checks) {
    return checks.stream()
        .filter(check -> check.level() == Level.MUST && check.status() == Status.FAIL)
        .findFirst();
  }

  private static String sentence(CheckResult check) {
    return check.id()
        + ": expected "
        + shortened(check.expected())
        + ", found "
        + shortened(check.actual());
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  /** Returns what is left of the verdict if the target died meanwhile. */
  Verdict becauseTheTargetDied(Status other, String why) {
    return new Verdict(
        other, Blame.TARGET, reason.isEmpty() ? why : why + ": " + reason, checks, evidence);
  }

  /** Returns the same verdict with another blame. */
  Verdict blaming(Blame other) {
    return new Verdict(status, other, reason, checks, evidence);
  }

  /** Returns the same verdict without what must stay secret. */
  Verdict without(Redaction redaction) {
    List<CheckResult> clean =
        checks.stream()
            .map(
                check ->
                    new CheckResult(
                        check.id(),
                        check.level(),
                        check.status(),
                        redaction.text(check.expected()),
                        redaction.text(check.actual())))
            .toList();
    return new Verdict(status, blame, redaction.text(reason), clean, redaction.text(evidence));
  }

  /** Returns whether two verdicts name the same failed checks with the same findings. */
  boolean failsLike(Verdict other) {
    return status == other.status && failures().equals(other.failures());
  }

  private List<CheckResult> failures() {
    return checks.stream()
        .filter(check -> check.level() == Level.MUST && check.status() == Status.FAIL)
        .toList();
  }
}
