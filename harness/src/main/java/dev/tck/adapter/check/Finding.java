package dev.tck.adapter.check;

/**
 * Says how an adapter did in one check.
 *
 * @param id names the check
 * @param what says what a good adapter does
 * @param detail says what this one did, or why the check was left out; empty for a pass
 */
public record Finding(String id, Verdict verdict, String what, String detail) {

  /** Names the outcomes of a check. */
  public enum Verdict {
    PASS,
    FAIL,
    /** Left out, for want of a server or of an answer to an earlier check. */
    SKIPPED
  }
}
