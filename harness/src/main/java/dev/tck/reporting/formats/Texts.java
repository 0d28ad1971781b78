package dev.tck.reporting.formats;

import dev.tck.results.TargetId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Spells what several formats show. */
public final class Texts {
  private Texts() {}

  /** Returns a target as readers know it; the embedded server always says what it is. */
  public static String target(TargetId target) {
    return target.isEmbedded()
        ? "embedded server, profile " + target.tdengine()
        : "TDengine " + target.tdengine() + " (" + target.kind() + ")";
  }

  /** Returns a time as readers need it: to the second, in UTC. */
  public static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
