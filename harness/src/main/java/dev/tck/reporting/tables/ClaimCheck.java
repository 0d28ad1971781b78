package dev.tck.reporting.tables;

/**
 * Holds a claim of the page beside its measurement.
 *
 * @param table is the table's title
 * @param row is the row's title
 * @param column is the column's title
 * @param claim is what the page says
 * @param cell is the table's cell
 * @param relation is how the two relate
 */
public record ClaimCheck(
    String table, String row, String column, ClaimView claim, TableCell cell, Relation relation) {}
