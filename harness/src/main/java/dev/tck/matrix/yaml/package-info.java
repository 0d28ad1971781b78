/**
 * YAML files that people write by hand: every mistake in them is reported with its file, its line,
 * what was expected, and the name that was probably meant, all mistakes of a file at once.
 */
@NullMarked
package dev.tck.matrix.yaml;

import org.jspecify.annotations.NullMarked;
