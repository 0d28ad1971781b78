/**
 * The matrix as data: what the vendor's page claims, cell by cell, with the line that says it.
 *
 * <p>Everything here is an immutable record of what {@code matrix/*.yaml} holds; {@code
 * dev.tck.matrix.load} reads it. The page stays literal: what other statements of the vendor say
 * stands beside it as a note.
 */
@NullMarked
package dev.tck.matrix;

import org.jspecify.annotations.NullMarked;
