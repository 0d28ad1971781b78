/**
 * Writes numbers, times and texts as taosAdapter, a Go program, prints them, straight into bytes.
 */
@NullMarked
package dev.tck.embedded.server.text;

import org.jspecify.annotations.NullMarked;
