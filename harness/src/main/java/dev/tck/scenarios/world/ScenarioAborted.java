package dev.tck.scenarios.world;

import dev.tck.results.Blame;
import dev.tck.results.Status;

/** Ends a scenario that cannot go on; says which status it has and who is to blame. */
public final class ScenarioAborted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Status status;
  private final Blame blame;
  private final String evidence;

  /**
   * Creates the exception.
   *
   * @param reason is a sentence for the report
   * @param evidence is what else is known, for the evidence file; may be empty
   */
  public ScenarioAborted(Status status, Blame blame, String reason, String evidence) {
    super(reason);
    this.status = status;
    this.blame = blame;
    this.evidence = evidence;
  }

  /** Returns the scenario's status. */
  public Status status() {
    return status;
  }

  /** Returns who is to blame. */
  public Blame blame() {
    return blame;
  }

  /** Returns what else is known. */
  public String evidence() {
    return evidence;
  }
}
