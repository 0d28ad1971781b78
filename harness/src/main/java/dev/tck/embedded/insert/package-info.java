/**
 * INSERT … VALUES: reads the statement's bytes once and puts the values straight into columns,
 * without an object a token or a value. Tags are read by the same rules.
 */
@NullMarked
package dev.tck.embedded.insert;

import org.jspecify.annotations.NullMarked;
