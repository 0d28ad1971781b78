package dev.tck.reporting.marks;

/**
 * Says how a run ends.
 *
 * @param exit is the exit code: 0 holds, 1 a failure, 3 incomplete, 4 the harness or its
 *     environment failed
 * @param reason is the sentence that explains it
 */
public record Verdict(int exit, String reason) {
  /** Everything that counts holds. */
  public static final int HOLDS = 0;

  /** A connector or the target failed. */
  public static final int FAILED = 1;

  /** Something that was asked for has no result. */
  public static final int INCOMPLETE = 3;

  /** The harness or its environment failed. */
  public static final int BROKEN = 4;

  /** Returns the verdict in a word, for a headline. */
  public String headline() {
    return switch (exit) {
      case HOLDS -> "holds";
      case FAILED -> "fails";
      case INCOMPLETE -> "incomplete";
      default -> "broken";
    };
  }
}
