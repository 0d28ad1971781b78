package dev.tck.embedded.window;

/**
 * A window.
 *
 * @param start is its first moment
 * @param end is what {@code _wend} tells: for an interval the moment after it, else its last row's
 * @param from is its first row
 * @param to is the row after its last one
 */
public record Window(long start, long end, int from, int to) {}
