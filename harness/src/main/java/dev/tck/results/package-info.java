/**
 * What a run reports: one event a line of {@code results.jsonl}, from which everything else is
 * projected.
 *
 * <p>The names of the fields are a contract with other programs; see {@code docs/results.md}.
 */
@NullMarked
package dev.tck.results;

import org.jspecify.annotations.NullMarked;
