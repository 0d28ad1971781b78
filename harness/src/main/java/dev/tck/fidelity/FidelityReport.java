package dev.tck.fidelity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of holding a target against a recording.
 *
 * @param exchanges is the number of recorded exchanges
 * @param reproduced is how many of them the target answered as recorded, on REST and, where there
 *     is a recorded reply, on WebSocket
 * @param blocks is the number of recorded result blocks
 * @param blocksReproduced is how many of them the target sent as recorded
 * @param areas are the counts of each case, in the order of the recording
 * @param differences are all differences, in the order of the recording
 * @param leftOut is what differed and may
 * @param leftBehind names what could not be dropped at the end, with the reason
 */
public record FidelityReport(
    int exchanges,
    int reproduced,
    int blocks,
    int blocksReproduced,
    Map<String, Area> areas,
    List<Difference> differences,
    List<LeftOut> leftOut,
    List<String> leftBehind) {
  public FidelityReport {
    areas = Collections.unmodifiableMap(new LinkedHashMap<>(areas));
    differences = List.copyOf(differences);
    leftOut = List.copyOf(leftOut);
    leftBehind = List.copyOf(leftBehind);
  }

  /** Returns the share of exchanges that were reproduced, 0 to 1; 1 for an empty recording. */
  public double share() {
    return exchanges == 0 ? 1 : (double) reproduced / exchanges;
  }
}
