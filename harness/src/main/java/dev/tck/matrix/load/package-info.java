/**
 * Reads {@code matrix/*.yaml} into records, after every file has been held against its schema and
 * every name against the file that defines it.
 */
@NullMarked
package dev.tck.matrix.load;

import org.jspecify.annotations.NullMarked;
