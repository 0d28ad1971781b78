package dev.tck.matrix;

/**
 * Says what a literal of the page's tables means.
 *
 * @param literal is the text in a cell: {@code ●}
 * @param support is what it claims
 * @param line is the line of the page that explains it
 * @param title is the page's explanation
 */
public record LegendEntry(String literal, Support support, int line, String title) {}
