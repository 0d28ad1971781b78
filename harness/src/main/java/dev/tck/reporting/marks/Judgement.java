package dev.tck.reporting.marks;

import dev.tck.reporting.merge.Measured;
import java.util.List;

/**
 * Holds the mark of a feature row in a cell, and what it was made from.
 *
 * @param feature is the feature row's id
 * @param mark is the mark
 * @param why explains it in a sentence; empty if there is nothing to explain
 * @param holding are the outcomes that count and passed
 * @param failing are the outcomes that count and that the connector failed
 * @param inconclusive are the outcomes that count and say nothing about the connector
 * @param uncounted are the outcomes that count for nothing
 * @param missing are the ids of the scenarios that are required and have no outcome
 */
public record Judgement(
    String feature,
    Mark mark,
    String why,
    List<Measured> holding,
    List<Measured> failing,
    List<Measured> inconclusive,
    List<Measured> uncounted,
    List<String> missing) {
  public Judgement {
    holding = List.copyOf(holding);
    failing = List.copyOf(failing);
    inconclusive = List.copyOf(inconclusive);
    uncounted = List.copyOf(uncounted);
    missing = List.copyOf(missing);
  }

  /** Returns how many scenarios a share is of: all that count, and all that are missing. */
  public int required() {
    return holding.size() + failing.size() + inconclusive.size() + missing.size();
  }
}
