package dev.tck.reporting.tables;

import dev.tck.reporting.marks.Mark;
import dev.tck.results.CellKey;

/**
 * Holds one of the measurements that a table's cell is the worst of.
 *
 * @param cell is what was measured
 * @param feature is the feature row's id
 * @param mark is what came out
 * @param why explains it; empty if there is nothing to explain
 */
public record Part(CellKey cell, String feature, Mark mark, String why) {}
