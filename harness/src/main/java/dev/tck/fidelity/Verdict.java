package dev.tck.fidelity;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of one comparison.
 *
 * @param mismatch is the first thing that differs, if anything does
 * @param leftOut says what differed and may differ between two runs of the same server
 */
record Verdict(Optional<Mismatch> mismatch, List<String> leftOut) {
  static final Verdict SAME = new Verdict(Optional.empty(), List.of());

  Verdict {
    leftOut = List.copyOf(leftOut);
  }

  static Verdict different(Reason reason, String expected, String actual) {
    return new Verdict(Optional.of(new Mismatch(reason, expected, actual)), List.of());
  }

  static Verdict sameBut(List<String> leftOut) {
    return new Verdict(Optional.empty(), leftOut);
  }

  boolean isSame() {
    return mismatch.isEmpty();
  }
}
