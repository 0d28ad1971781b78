package dev.tck.matrix;

/**
 * Holds a language of the page.
 *
 * @param id is {@code nodejs}
 * @param title is the page's name for it
 * @param line is the line of the page that names it
 * @param literal is the page's own text
 */
public record Language(String id, String title, int line, String literal) {}
