package dev.tck.reporting.marks;

import dev.tck.reporting.merge.Measured;
import dev.tck.reporting.merge.MeasuredCell;
import dev.tck.reporting.merge.Merged;
import dev.tck.reporting.merge.RunSummary;
import dev.tck.results.Blame;
import dev.tck.results.CellKey;
import dev.tck.results.Event;
import dev.tck.results.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Computes the verdict of results: 4, 1, 3, 0 in this order, 2 is for wrong use and never comes
 * from results.
 */
public final class VerdictRule {
  private static final int LONGEST_REASON = 160;

  private final FeatureJudge judge;
  private final PageClaims claims;
  private final Predicate<CellKey> required;

  /**
   * Creates the rule.
   *
   * @param required tells of a cell that was not measured whether it was asked for, so that the
   *     results are incomplete without it; a run that takes whatever the machine has asks for none
   */
  public VerdictRule(FeatureJudge judge, PageClaims claims, Predicate<CellKey> required) {
    this.judge = judge;
    this.claims = claims;
    this.required = required;
  }

  /** Computes the verdict. */
  public Verdict of(Merged results) {
    Tally tally = new Tally();
    for (MeasuredCell cell : results.cells()) {
      cell.outcomes().forEach(each -> count(tally, each));
      if (!cell.isMeasured() && required.test(cell.key())) {
        tally.notMeasured.add(cell);
      }
    }
    if (!tally.broken.isEmpty()) {
      return broken(tally);
    }
    if (!tally.failed.isEmpty()) {
      return failed(tally);
    }
    return incomplete(results, tally);
  }

  private void count(Tally tally, Measured measured) {
    Event.Outcome outcome = measured.outcome();
    tally.outcomes++;
    boolean real = !outcome.target().isEmbedded();
    boolean claimed = real && claims.isClaimed(outcome.key(), outcome.feature());
    Standing standing = judge.standing(outcome, claimed);
    if (standing == Standing.HOLDS) {
      tally.passed++;
    } else if (standing == Standing.FAILS || isTargetsFailure(outcome, standing)) {
      tally.failed.add(outcome);
    } else if (standing == Standing.INCONCLUSIVE) {
      (outcome.status() == Status.NOT_RUN ? tally.missing : tally.broken).add(outcome);
    } else {
      tally.uncounted++;
    }
  }

  /** Tells whether the target answered wrongly, which fails the run though no connector. */
  private static boolean isTargetsFailure(Event.Outcome outcome, Standing standing) {
    return standing == Standing.INCONCLUSIVE
        && outcome.blame() == Blame.TARGET
        && outcome.status() != Status.TARGET_FAULT
        && outcome.status() != Status.NOT_RUN;
  }

  private static Verdict broken(Tally tally) {
    Event.Outcome first = tally.broken.get(0);
    String who =
        switch (first.status()) {
          case TARGET_FAULT -> "the target";
          case ADAPTER_FAULT -> "the adapter";
          case PASS, FAIL, UNSUPPORTED, CRASH, HUNG, NOT_RUN ->
              first.blame() == Blame.ADAPTER ? "the adapter" : "the harness";
        };
    return new Verdict(
        Verdict.BROKEN,
        "%s of %s could not be judged; first %s in %s: %s failed%s."
            .formatted(
                tally.broken.size(),
                scenarios(tally.outcomes),
                first.scenario(),
                first.key().display(),
                who,
                because(first)));
  }

  private static Verdict failed(Tally tally) {
    Event.Outcome first =
        tally.failed.stream()
            .filter(outcome -> outcome.blame() != Blame.TARGET)
            .findFirst()
            .orElse(tally.failed.get(0));
    return new Verdict(
        Verdict.FAILED,
        "%d of %s %s; first %s in %s%s."
            .formatted(
                tally.failed.size(),
                scenarios(tally.outcomes),
                tally.failed.size() == 1 ? "fails" : "fail",
                first.scenario(),
                first.key().display(),
                because(first)));
  }

  private static Verdict incomplete(Merged results, Tally tally) {
    if (!tally.notMeasured.isEmpty()) {
      MeasuredCell first = tally.notMeasured.get(0);
      return new Verdict(
          Verdict.INCOMPLETE,
          "%d %s not measured; first %s: %s."
              .formatted(
                  tally.notMeasured.size(),
                  tally.notMeasured.size() == 1 ? "cell was" : "cells were",
                  first.key().display(),
                  sentence(first.notRun())));
    }
    if (!tally.missing.isEmpty()) {
      Event.Outcome first = tally.missing.get(0);
      return new Verdict(
          Verdict.INCOMPLETE,
          "%d of %s did not run; first %s in %s%s."
              .formatted(
                  tally.missing.size(),
                  scenarios(tally.outcomes),
                  first.scenario(),
                  first.key().display(),
                  because(first)));
    }
    if (results.isPartial()) {
      return new Verdict(Verdict.INCOMPLETE, "The run ended before it was done" + ended(results));
    }
    return holds(results, tally);
  }

  private static String ended(Merged results) {
    return results.runs().stream()
        .filter(RunSummary::isPartial)
        .flatMap(run -> run.end().stream())
        .map(end -> ": " + sentence(end.reason()) + ".")
        .findFirst()
        .orElse(".");
  }

  private static Verdict holds(Merged results, Tally tally) {
    if (tally.outcomes == 0) {
      return new Verdict(Verdict.INCOMPLETE, "Nothing was measured.");
    }
    if (tally.passed == 0) {
      return new Verdict(
          Verdict.INCOMPLETE,
          "None of %s counts: they are provisional, or about what the page does not claim."
              .formatted(scenarios(tally.uncounted)));
    }
    String uncounted =
        tally.uncounted == 0 ? "" : ", " + tally.uncounted + " more shown and not counted";
    int cells = results.measured().size();
    return new Verdict(
        Verdict.HOLDS,
        "%s in %d %s %s%s."
            .formatted(
                tally.passed == 1 ? "1 scenario" : "All " + tally.passed + " scenarios",
                cells,
                cells == 1 ? "cell" : "cells",
                tally.passed == 1 ? "holds" : "hold",
                uncounted));
  }

  private static String scenarios(int number) {
    return number + (number == 1 ? " scenario" : " scenarios");
  }

  private static String because(Event.Outcome outcome) {
    return outcome.reason().isEmpty() ? "" : ": " + sentence(outcome.reason());
  }

  private static String sentence(String reason) {
    String line = reason.lines().findFirst().orElse("").strip();
    if (line.codePointCount(0, line.length()) > LONGEST_REASON) {
      return line.substring(0, line.offsetByCodePoints(0, LONGEST_REASON)) + "…";
    }
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  /** Counts while the results are read. */
  private static final class Tally {
    private int outcomes;
    private int passed;
    private int uncounted;
    private final List<Event.Outcome> broken = new ArrayList<>();
    private final List<Event.Outcome> failed = new ArrayList<>();
    private final List<Event.Outcome> missing = new ArrayList<>();
    private final List<MeasuredCell> notMeasured = new ArrayList<>();
  }
}
