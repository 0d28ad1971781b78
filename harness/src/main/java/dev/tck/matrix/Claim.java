package dev.tck.matrix;

/**
 * Holds one cell of a table of the page.
 *
 * @param language is the column's language
 * @param literal is the page's own text
 * @param support is what it means
 * @param line is the line of the page that says it, from 1 on
 * @param note is what other statements of the vendor say; empty if nothing
 */
public record Claim(String language, String literal, Support support, int line, String note) {}
