/**
 * Columns of rows in the layout of a result block: everything the engine stores, computes and sends
 * has this one form, so that a result is written by copying.
 */
@NullMarked
package dev.tck.embedded.vector;

import org.jspecify.annotations.NullMarked;
