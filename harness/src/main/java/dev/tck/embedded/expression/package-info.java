/**
 * Typed expressions that compute a column from the columns of a batch. Records: two expressions are
 * the same if they compute the same.
 */
@NullMarked
package dev.tck.embedded.expression;

import org.jspecify.annotations.NullMarked;
